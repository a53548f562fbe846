import { useState } from 'react';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { SettlementSourceView } from '../../../src-shared/payments/payment.ts';
import { sourceKinds } from '../../../src-shared/receivables/ledger.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { shortDayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-tab.module.css';

/** As many as one looks at; the rest is a click away. */
const shownFirst = 8;

interface Props {
  readonly customerId: Id;
  /** The latest of them. */
  readonly sources: readonly SettlementSourceView[];
  readonly total: number;
}

/** Payments, returns and write-offs, the latest first; each opens its sheet. */
export function SourceList({ customerId, sources, total }: Props) {
  const { t } = useWindowWords();
  const [isAll, setAll] = useState(false);
  if (sources.length === 0) return <p className={styles.nothing}>{t('customerMoney.noPayments')}</p>;
  if (isAll && total > sources.length) return <AllSources customerId={customerId} total={total} />;
  return (
    <>
      <Sources sources={isAll ? sources : sources.slice(0, shownFirst)} />
      {!isAll && total > shownFirst && (
        <button type="button" className={styles.link} onClick={() => setAll(true)}>
          {t('customerMoney.allPayments', { count: total, shown: countText(total) })}
        </button>
      )}
    </>
  );
}

function Sources({ sources }: { readonly sources: readonly SettlementSourceView[] }) {
  return (
    <ul className={styles.list}>
      {sources.map((source) => (
        <SourceLine key={source.id} source={source} />
      ))}
    </ul>
  );
}

const pageSize = 100;

/** A page more at each click: a customer can have thousands. */
function AllSources({ customerId, total }: Pick<Props, 'customerId' | 'total'>) {
  const { t } = useWindowWords();
  const [pages, setPages] = useState(1);
  const left = total - pages * pageSize;
  return (
    <>
      {Array.from({ length: pages }, (_, page) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is nothing but its number
        <SourcePage key={page} customerId={customerId} offset={page * pageSize} />
      ))}
      {left > 0 && (
        <button type="button" className={styles.link} onClick={() => setPages(pages + 1)}>
          {t('statement.moreOpen', { count: left, shown: countText(left) })}
        </button>
      )}
    </>
  );
}

function SourcePage({ customerId, offset }: { readonly customerId: Id; readonly offset: number }) {
  const { t, today } = useWindowWords();
  const wanted = { customerId, kinds: [...sourceKinds], to: today, offset, limit: pageSize };
  const read = useRead('payments', 'list', wanted);
  if (read.error !== null) return <p role="alert">{errorText(t, toAppError(read.error))}</p>;
  return <Sources sources={read.data?.payments ?? []} />;
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
