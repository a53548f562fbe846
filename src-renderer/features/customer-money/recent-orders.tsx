import type { Id } from '../../../src-shared/core/id.ts';
import type { OrderRow } from '../../../src-shared/orders/order.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { dueText, shortDayText } from '../../text/day-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './money-tab.module.css';

const shown = 6;

/** The latest orders of a customer; each opens its sheet. */
export function RecentOrders({ customerId }: { readonly customerId: Id }) {
  const { t } = useWindowWords();
  const read = useRead('orders', 'list', { customerId, limit: shown });
  if (read.error !== null) return <p role="alert">{errorText(t, toAppError(read.error))}</p>;
  if (!read.data) return null;
  const { orders, total } = read.data;
  if (orders.length === 0) return <p className={styles.nothing}>{t('customerMoney.noOrders')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {orders.map((order) => (
          <OrderLine key={order.id} order={order} />
        ))}
      </ul>
      {total > orders.length && (
        <p className={styles.nothing}>
          {t('customerMoney.earlierOrders', { count: total - orders.length, shown: countText(total - orders.length) })}
        </p>
      )}
    </>
  );
}

function OrderLine({ order }: { readonly order: OrderRow }) {
  const words = useWindowWords();
  const { t } = words;
  const { id, orderNo, issuedOn, summary, amountFen, settlement, isOverdue, dueOn, voidedOn } = order;
  const due = dueOn === null ? null : dueText(words, dueOn);
  return (
    <li className={styles.line} data-void={voidedOn !== null || undefined}>
      <span className={styles.day}>{shortDayText(words, issuedOn)}</span>
      <button
        type="button"
        className={styles.what}
        title={summary}
        onClick={() => askMoney({ kind: 'order', orderId: id })}
      >
        {orderNo} <span className={styles.more}>{summary}</span>
      </button>
      <span className={styles.state} data-tone={isOverdue ? 'overdue' : undefined}>
        {isOverdue && due ? due.text : t(`money.settlement.${settlement}`)}
      </span>
      <MoneyText amount={amountFen} tone={voidedOn === null ? 'plain' : 'quiet'} />
    </li>
  );
}
