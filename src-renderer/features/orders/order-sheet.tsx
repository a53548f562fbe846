import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { daysBetween } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { scaledText } from '../../../src-shared/core/scaled-number.ts';
import type { OrderDetail } from '../../../src-shared/orders/order.ts';
import { MoneyText } from '../../components/money-text.tsx';
import { toAppError } from '../../ipc/app-problem.ts';
import { errorText } from '../../ipc/error-text.ts';
import { useMay, useUsers } from '../../ipc/use-current-user.ts';
import { useRead } from '../../ipc/use-read.ts';
import { isDraftKept } from '../../state/drafts.ts';
import { askMoney, closeMoneyRequest } from '../../state/money-request.ts';
import { dayText } from '../../text/day-text.ts';
import { priceText } from '../../text/price-text.ts';
import { receivableDueText } from '../../text/receivable-text.ts';
import { useWindowWords } from '../../text/use-window-words.ts';
import { breachText } from './breach-text.ts';
import { creditText } from './credit-text.ts';
import { OrderCosts } from './order-costs.tsx';
import { OrderDelivery } from './order-delivery.tsx';
import { percentText } from './order-draft.ts';
import { OrderFiles } from './order-files.tsx';
import { OrderEditor } from './order-form.tsx';
import styles from './order-sheet.module.css';
import { TakeBackDialog } from './take-back-dialog.tsx';
import { VoidOrderDialog } from './void-order-dialog.tsx';

type Asked = 'edit' | 'takeBack' | 'void' | null;

/** One order over the page: lines, what is owed of it, who agreed, its files, and what can be done to it. */
export function OrderSheet({ orderId }: { readonly orderId: Id }) {
  const { t } = useWindowWords();
  const read = useRead('orders', 'get', { id: orderId });
  const [asked, setAsked] = useState<Asked>(() => (isDraftKept(`order ${orderId}`) ? 'edit' : null));
  const order = read.data;
  const customer = useRead('customers', 'get', { id: order?.customerId ?? '' }, { enabled: order !== undefined }).data;
  const ownerId = customer?.ownerId ?? null;
  const mayEdit = useMay('orders.edit', ownerId);
  const mayNote = useMay('follow_ups.edit', ownerId);
  const mayPay = useMay('money.edit', ownerId);
  const isLive = order !== undefined && order.voidedOn === null;
  const firstOpen = order?.instalments.find((part) => part.openFen > 0);
  const dropAsked = () => setAsked(null);
  return (
    <Drawer
      open
      size={640}
      title={order ? t('order.sheetTitle', { no: order.orderNo }) : t('order.sheet')}
      onClose={closeMoneyRequest}
      extra={
        order &&
        isLive && (
          <div className={styles.actions}>
            {mayPay && firstOpen && (
              <Button
                size="small"
                type="primary"
                onClick={() =>
                  askMoney({ kind: 'payment', customerId: order.customerId, receivableId: firstOpen.receivableId })
                }
              >
                {t('payment.title')}
              </Button>
            )}
            {mayEdit && (
              <>
                <Button size="small" onClick={() => setAsked('takeBack')}>
                  {t('order.takeBack.title')}
                </Button>
                <Button size="small" onClick={() => setAsked('edit')}>
                  {t('order.edit')}
                </Button>
                <Button size="small" danger onClick={() => setAsked('void')}>
                  {t('order.void.title')}
                </Button>
              </>
            )}
          </div>
        )
      }
    >
      {read.error && !order && (
        <p className={styles.problem} role="alert">
          {errorText(t, toAppError(read.error))}
        </p>
      )}
      {order && (
        <>
          <Facts order={order} />
          <OrderDelivery order={order} isReadOnly={!mayEdit || !isLive} />
          <Lines order={order} />
          <Instalments order={order} />
          {(order.agreedById !== null || order.approvedById !== null) && <Agreement order={order} />}
          <OrderCosts order={order} mayAdd={mayNote} />
          <OrderFiles customerId={order.customerId} orderId={order.id} mayEdit={mayEdit} />
        </>
      )}
      {order && isLive && mayEdit && asked === 'edit' && (
        <OrderEditor customerId={order.customerId} order={order} onDone={dropAsked} onClose={dropAsked} />
      )}
      {order && asked === 'takeBack' && <TakeBackDialog order={order} onClose={dropAsked} />}
      {order && asked === 'void' && <VoidOrderDialog order={order} onClose={dropAsked} />}
    </Drawer>
  );
}

interface Props {
  readonly order: OrderDetail;
}

