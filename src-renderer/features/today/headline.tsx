import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { countText } from '../../text/number-text.ts';
import styles from './headline.module.css';

interface Props {
  readonly visits: number;
  readonly overdue: number;
  readonly due: number;
  /** A number leads to its list. */
  readonly onGo: (to: HeadlinePart) => void;
}

export type HeadlinePart = 'visits' | 'overdue' | 'due';

/** The day in one line; every number is that of the list it leads to. */
export function Headline({ visits, overdue, due, onGo }: Props) {
  const { t } = useTranslation();
  const counts = { visits, overdue, due } as const;
  const parts = (['visits', 'overdue', 'due'] as const).filter((part) => counts[part] > 0);
  if (parts.length === 0) return <h1 className={styles.headline}>{t('today.head.nothing')}</h1>;
  return (
    <h1 className={styles.headline}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && t('today.comma')}
          <button type="button" className={styles.part} data-part={part} onClick={() => onGo(part)}>
            <Trans
              t={t}
              i18nKey={`today.head.${part}`}
              count={counts[part]}
              values={{ shown: countText(counts[part]) }}
              components={{ n: <span className={styles.number} /> }}
            />
          </button>
        </Fragment>
      ))}
    </h1>
  );
}
