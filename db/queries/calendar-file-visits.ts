import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../src-shared/calendar/wanted-persons.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/** A plan as a calendar file needs it: those in the bin too, because a phone that has one must be told that it is off. */
export interface CalendarFileRow {
  readonly planId: Id;
  readonly personId: Id | null;
  readonly ownerId: Id | null;
  readonly plannedOn: CalendarDate;
  readonly plannedTime: string | null;
  readonly lengthMinutes: number | null;
  readonly purpose: string | null;
  readonly customerName: string;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly isOff: 0 | 1;
  /** The latest change of the plan, its customer or the contact. */
  readonly changedAt: Instant;
}

// The index by day leaves the bin out, that by person does not: everybody is asked for one by one.
const rows = `
  WITH who (id) AS MATERIALIZED (
    SELECT value FROM json_each(:persons) WHERE :persons IS NOT NULL
    UNION SELECT id FROM users WHERE :persons IS NULL UNION SELECT NULL WHERE :persons IS NULL
  ), latest AS MATERIALIZED (
    SELECT p.id, p.customer_id, max(
      (SELECT max(seq) FROM journal_entries WHERE entity_id = p.id),
      (SELECT max(seq) FROM journal_entries WHERE entity_id = c.id),
      ifnull((SELECT max(seq) FROM journal_entries WHERE entity_id = c.primary_contact_id), 0)) AS change
    FROM who CROSS JOIN visit_plans p ON p.person_id IS who.id AND p.planned_on BETWEEN :from AND :to
    JOIN customers c ON c.id = p.customer_id
  )
  SELECT p.id AS planId, p.person_id AS personId, c.owner_id AS ownerId, p.planned_on AS plannedOn,
    p.planned_time AS plannedTime, p.length_minutes AS lengthMinutes, p.purpose, c.name AS customerName, c.province,
    c.city, c.district, c.address, l.contact_name AS contactName, l.phone,
    p.status = 'cancelled' OR p.deleted_at IS NOT NULL OR c.deleted_at IS NOT NULL AS isOff,
    b.at AS changedAt
  FROM latest JOIN visit_plans p ON p.id = latest.id
  JOIN customers c ON c.id = p.customer_id
  JOIN customer_list l ON l.customer_id = c.id
  JOIN journal_entries e ON e.seq = latest.change JOIN journal_batches b ON b.seq = e.batch
  ORDER BY p.planned_on, p.planned_time IS NULL, p.planned_time, p.id`;

export function calendarFileRows(
  db: ReadDb,
  { from, to }: CalendarSpan,
  persons: WantedPersons,
): readonly CalendarFileRow[] {
  return rowsOf<CalendarFileRow>(db.sqlite, rows).all({ from, to, persons: persons ? JSON.stringify(persons) : null });
}
