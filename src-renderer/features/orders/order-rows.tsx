import { daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { OrderRow } from '../../../src-shared/orders/order.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { askMoney } from '../../state/money-request.ts';
import { dayText } from '../../text/day-text.ts';
import { receivableDueText } from '../../text/receivable-text.ts';
import { useWindowWords, type WindowWords } from '../../text/use-window-words.ts';
import styles from './order-list.module.css';

interface Props {
  readonly orders: readonly OrderRow[];
  /** All of one customer: who it is need not be said, and there is little room. */
  readonly isOfOne: boolean;
}

export function OrderRows({ orders, isOfOne }: Props) {
  const words = useWindowWords();
  const { t } = words;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('order.no')}</th>
          {!isOfOne && <th>{t('order.issuedOn')}</th>}
          {!isOfOne && <th>{t('money.customer')}</th>}
          {!isOfOne && <th>{t('order.summary')}</th>}
          <th className={styles.number}>{t('order.column.amount')}</th>
          <th className={styles.number}>{t('order.openSum')}</th>
          <th>{t('order.state')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => {
          const state = stateOf(words, order);
          return (
            <tr key={order.id} data-void={order.voidedOn !== null || undefined}>
              <td className={styles.no}>
                <button
                  type="button"
                  className={styles.open}
                  aria-label={t('order.openOf', { no: order.orderNo, name: order.customerName })}
                  onClick={() => askMoney({ kind: 'order', orderId: order.id })}
                >
                  {order.orderNo}
                </button>
                {isOfOne && (
                  <span className={styles.under} title={order.summary}>
                    {dayText(words, order.issuedOn)} · {order.summary}
                  </span>
                )}
              </td>
              {!isOfOne && <td className={styles.quiet}>{dayText(words, order.issuedOn)}</td>}
              {!isOfOne && <td className={styles.name}>{order.customerName}</td>}
              {!isOfOne && (
                <td className={styles.summary} title={order.summary}>
                  {order.summary}
                </td>
              )}
              <td className={styles.number}>
                <MoneyText amount={order.amountFen} tone={order.voidedOn === null ? 'plain' : 'quiet'} />
              </td>
              <td className={styles.number}>
                {order.openFen > 0 ? (
                  <MoneyText amount={order.openFen} tone={order.isOverdue ? 'overdue' : 'plain'} />
                ) : (
                  <span className={styles.nothing}>—</span>
                )}
              </td>
              <td className={styles.state} data-tone={state.tone}>
                {state.text}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function stateOf(words: WindowWords, order: OrderRow) {
  const { dueOn, settlement } = order;
  if (dueOn === null) return { text: words.t(`money.settlement.${settlement}`), tone: 'plain' as const };
  const daysPastDue = daysBetween(dueOn, words.today);
  return receivableDueText(words, { ...order, dueOn, daysPastDue });
}
