import { cadenceDaysWithoutTier } from '../../src-shared/tiers/tier.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, rowsOf, valuesOf } from '../prepared.ts';
import { type CustomerDates, customerDates, type DatesBook } from './customer-dates.ts';
import { type DateFacts, dateFactsSql, lastDoneSql, lastTalkSql } from './customer-source.ts';
import { offerDateFunctions } from './date-functions.ts';
import { datesBook } from './dates-book.ts';
import { withoutIndexes } from './derived-writer.ts';

const dateColumns = ['next_visit_on', 'last_contact_at', 'cadence_days', 'due_on', 'quiet_since'] as const;

type DatesRow = DateFacts & CustomerDates & { readonly doc: number };

const stored = `l.doc, ${dateColumns.map((column) => `l.${column}`).join(', ')}`;
const ofCustomers = 'JOIN customers c ON c.id = l.customer_id LEFT JOIN tiers t ON t.id = c.tier_id';

const ofIds = `SELECT ${stored}, ${dateFactsSql}
  FROM json_each(?) AS wanted JOIN customer_list l ON l.customer_id = wanted.value ${ofCustomers}`;

/** Of customers of whom a follow-up or a plan was written: most of a day's work. */
export function refreshDates(sqlite: Sqlite, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const book = datesBook(sqlite);
  for (const row of rowsOf<DatesRow>(sqlite, ofIds).all(JSON.stringify(ids))) writeDates(sqlite, row, book);
}

// In the order of the list and not of what it is made from: 100 MB of it are written anew, each page once.
const listed = 'customer_list.customer_id';
const contactOfListed = `keben_last_contact((${lastTalkSql(listed)}), (${lastDoneSql(listed)}))`;
const contactOfEverybody = `
  UPDATE customer_list SET last_contact_at = ${contactOfListed} WHERE last_contact_at IS NOT ${contactOfListed}`;
const dueOfEverybody = `
  UPDATE customer_list SET quiet_since = ifnull(last_contact_at, created_at), (cadence_days, due_on) = (
    SELECT days, keben_due_on(customer_list.created_at, last_contact_at, days, slot) FROM (
      SELECT coalesce(c.cadence_days, t.cadence_days, ${cadenceDaysWithoutTier}) AS days, c.first_contact_slot AS slot
      FROM customers c LEFT JOIN tiers t ON t.id = c.tier_id WHERE c.id = customer_id))`;

/** Of everybody: the book moved to another zone, so that contacts late in the evening fall on other days. */
export function refreshAllDates(sqlite: Sqlite): void {
  offerDateFunctions(sqlite);
  withoutIndexes(sqlite, ['customer_list_quiet', 'customer_list_due_on', 'customer_list_due'], () => {
    commandOf(sqlite, contactOfEverybody).run();
    commandOf(sqlite, dueOfEverybody).run();
  });
}

const ofNeverContacted = `
  UPDATE customer_list SET due_on = keben_due_on(created_at, NULL, cadence_days, NULL)
  WHERE last_contact_at IS NULL AND (SELECT first_contact_slot FROM customers WHERE id = customer_id) IS NULL`;

/** Other workdays move only those made by hand and never contacted. */
export function refreshDatesOfNeverContacted(sqlite: Sqlite): void {
  offerDateFunctions(sqlite);
  commandOf(sqlite, ofNeverContacted).run();
}

// Few have a cadence of their own: an index names them, so that nobody else is asked.
const ofTier = `
  UPDATE customer_list SET cadence_days = :days, due_on = keben_due_on(created_at, last_contact_at, :days,
    CASE WHEN last_contact_at IS NULL THEN (SELECT first_contact_slot FROM customers WHERE id = customer_id) END)
  WHERE tier_id = :id AND cadence_days <> :days AND customer_id NOT IN (
    SELECT id FROM customers INDEXED BY customers_own_cadence WHERE tier_id = :id AND cadence_days IS NOT NULL)`;

/** Of those whose cadence is the tier's, after it changed. */
export function refreshDatesOfTier(sqlite: Sqlite, id: string): void {
  const days = valuesOf<number>(sqlite, 'SELECT cadence_days FROM tiers WHERE id = ?').get(id);
  if (days === undefined) return;
  offerDateFunctions(sqlite);
  commandOf(sqlite, ofTier).run({ id, days });
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
