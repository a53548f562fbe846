import type { WriteDb } from '../../db/journal.ts';
import { openPlanRows } from '../../db/queries/customer-children.ts';
import { findRow } from '../../db/queries/find-row.ts';
import { ifWithFirm } from '../../db/queries/user-rows.ts';
import { workCalendarOf } from '../../db/queries/work-calendar.ts';
import { visitPlans } from '../../db/schema/follow-ups.ts';
import { tiers } from '../../db/schema/tiers.ts';
import { addDays, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { dutyCallDay, dutyCallDays, obligesToCall } from '../../src-shared/visits/duty-call.ts';
import type { CustomerState } from '../ipc/reachable-customer.ts';

/**
 * Plans the call that a delivery obliges to, for the customer's owner (domain §4). Null: the customer's level, its own
 * else the tier's, does not, one is planned in these days anyway, or they are over.
 */
export function planDutyCall(
  db: WriteDb,
  customer: CustomerState,
  {
    deliveredOn,
    today,
    purpose,
  }: { readonly deliveredOn: CalendarDate; readonly today: CalendarDate; readonly purpose: string },
): CalendarDate | null {
  const tier = customer.tierId === null ? null : findRow(db, tiers, customer.tierId);
  if (!obligesToCall(customer.relationshipLevel ?? tier?.relationshipLevel ?? null)) return null;
  const plannedOn = dutyCallDay(deliveredOn, today, workCalendarOf(db));
  if (plannedOn === null) return null;
  const last = addDays(deliveredOn, dutyCallDays);
  const isMetThen = openPlanRows(db, customer.id).some(
    (plan) => plan.plannedOn >= deliveredOn && plan.plannedOn <= last,
  );
  if (isMetThen) return null;
  const personId = ifWithFirm(db, customer.ownerId);
  db.insert(visitPlans, { id: newId(instantToMs(db.info.now)), customerId: customer.id, personId, plannedOn, purpose });
  return plannedOn;
}