function Facts({ order }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const nameOf = (id: Id | null) => users.find((user) => user.id === id)?.name ?? '—';
  const facts: readonly (readonly [string, string])[] = [
    [t('money.customer'), order.customerName],
    [t('order.issuedOn'), dayText(words, order.issuedOn)],
    [t('order.salesperson'), nameOf(order.salespersonId)],
    [t('order.credit'), creditText(t, order.credit)],
    ...(order.contractNo === null ? [] : [[t('order.contractNo'), order.contractNo] as const]),
    ...(order.contractEndOn === null ? [] : [[t('order.contractEndOn'), dayText(words, order.contractEndOn)] as const]),
    ...(order.note === null ? [] : [[t('field.note'), order.note] as const]),
  ];
  return (
    <>
      {order.voidedOn !== null && (
        <p className={styles.voided}>
          {t('order.voidedWords', { day: dayText(words, order.voidedOn), reason: order.voidReason ?? '' })}
        </p>
      )}
      <div className={styles.sums}>
        <Sum label={t('order.total')}>
          <MoneyText amount={order.amountFen} isStrong />
        </Sum>
        <Sum label={t('order.received')}>
          <MoneyText amount={settledOf(order)} />
        </Sum>
        <Sum label={t('order.openSum')}>
          <MoneyText amount={order.openFen} tone={order.isOverdue ? 'overdue' : 'plain'} isStrong />
        </Sum>
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function settledOf({ instalments }: OrderDetail) {
  return fen(
    instalments
      .filter((part) => part.settlement !== 'void')
      .reduce((sum, part) => sum + part.amountFen - part.openFen, 0),
  );
}

function Sum({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.sum}>
      <span className={styles.quiet}>{label}</span>
      {children}
    </div>
  );
}

function Lines({ order }: Props) {
  const { t } = useWindowWords();
  return (
    <section aria-label={t('order.lines')}>
      <h3 className={styles.title}>{t('order.lines')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('order.column.title')}</th>
            <th className={styles.number}>{t('order.column.quantity')}</th>
            <th className={styles.number}>{t('order.column.price')}</th>
            <th className={styles.number}>{t('order.column.discount')}</th>
            <th className={styles.number}>{t('order.column.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.title}
                {line.returnedE3 > 0 && (
                  <span className={styles.badge}>
                    {t('order.returned', { quantity: scaledText(line.returnedE3, 3) })}
                  </span>
                )}
              </td>
              <td className={styles.number}>
                {scaledText(line.quantityE3, 3)} {line.unit}
              </td>
              <td className={styles.number}>{priceText(line.unitPriceE4)}</td>
              <td className={styles.number}>{line.discountBp === 0 ? '' : percentText(line.discountBp)}</td>
              <td className={styles.number}>
                <MoneyText amount={line.amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Instalments({ order }: Props) {
  const words = useWindowWords();
  const { t, today } = words;
  return (
    <section aria-label={t('order.instalments')}>
      <h3 className={styles.title}>{t('order.instalments')}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('order.part')}</th>
            <th>{t('payment.due')}</th>
            <th className={styles.number}>{t('order.column.amount')}</th>
            <th className={styles.number}>{t('payment.open')}</th>
            <th>{t('order.state')}</th>
          </tr>
        </thead>
        <tbody>
          {order.instalments.map((part) => {
            const due = receivableDueText(words, { ...part, daysPastDue: daysBetween(part.dueOn, today) });
            return (
              <tr key={part.receivableId}>
                <td>{t('order.partNo', { no: part.installmentNo })}</td>
                <td>{part.dueOn}</td>
                <td className={styles.number}>
                  <MoneyText amount={part.amountFen} />
                </td>
                <td className={styles.number}>
                  <MoneyText amount={part.openFen} tone={part.isOverdue ? 'overdue' : 'plain'} />
                </td>
                <td data-tone={due.tone} className={styles.due}>
                  {due.text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Agreement({ order }: Props) {
  const words = useWindowWords();
  const { t } = words;
  const { users } = useUsers();
  const nameOf = (id: Id | null) => users.find((user) => user.id === id)?.name ?? '—';
  return (
    <section aria-label={t('order.agreement')}>
      <h3 className={styles.title}>{t('order.agreement')}</h3>
      <p className={styles.words}>{t('order.agreedBy', { name: nameOf(order.agreedById) })}</p>
      {order.approvedById !== null && (
        <>
          <p className={styles.words}>
            {t('order.approvedBy', { name: nameOf(order.approvedById), reason: order.approvalReason ?? '' })}
          </p>
          <ul className={styles.breaches} aria-label={t('order.approval.breaches')}>
            {order.approvedBreaches.map((breach) => (
              <li key={'of' in breach ? `${breach.code} ${breach.of}` : breach.code}>{breachText(words, breach)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
