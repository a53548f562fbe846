import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import type { Touched } from '../search/touched-customers.ts';
import { holidayYearSettings, timeZoneSetting } from '../setting-names.ts';
import type { BatchRef } from './find-batch.ts';

const ofEverybody = 'SELECT 1 FROM customers';

/** Rows of these tables stand in the list of every customer that points to them. */
const customersBehind: Readonly<Record<string, string>> = {
  users: 'SELECT 1 FROM customers WHERE owner_id = ?',
  tiers: 'SELECT 1 FROM customers WHERE tier_id = ?',
  tags: 'SELECT 1 FROM customer_tags WHERE tag_id = ?',
};

/**
 * How many customers the list derived from them may have to follow when these few rows change, counted no further than
 * `cap`: a tier's new cadence is one row and moves the due day of all its customers. What belongs to one customer is one.
 */
export function countCustomersReached(db: Pick<ReadDb, 'sqlite'>, touched: Touched, cap: number): number {
  let reached = 0;
  for (const [table, ids] of touched) {
    for (const id of ids) {
      if (reached >= cap) return cap;
      reached += countBehind(db, table, id, cap - reached);
    }
  }
  return reached;
}

function countBehind(db: Pick<ReadDb, 'sqlite'>, table: string, id: string, cap: number): number {
  if (table === 'book_settings') return movesDueDays(id) ? countCapped(db, ofEverybody, [], cap) : 0;
  const behind = customersBehind[table];
  return behind === undefined ? 1 : countCapped(db, behind, [id], cap);
}

/** A zone moves contacts late in the evening to other days, a year's holidays the due days of whom nobody ever spoke with. */
function movesDueDays(setting: string): boolean {
  const [first, after] = holidayYearSettings;
  return setting === timeZoneSetting || (setting >= first && setting < after);
}

function countCapped(db: Pick<ReadDb, 'sqlite'>, sql: string, values: readonly string[], cap: number): number {
  return valuesOf<number>(db.sqlite, `SELECT count(*) FROM (${sql} LIMIT ?)`).get(...values, cap) ?? 0;
}

/** As countCustomersReached, of the rows that a batch changed. Reads them all: for a batch known to be small. */
export function countCustomersReachedBy(db: ReadDb, { seq }: BatchRef, cap: number): number {
  const touched = new Map<string, Set<string>>();
  const rows = db.sqlite
    .prepare<[number], { entity: string; id: string }>(
      'SELECT entity, entity_id AS id FROM journal_entries WHERE batch = ?',
    )
    .all(seq);
  for (const { entity, id } of rows) touched.set(entity, (touched.get(entity) ?? new Set()).add(id));
  return countCustomersReached(db, touched, cap);
}
