import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { countText } from '../../text/number-text.ts';
import styles from './headline.module.css';

interface Props {
  /** Null: could not be read. */
  readonly visits: number | null;
  /** Every visit of today is done. */
  readonly isVisited: boolean;
  readonly overdue: number | null;
  readonly due: number | null;
  /** A number leads to its list. */
  readonly onGo: (to: HeadlinePart) => void;
}

export type HeadlinePart = 'visits' | 'overdue' | 'due';

/** The day in one line; every number is that of the list it leads to. */
export function Headline({ visits, isVisited, overdue, due, onGo }: Props) {
  const { t } = useTranslation();
  const known = { visits, overdue, due } as const;
  const parts = (['visits', 'overdue', 'due'] as const).flatMap((part) => {
    const count = known[part];
    return count === null || count === 0 ? [] : [{ part, count }];
  });
  if (parts.length === 0) {
    const isSure = visits !== null && overdue !== null && due !== null;
    return <h1 className={styles.headline}>{t(isSure ? 'today.head.nothing' : 'page.today')}</h1>;
  }
  return (
    <h1 className={styles.headline}>
      {parts.map(({ part, count }, index) => (
        <Fragment key={part}>
          {index > 0 && t('today.comma')}
          <button type="button" className={styles.part} data-part={part} onClick={() => onGo(part)}>
            <Trans
              t={t}
              i18nKey={part === 'visits' && isVisited ? 'today.head.visited' : `today.head.${part}`}
              count={count}
              values={{ shown: countText(count) }}
              components={{ n: <span className={styles.number} /> }}
            />
          </button>
        </Fragment>
      ))}
    </h1>
  );
}
