import type { WriteDb } from '../../../db/journal.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { salesOrderLines, salesOrders } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OrderDraft, OrderFields } from '../../../src-shared/orders/order.ts';
import { limitBreaches, type OrderFigures } from '../../../src-shared/orders/order-limits.ts';
import { billOf } from '../../../src-shared/payments/payment-bill.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';
import { orderStanding } from '../../workflows/order-standing.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';
import { type Approver, agreement } from './agree-order.ts';
import {
  type DrawnUpOrder,
  drawUpOrder,
  freeOrderNumber,
  proposedSalesperson,
  salespersonProblem,
  takenNumber,
} from './draw-up-order.ts';
import { settleNewOrder } from './settle-new-order.ts';

/** One batch: the order, what is owed for it, and what settles it at once. */
export function createOrder(
  db: WriteDb,
  actor: Actor,
  draft: OrderDraft,
  approver: Approver | null,
): Result<{ id: Id; orderNo: string }, AppError> {
  const customer = customerToChange(db, actor, draft.customerId, 'orders.edit');
  if (!customer.ok) return customer;
  const { customerId, issuedOn } = draft;
  const salespersonId =
    draft.salespersonId === undefined ? proposedSalesperson(db, actor, customer.value.ownerId) : draft.salespersonId;
  const orderNo = draft.orderNo ?? freeOrderNumber(db, issuedOn);
  const problem = salespersonProblem(db, actor, salespersonId) ?? takenNumber(db, orderNo, null);
  if (problem) return err(problem);
  const drawnUp = drawUpOrder(db, actor, draft, []);
  if (!drawnUp.ok) return drawnUp;

  const nextId = () => newId(instantToMs(db.info.now));
  const id = nextId();
  const ledger = readLedger(db, customerId);
  const settled = settleNewOrder(db, actor, ledger, { id, draft, instalments: drawnUp.value.instalments }, nextId);
  if (!settled.ok) return settled;
  const figures = figuresOf(draft, drawnUp.value, settled.value.givenFen);
  const standing = orderStanding(db, actor, { customer: customer.value, ledger, issuedOn, orderId: null });
  const agreed = agreement(actor.userId, limitBreaches(figures, standing), figures, approver);
  if (!agreed.ok) return agreed;

  db.insert(salesOrders, { ...headOf(draft), ...agreed.value, id, customerId, orderNo, salespersonId });
  for (const line of drawnUp.value.lines) {
    db.insert(salesOrderLines, { ...line, id: nextId(), customerId, orderId: id });
  }
  const written = writeLedgerChange(db, customerId, ledger, settled.value.change, { source: moneyOf(draft, id) });
  return written.ok ? ok({ id, orderNo }) : written;
}

/** The order's own columns, but for number and people. */
export function headOf({ issuedOn, credit, contractNo, contractEndOn, note }: OrderFields) {
  return { issuedOn, creditKind: credit.kind, creditDays: credit.days, contractNo, contractEndOn, note };
}

/** `lastDueOn` of an order of which nothing is owed is its own day. */
export function figuresOf(
  { issuedOn }: Pick<OrderFields, 'issuedOn'>,
  { instalments, amountFen, discountBp }: Omit<DrawnUpOrder, 'lines'>,
  givenFen: OrderFigures['givenFen'],
): OrderFigures {
  const lastDueOn = instalments.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), issuedOn);
  return { issuedOn, lastDueOn, amountFen, discountBp, givenFen };
}

/** What the money taken with the order says beside its amount. */
function moneyOf({ payment }: OrderDraft, orderId: Id) {
  if (!payment) return {};
  const { method, isDeposit, reference, note, collectedById } = payment;
  return { method, isDeposit, ...billOf(payment), reference, note, collectedById, orderId };
}
