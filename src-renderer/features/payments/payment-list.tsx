import { Button, Pagination } from 'antd';
import { useDeferredValue } from 'react';
import { fen } from '../../../src-shared/core/money.ts';
import { namedPeriod } from '../../../src-shared/core/named-period.ts';
import type { PaymentRow } from '../../../src-shared/payments/payments-contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoneyText } from '../../components/money-text.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { askMoney } from '../../state/money-request.ts';
import { dayText } from '../../text/day-text.ts';
import { moneyText } from '../../text/money-text.ts';
import { countText } from '../../text/number-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { PaymentFilters } from './payment-filters.tsx';
import styles from './payment-list.module.css';
import { showAllPayments, turnPaymentPage, usePaymentListLook } from './payment-list-store.ts';

const pageSize = 50;

/** 回款记录: what came in, came back and was given up, the latest first; a line opens it. */
export function PaymentList() {
  const { t, today } = useWindowWords();
  const look = usePaymentListLook();
  const search = useDeferredValue(look.search.trim());
  const span = typeof look.period === 'string' ? namedPeriod(look.period, today) : look.period;
  const read = useRead(
    'payments',
    'list',
    {
      search,
      from: span?.from ?? null,
      to: span?.to ?? null,
      ...(look.methods.length > 0 ? { methods: [...look.methods] } : {}),
      ...(look.kinds.length > 0 ? { kinds: [...look.kinds] } : {}),
      onlyOpenBills: look.onlyOpenBills,
      offset: (look.page - 1) * pageSize,
      limit: pageSize,
    },
    { keepShowing: true },
  );
  const { data } = read;
  return (
    <>
      <PaymentFilters />
      <div className={styles.scroll} aria-busy={!data && !read.error}>
        {read.error && <EmptyState title={errorText(t, toAppError(read.error))} />}
        {data?.total === 0 && (
          <EmptyState title={t('desk.noPayments')} words={t('desk.noPaymentsWords')}>
            <Button onClick={showAllPayments}>{t('desk.showAllPayments')}</Button>
          </EmptyState>
        )}
        {data && data.total > 0 && <Rows payments={data.payments} />}
      </div>
      <div className={styles.footer} role="status">
        {data && (
          <>
            <span>
              {t('desk.paymentsTotal', {
                count: data.total,
                shown: `${countText(data.total)}${data.isCapped ? '+' : ''}`,
              })}
            </span>
            {data.receivedFen !== null && <span>{t('desk.received', { amount: moneyText(data.receivedFen) })}</span>}
            <span className={styles.gap} />
            {data.total > pageSize && (
              <Pagination
                size="small"
                showSizeChanger={false}
                current={look.page}
                pageSize={pageSize}
                total={data.total}
                onChange={turnPaymentPage}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

function Rows({ payments }: { readonly payments: readonly PaymentRow[] }) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('money.on')}</th>
          <th>{t('desk.column.customer')}</th>
          <th>{t('desk.column.kind')}</th>
          <th>{t('desk.column.number')}</th>
          <th>{t('payment.collectedBy')}</th>
          <th>{t('field.note')}</th>
          <th className={styles.number}>{t('payment.amount')}</th>
          <th className={styles.number}>{t('desk.column.settles')}</th>
          <th className={styles.number}>{t('desk.column.left')}</th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => {
          const settles = fen(payment.allocations.reduce((sum, { amountFen }) => sum + amountFen, 0));
          const isVoid = payment.voidedOn !== null;
          const what =
            payment.method === null ? t(`money.source.${payment.kind}`) : t(`money.method.${payment.method}`);
          return (
            <tr key={payment.id} data-void={isVoid || undefined}>
              <td className={styles.quiet}>{dayText(words, payment.on)}</td>
              <td className={styles.name}>
                <button
                  type="button"
                  className={styles.open}
                  aria-label={t('desk.openPayment', {
                    name: payment.customerName,
                    amount: moneyText(payment.amountFen),
                  })}
                  onClick={() => askMoney({ kind: 'source', sourceId: payment.id })}
                >
                  {payment.customerName}
                </button>
              </td>
              <td>
                {what}
                {payment.isDeposit && <span className={styles.tag}>{t('source.deposit')}</span>}
                {isVoid && (
                  <span className={styles.void}>
                    {t(payment.voidKind === 'bounced' ? 'source.bounce' : 'money.settlement.void')}
                  </span>
                )}
                {payment.billDueOn !== null && payment.billDueOn >= words.today && !isVoid && (
                  <span className={styles.tag}>{t('money.dueOn', { day: dayText(words, payment.billDueOn) })}</span>
                )}
              </td>
              <td className={styles.quiet}>{payment.billNo ?? payment.reference ?? payment.orderNo}</td>
              <td className={styles.quiet}>{users.find(({ id }) => id === payment.collectedById)?.name}</td>
              <td className={styles.note} title={payment.note ?? ''}>
                {payment.note}
              </td>
              <td className={styles.number}>
                <MoneyText
                  amount={payment.amountFen}
                  tone={payment.kind === 'payment' && !isVoid ? 'received' : 'quiet'}
                />
              </td>
              <td className={styles.number}>
                <MoneyText amount={settles} tone="quiet" />
              </td>
              <td className={styles.number}>
                {payment.leftFen > 0 ? <MoneyText amount={payment.leftFen} /> : <span className={styles.empty}>—</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
