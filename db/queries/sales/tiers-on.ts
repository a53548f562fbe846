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

const idsSql = 'SELECT doc, customer_id FROM customer_list';

/** As tiersOn, of these row numbers of customer_list, in their order; null: none. */
export function tiersOfDocs(db: ReadDb, docs: Int32Array, day: CalendarDate): readonly (Id | null)[] {
  const ids = new Map(tuplesOf<readonly [doc: number, Id]>(db.sqlite, idsSql).all());
  const known = tiersOn(db, day);
  return Array.from(docs, (doc) => known.get(ids.get(doc) ?? '') ?? null);
}
