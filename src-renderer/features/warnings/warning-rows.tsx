import type { Id } from '../../../src-shared/core/id.ts';
import type { Warning } from '../../../src-shared/warnings/warnings.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { receivableDueText, receivableText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import styles from './warnings.module.css';

/** What a warning was reckoned from: the orders, or the debts that are late. */
export function WarningRows({ customerId, warning }: { readonly customerId: Id; readonly warning: Warning }) {
  if (warning.code === 'overdue') return <LateReceivables customerId={customerId} ids={warning.receivableIds} />;
  if ('orderIds' in warning) return <Orders customerId={customerId} ids={warning.orderIds} />;
  return null;
}

interface RowsProps {
  readonly customerId: Id;
  readonly ids: readonly Id[];
}

/** The latest 200 a customer has; older ones are in 收款. */
const ordersRead = 200;

function Orders({ customerId, ids }: RowsProps) {
  const { t } = useWindowWords();
  const read = useRead('orders', 'list', { customerId, limit: ordersRead });
  if (read.error) return <p role="alert">{errorText(t, toAppError(read.error))}</p>;
  if (!read.data) return null;
  const known = new Set(ids);
  const rows = read.data.orders.filter(({ id }) => known.has(id));
  if (rows.length === 0) return <p className={styles.quiet}>{t('warnings.noOrders')}</p>;
  return (
    <ul className={styles.rows}>
      {rows.map(({ id, issuedOn, orderNo, summary, amountFen }) => (
        <li key={id}>
          <button type="button" className={styles.orderRow} onClick={() => askMoney({ kind: 'order', orderId: id })}>
            <span>{issuedOn}</span>
            <span className={styles.what}>
              {orderNo} {summary}
            </span>
            <MoneyText amount={amountFen} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function LateReceivables({ customerId, ids }: RowsProps) {
  const words = useWindowWords();
  const { t } = words;
  const read = useRead('receivables', 'ofCustomer', { customerId });
  if (read.error) return <p role="alert">{errorText(t, toAppError(read.error))}</p>;
  if (!read.data) return null;
  const late = new Set(ids);
  return (
    <ul className={styles.rows}>
      {read.data.receivables
        .filter(({ id }) => late.has(id))
        .map((receivable) => {
          const due = receivableDueText(words, receivable);
          const { id, orderId, openFen } = receivable;
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.orderRow}
                onClick={() =>
                  askMoney(
                    orderId === null ? { kind: 'payment', customerId, receivableId: id } : { kind: 'order', orderId },
                  )
                }
              >
                <span>{due.text}</span>
                <span className={styles.what}>{receivableText(words, receivable)}</span>
                <MoneyText amount={openFen} tone="overdue" />
              </button>
            </li>
          );
        })}
    </ul>
  );
}
