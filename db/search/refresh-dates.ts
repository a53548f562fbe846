import type { Sqlite } from '../connection.ts';
import { commandOf, rowsOf } from '../prepared.ts';
import { type CustomerDates, customerDates, type DatesBook } from './customer-dates.ts';
import { type DateFacts, dateFactsSql } from './customer-source.ts';
import { datesBook } from './dates-book.ts';
import { withoutIndexes } from './derived-writer.ts';

const dateColumns = ['next_visit_on', 'last_contact_at', 'cadence_days', 'due_on', 'quiet_since'] as const;

type DatesRow = DateFacts & CustomerDates & { readonly doc: number };

const stored = `l.doc, ${dateColumns.map((column) => `l.${column}`).join(', ')}`;
const ofCustomers = 'JOIN customers c ON c.id = l.customer_id LEFT JOIN tiers t ON t.id = c.tier_id';

/** Facts that did not change are those already in the list: reading them anew would be most of the work. */
const knownFacts = `c.created_at AS createdAt, l.next_visit_on AS nextVisitOn, l.last_contact_at AS lastTalkAt,
  NULL AS lastDoneOn, c.cadence_days AS ownCadenceDays, t.cadence_days AS tierCadenceDays,
  c.first_contact_slot AS firstContactSlot`;

const ofIds = `SELECT ${stored}, ${dateFactsSql}
  FROM json_each(?) AS wanted JOIN customer_list l ON l.customer_id = wanted.value ${ofCustomers}`;

/** Of customers of whom a follow-up or a plan was written: most of a day's work. */
export function refreshDates(sqlite: Sqlite, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const book = datesBook(sqlite);
  for (const row of rowsOf<DatesRow>(sqlite, ofIds).all(JSON.stringify(ids))) writeDates(sqlite, row, book);
}

const everybody = `SELECT ${stored}, ${dateFactsSql} FROM customer_list l ${ofCustomers}
  WHERE l.doc > :after ORDER BY l.doc LIMIT :limit`;

/** Of everybody: the book moved to another zone, so that contacts late in the evening fall on other days. */
export function refreshAllDates(sqlite: Sqlite): void {
  refreshWhole(sqlite, everybody, {});
}

const neverContacted = `SELECT ${stored}, ${knownFacts} FROM customer_list l ${ofCustomers}
  WHERE l.doc > :after AND l.last_contact_at IS NULL AND c.first_contact_slot IS NULL ORDER BY l.doc LIMIT :limit`;

/** Other workdays move only those made by hand and never contacted. */
export function refreshDatesOfNeverContacted(sqlite: Sqlite): void {
  refreshWhole(sqlite, neverContacted, {});
}

// Unary plus: by the index of owner and cadence SQLite would sort every row anew for each chunk.
const ofTier = `SELECT ${stored}, ${knownFacts} FROM customer_list l ${ofCustomers}
  WHERE l.doc > :after AND +l.tier_id = :tierId AND c.cadence_days IS NULL AND +l.cadence_days <> t.cadence_days
  ORDER BY l.doc LIMIT :limit`;

/** Of those whose cadence is the tier's, after it changed. */
export function refreshDatesOfTier(sqlite: Sqlite, tierId: string): void {
  refreshWhole(sqlite, ofTier, { tierId });
}

/** Fills the columns in a book whose list is older than they are. Inside the caller's transaction. */
export function fillDates(sqlite: Sqlite): void {
  withoutIndexes(sqlite, ['customer_list_quiet', 'customer_list_due_on', 'customer_list_due'], () =>
    refreshAllDates(sqlite),
  );
}

/** Rows read together: SQLite writes nothing while a statement of the same connection is still reading. */
const chunkSize = 5_000;

function refreshWhole(sqlite: Sqlite, sql: string, values: { readonly [name: string]: string }): void {
  const book = datesBook(sqlite);
  let after = 0;
  for (;;) {
    const rows = rowsOf<DatesRow>(sqlite, sql).all({ ...values, after, limit: chunkSize });
    for (const row of rows) writeDates(sqlite, row, book);
    const last = rows.at(-1);
    if (!last || rows.length < chunkSize) return;
    after = last.doc;
  }
}

/** Writes what differs: SQLite then leaves the other indexes alone. */
function writeDates(sqlite: Sqlite, row: DatesRow, book: DatesBook): void {
  const dates = customerDates(row, book);
  const changed = dateColumns.filter((column) => row[column] !== dates[column]);
  if (changed.length === 0) return;
  const sets = changed.map((column) => `${column} = ?`).join(', ');
  commandOf(sqlite, `UPDATE customer_list SET ${sets} WHERE doc = ?`).run(
    ...changed.map((column): string | number | null => dates[column]),
    row.doc,
  );
}
