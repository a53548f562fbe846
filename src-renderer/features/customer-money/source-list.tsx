import { useState } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import type { SettlementSourceView } from '../../../src-shared/payments/payment.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { askMoney } from '../../state/money-request.ts';
import { shortDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-tab.module.css';

/** As many as one looks at; the rest is a click away. */
const shownFirst = 8;

/** Payments, returns and write-offs, the latest first; each opens its sheet. */
export function SourceList({ sources }: { readonly sources: readonly SettlementSourceView[] }) {
  const { t } = useWindowWords();
  const [isAll, setAll] = useState(false);
  if (sources.length === 0) return <p className={styles.nothing}>{t('customerMoney.noPayments')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {(isAll ? sources : sources.slice(0, shownFirst)).map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ul>
      {!isAll && sources.length > shownFirst && (
        <button type="button" className={styles.link} onClick={() => setAll(true)}>
          {t('customerMoney.allPayments', { count: sources.length, shown: countText(sources.length) })}
        </button>
      )}
    </>
  );
}

function SourceLine({ source }: { readonly source: SettlementSourceView }) {
  const words = useWindowWords();
  const { t } = words;
  const { id, kind, on, amountFen, method, orderNo, note, voidedOn, leftFen, refunds } = source;
  const refunded = fen(
    refunds.filter((refund) => refund.voidedOn === null).reduce((sum, refund) => sum + refund.amountFen, 0),
  );
  const isVoid = voidedOn !== null;
  const more = [
    method && t(`money.method.${method}`),
    orderNo,
    isVoid ? t('customerMoney.voided') : null,
    !isVoid && leftFen > 0 ? t('customerMoney.leftOver', { amount: moneyText(leftFen) }) : null,
    refunded > 0 ? t('customerMoney.refunded', { amount: moneyText(refunded) }) : null,
    note,
  ].filter((part) => part !== null && part !== '');
  return (
    <li className={styles.line} data-void={isVoid || undefined}>
      <span className={styles.day}>{shortDayText(words, on)}</span>
      <button
        type="button"
        className={styles.what}
        title={more.join(' · ')}
        onClick={() => askMoney({ kind: 'source', sourceId: id })}
      >
        {t(`money.source.${kind}`)} <span className={styles.more}>{more.join(' · ')}</span>
      </button>
      <MoneyText amount={amountFen} tone={isVoid ? 'quiet' : kind === 'payment' ? 'received' : 'plain'} />
    </li>
  );
}
