import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { VisitEntry } from '../../src-shared/visits/visit-entry.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf, valuesOf } from '../prepared.ts';
import { type EntryRow, planColumns, toEntry } from './visit-entries.ts';
import { visitedColumns } from './visited-customer.ts';

/** Whose plans: one's own and those of nobody, or everybody's. */
export type PlansOf = { readonly personId: Id } | 'all';

// Only a customer without open plans can be in the bin, so the plans alone say how many there are.
const open = "p.status = 'planned' AND p.deleted_at IS NULL AND p.planned_on < :today";
const openIndex = 'visit_plans p INDEXED BY visit_plans_open';
const ofPerson = '(p.person_id = :personId OR p.person_id IS NULL)';

const entriesWhere = (condition: string) => `SELECT ${planColumns}, ${visitedColumns}
  FROM ${openIndex} CROSS JOIN customer_list l ON l.customer_id = p.customer_id JOIN customers c ON c.id = p.customer_id
  WHERE ${condition}
  ORDER BY p.planned_on, p.planned_time IS NULL, p.planned_time, l.tier_position ASC NULLS LAST, l.name_key, p.id
  LIMIT :limit`;
const countWhere = (condition: string) => `SELECT count(*) FROM ${openIndex} WHERE ${condition}`;

/** Open plans before today, the oldest first, and how many there are. */
export function overdueVisits(
  db: ReadDb,
  today: CalendarDate,
  of: PlansOf,
  limit: number,
): { readonly entries: readonly VisitEntry[]; readonly total: number } {
  const condition = of === 'all' ? open : `${open} AND ${ofPerson}`;
  const values = of === 'all' ? { today } : { today, personId: of.personId };
  return {
    entries: rowsOf<EntryRow>(db.sqlite, entriesWhere(condition))
      .all({ ...values, limit })
      .map(toEntry),
    total: valuesOf<number>(db.sqlite, countWhere(condition)).get(values) ?? 0,
  };
}
