import type { WriteDb } from '../../../db/journal.ts';
import { customerTags } from '../../../db/schema/customers.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import { tierHistory } from '../../../db/schema/tiers.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';

/** Every assignment of a tier has its row (domain §4), back to 未分级 too. */
export function recordTier(
  db: WriteDb,
  assignment: {
    readonly customerId: Id;
    readonly tierId: Id | null;
    readonly effectiveOn: CalendarDate;
    readonly method: (typeof tierHistory)['$inferInsert']['method'];
    readonly reason: string | null;
  },
): void {
  db.insert(tierHistory, { ...assignment, id: newId(instantToMs(db.info.now)) });
}

export function putTagOn(db: WriteDb, customerId: Id, tagId: Id): void {
  db.insert(customerTags, { id: newId(instantToMs(db.info.now)), customerId, tagId });
}

/**
 * Open visits of the one who looked after the customer, or of nobody, go to the one who does now: else a visit stays
 * with somebody who has nothing to do with the customer any more.
 */
export function handOverPlans(
  db: WriteDb,
  openPlans: readonly { readonly id: Id; readonly personId: Id | null }[],
  ownerBefore: Id | null,
  owner: Id | null,
): void {
  for (const plan of openPlans) {
    if (plan.personId === ownerBefore || plan.personId === null) db.update(visitPlans, plan.id, { personId: owner });
  }
}
