import { Fragment } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Fen } from '../../../src-shared/core/money.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import styles from './headline.module.css';

interface Props {
  /** Null: could not be read. */
  readonly visits: number | null;
  /** Every visit of today is done. */
  readonly isVisited: boolean;
  readonly overdue: number | null;
  readonly due: number | null;
  /** What is past due of the customers whose money the reader sees. */
  readonly owed: { readonly receivables: number; readonly overdueFen: Fen } | null;
  /** A number leads to its list. */
  readonly onGo: (to: HeadlinePart) => void;
}

const inOrder = ['visits', 'overdue', 'owed', 'due'] as const;
export type HeadlinePart = (typeof inOrder)[number];

/** The day in one line; every number is that of the list it leads to. */
export function Headline({ visits, isVisited, overdue, due, owed, onGo }: Props) {
  const { t } = useTranslation();
  const known = { visits, overdue, due, owed: owed === null ? null : owed.receivables };
  const parts = inOrder.flatMap((part) => {
    const count = known[part];
    return count === null || count === 0 ? [] : [{ part, count }];
  });
  if (parts.length === 0) {
    const isSure = visits !== null && overdue !== null && due !== null && owed !== null;
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
              values={{ shown: countText(count), amount: owed ? moneyText(owed.overdueFen) : '' }}
              components={{ n: <span className={styles.number} /> }}
            />
          </button>
        </Fragment>
      ))}
    </h1>
  );
}
