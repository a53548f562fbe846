import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { TimedPlan } from '../../src-shared/reminders/reminder-material.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/**
 * `:personId` null: everybody's; else that person's and those of nobody. CROSS JOIN keeps the index of open plans in front,
 * whatever SQLite guesses of customers: this is asked every minute.
 */
const openPlans = `FROM visit_plans p
  CROSS JOIN customer_list l ON l.customer_id = p.customer_id AND l.is_live = 1
  WHERE p.status = 'planned' AND p.deleted_at IS NULL
    AND (:personId IS NULL OR p.person_id = :personId OR p.person_id IS NULL)`;

const timed = `SELECT p.id, p.customer_id AS customerId, coalesce(c.short_name, c.name) AS customerName,
    l.contact_name AS contactName, l.phone, p.person_id AS personId, p.planned_on AS plannedOn,
    p.planned_time AS plannedTime, p.purpose, p.updated_at AS updatedAt
  ${openPlans.replace('WHERE', 'CROSS JOIN customers c ON c.id = p.customer_id WHERE')}
    AND p.planned_time IS NOT NULL AND p.planned_on BETWEEN :from AND :to
  ORDER BY p.planned_on, p.planned_time, p.id`;

/** Open plans of the span that have a time. */
export function timedPlans(db: ReadDb, { from, to }: CalendarSpan, personId: Id | null): readonly TimedPlan[] {
  return rowsOf<TimedPlan>(db.sqlite, timed).all({ from, to, personId });
}

const counted = `SELECT count(*) FILTER (WHERE p.planned_on = :today) AS visits,
    count(*) FILTER (WHERE p.planned_on < :today) AS overdue
  ${openPlans} AND p.planned_on <= :today`;

/** Open plans of the day and of the days before it. */
export function openPlanCounts(
  db: ReadDb,
  today: CalendarDate,
  personId: Id | null,
): { readonly visits: number; readonly overdue: number } {
  const counts = rowsOf<{ visits: number; overdue: number }>(db.sqlite, counted).get({ today, personId });
  return { visits: counts?.visits ?? 0, overdue: counts?.overdue ?? 0 };
}
