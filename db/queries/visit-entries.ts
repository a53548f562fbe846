import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../src-shared/calendar/wanted-persons.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { VisitEntry } from '../../src-shared/visits/visit-entry.ts';
import type { VisitPlan } from '../../src-shared/visits/visit-plan.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { toVisitPlan } from './to-visit-plan.ts';
import { toVisited, type VisitedRow, visitedColumns } from './visited-customer.ts';

/** Of `visit_plans p`. */
export const planColumns = `p.id, p.person_id AS personId, p.planned_on AS plannedOn, p.planned_time AS plannedTime,
  p.length_minutes AS lengthMinutes, p.purpose, p.status, p.cancelled_reason AS cancelledReason, p.done_by_id AS doneById,
  p.series_id AS seriesId, p.created_at AS createdAt, p.updated_at AS updatedAt`;

/** Plans with their customers; only those that are in no bin. */
const entries = `SELECT ${planColumns}, ${visitedColumns}`;
// CROSS JOIN keeps the order: left to itself SQLite reads every live customer first, or every plan to pick one person's.
const ofLiveCustomers = `CROSS JOIN customer_list l ON l.customer_id = p.customer_id AND l.is_live = 1
  CROSS JOIN customers c ON c.id = p.customer_id`;

/** By day, those with a time first, then by district and name: the order of a list and of a printed sheet. */
const inOrder = 'p.planned_on, p.planned_time IS NULL, p.planned_time, l.district_key, l.name_key, p.id';

export type EntryRow = Omit<VisitPlan, 'customerId'> & VisitedRow;

export function toEntry(row: EntryRow): VisitEntry {
  return { plan: toVisitPlan(row), ...toVisited(row) };
}

/** SQL of the plans of a span that also meet `where`; `more` are columns besides, `joins` what they need. */
export function spanSql(
  isForPersons: boolean,
  { more = '', joins = '', where = '' }: { readonly more?: string; readonly joins?: string; readonly where?: string },
): string {
  const plans = isForPersons
    ? 'json_each(:persons) who CROSS JOIN visit_plans p ON p.person_id IS who.value AND p.planned_on BETWEEN :from AND :to'
    : 'visit_plans p INDEXED BY visit_plans_day';
  return `${entries}${more} FROM ${plans} ${ofLiveCustomers} ${joins}
    WHERE p.deleted_at IS NULL AND p.planned_on BETWEEN :from AND :to ${where} ORDER BY ${inOrder}`;
}

export function spanValues({ from, to }: CalendarSpan, persons: WantedPersons): Record<string, string> {
  return persons ? { from, to, persons: JSON.stringify([...new Set(persons)]) } : { from, to };
}

const everybodys = spanSql(false, {});
const ofPersons = spanSql(true, {});

/** Plans of a span, whatever became of them; by day, time, district, name. */
export function visitEntriesBetween(db: ReadDb, span: CalendarSpan, persons?: WantedPersons): readonly VisitEntry[] {
  return rowsOf<EntryRow>(db.sqlite, persons ? ofPersons : everybodys)
    .all(spanValues(span, persons))
    .map(toEntry);
}

const one = `${entries} FROM visit_plans p ${ofLiveCustomers} WHERE p.id = ? AND p.deleted_at IS NULL`;

/** Null: there is no such plan, or it or its customer is in the bin. */
export function visitEntry(db: ReadDb, id: Id): VisitEntry | null {
  const row = rowsOf<EntryRow>(db.sqlite, one).get(id);
  return row ? toEntry(row) : null;
}

const openOnDays = `${entries} FROM json_each(:days) day
  CROSS JOIN visit_plans p ON p.person_id = :personId AND p.planned_on = day.value ${ofLiveCustomers}
  WHERE p.deleted_at IS NULL AND p.status = 'planned' ORDER BY ${inOrder}`;

/** Open plans of one person on some days. */
export function openEntriesOn(db: ReadDb, personId: Id, days: readonly CalendarDate[]): readonly VisitEntry[] {
  return rowsOf<EntryRow>(db.sqlite, openOnDays)
    .all({ personId, days: JSON.stringify([...new Set(days)]) })
    .map(toEntry);
}
