import type { WriteDb } from '../../../db/journal.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ordersContract } from '../../../src-shared/orders/orders-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { planDutyCall } from '../../workflows/plan-duty-call.ts';
import { orderToChange } from './order-to-change.ts';

/** Errors: those of orderToChange; conflict too_early (before the order's day); validation out_of_range (after today). */
export function setDelivered(
  db: WriteDb,
  actor: Actor,
  { id, on, callPurpose }: ParsedInputOf<typeof ordersContract.setDelivered>,
): Result<{ readonly callPlannedOn: CalendarDate | null }, AppError> {
  const found = orderToChange(db, actor, id);
  if (!found.ok) return found;
  const { order, customer } = found.value;
  if (on !== null && on < order.issuedOn)
    return err({ kind: 'conflict', reason: 'too_early', otherId: id, detail: order.issuedOn });
  if (on !== null && on > actor.today) return outOfRange('on');
  const isChanged = db.update(salesOrders, id, { deliveredOn: on });
  if (!isChanged || on === null) return ok({ callPlannedOn: null });
  const { today } = actor;
  return ok({ callPlannedOn: planDutyCall(db, customer, { deliveredOn: on, today, purpose: callPurpose }) });
}
