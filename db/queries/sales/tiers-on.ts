import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';

/* Ids grow with time: of two assignments of one day the later one counts. max() picks the row its other columns come from. */
const tiersOnSql = `
  SELECT customer_id, tier_id, max(effective_on || ' ' || id) FROM tier_history
  WHERE effective_on <= ? GROUP BY customer_id`;

/** The tier of every customer on a day: the last assignment up to it (domain §4). Not in the map: never had one. */
export function tiersOn({ sqlite }: ReadDb, day: CalendarDate): ReadonlyMap<Id, Id | null> {
  const rows = tuplesOf<readonly [Id, Id | null, string]>(sqlite, tiersOnSql).iterate(day);
  const found = new Map<Id, Id | null>();
  for (const [customerId, tierId] of rows) found.set(customerId, tierId);
  return found;
}
