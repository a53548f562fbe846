import { z } from 'zod';
import type { ReadDb } from '../../../db/open.ts';
import type { BookDay } from '../../../db/queries/customer-filter.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { instalmentsOfOrders } from '../../../db/queries/money/order-instalments.ts';
import { lastCreditOf, linesOfOrder, sourceMarks } from '../../../db/queries/money/order-lines.ts';
import { listOrders, type OrderList, orderRows } from '../../../db/queries/money/order-rows.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { termsInForce } from '../../../db/queries/money/terms.ts';
import { customers } from '../../../db/schema/customers.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { OutputOfProcedure, ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { OrderDetail, OrderLine } from '../../../src-shared/orders/order.ts';
import type { LimitBreach } from '../../../src-shared/orders/order-limits.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import { usablePrepayments } from '../../../src-shared/orders/usable-prepayments.ts';
import { maySeeCost } from '../../../src-shared/products/may-see-cost.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange, isWithinReach } from '../../ipc/reachable-customer.ts';
import { freeOrderNumber, proposedSalesperson } from './draw-up-order.ts';

/** Paid at once, until something else was agreed. */
const cash = { kind: 'days', days: 0 } as const;

export function startOrder(
  db: ReadDb,
  actor: Actor,
  { customerId, issuedOn }: ParsedInputOf<typeof ordersContract.start>,
): Result<OutputOfProcedure<typeof ordersContract.start>, AppError> {
  const customer = customerToChange(db, actor, customerId, 'orders.edit');
  if (!customer.ok) return customer;
  const terms = termsInForce(db, customerId);
  const marks = sourceMarks(db, customerId);
  const order = { id: null, issuedOn, openFen: null };
  return ok({
    orderNo: freeOrderNumber(db, issuedOn),
    salespersonId: proposedSalesperson(db, actor, customer.value.ownerId),
    credit: terms?.credit ?? lastCreditOf(db, customerId) ?? cash,
    discountBp: terms?.discountBp ?? 0,
    depositBp: terms?.depositBp ?? 0,
    prepayments: usablePrepayments(readLedger(db, customerId), order, actor.today, (id) => marks.get(id)),
  });
}

/** Errors: not_found, also of an order that an undo took away; forbidden. */
export function readOrder(db: ReadDb, actor: Actor, id: Id): Result<OrderDetail, AppError> {
  const order = findRow(db, salesOrders, id);
  const [row] = order?.deletedAt === null ? orderRows(db, [id], actor.today) : [];
  if (!order || !row) return err({ kind: 'not_found', entity: 'sales_orders', id });
  if (!isWithinReach(actor, findRow(db, customers, order.customerId)?.ownerId ?? null)) {
    return err({ kind: 'forbidden', right: 'orders.read' });
  }
  const lines = linesOfOrder(db, id).map(({ creditedFen: _, ...line }): OrderLine => line);
  return ok({
    ...row,
    credit: { kind: order.creditKind, days: order.creditDays },
    contractEndOn: order.contractEndOn,
    deliveredOn: order.deliveredOn,
    note: order.note,
    voidReason: order.voidReason,
    agreedById: order.agreedById,
    approvedById: order.approvedById,
    approvalReason: order.approvalReason,
    approvedBreaches: breachesShown(order.approvalShown),
    lines: maySeeCost(actor.role) ? lines : lines.map((line) => ({ ...line, costE4: null })),
    instalments: instalmentsOfOrders(db, [id], actor.today).get(id) ?? [],
  });
}

export function readOrders(
  db: ReadDb,
  { reach, userId }: Actor,
  input: ParsedInputOf<typeof ordersContract.list>,
  day: BookDay,
): OrderList {
  return listOrders(db, { ...input, reachOf: reach === 'all' ? null : userId }, day);
}

/** Only `code` is looked at: the rest was written by this app with it. */
const shownSchema = z.object({ breaches: z.array(z.looseObject({ code: z.string() })) });

function breachesShown(shown: string | null): readonly LimitBreach[] {
  if (shown === null) return [];
  // Safe: agreement() is the only one that writes this column, from LimitBreach values.
  return shownSchema.parse(JSON.parse(shown)).breaches as unknown as readonly LimitBreach[];
}
