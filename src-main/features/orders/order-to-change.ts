import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Actor } from '../../ipc/actor.ts';
import { type CustomerState, customerToChange } from '../../ipc/reachable-customer.ts';

export type OrderState = typeof salesOrders.$inferSelect;

/** Errors: not_found, forbidden, conflict in_bin (taken back by undo, or its customer is binned), already_void. */
export function orderToChange(
  db: ReadDb,
  actor: Actor,
  id: Id,
): Result<{ readonly order: OrderState; readonly customer: CustomerState }, AppError> {
  const order = findRow(db, salesOrders, id);
  if (!order) return err({ kind: 'not_found', entity: 'sales_orders', id });
  const customer = customerToChange(db, actor, order.customerId, 'orders.edit');
  if (!customer.ok) return customer;
  if (order.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: id });
  if (order.voidedOn !== null) return err({ kind: 'conflict', reason: 'already_void', otherId: id });
  return ok({ order, customer: customer.value });
}
