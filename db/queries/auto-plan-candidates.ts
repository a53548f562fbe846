import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { BookedVisits, PlanCandidate } from '../../src-shared/visits/auto-plan.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/** `persons` null: everybody's customers, and those without an owner. */
const candidates = (isForPersons: boolean) => `
  SELECT l.customer_id AS customerId, c.name, l.name_key AS nameKey, l.tier_id AS tierId,
    l.tier_position AS tierPosition, u.id AS ownerId, c.city, c.district, l.due_on AS dueOn,
    l.cadence_days AS cadenceDays
  FROM customer_list l
  JOIN customers c ON c.id = l.customer_id
  LEFT JOIN users u ON u.id = l.owner_id AND u.deleted_at IS NULL
  WHERE l.is_live = 1 AND l.next_visit_on IS NULL AND l.due_on <= :to
    ${isForPersons ? 'AND u.id IN (SELECT value FROM json_each(:persons))' : ''}`;
const everybodys = candidates(false);
const ofPersons = candidates(true);

/**
 * Live customers without an open plan that are due by `to`. Whose owner has left the firm has none: nobody can be sent.
 * With `persons` only those they own.
 */
export function planCandidates(db: ReadDb, to: CalendarDate, persons: readonly Id[] | null): readonly PlanCandidate[] {
  return persons === null
    ? rowsOf<PlanCandidate>(db.sqlite, everybodys).all({ to })
    : rowsOf<PlanCandidate>(db.sqlite, ofPersons).all({ to, persons: JSON.stringify(persons) });
}

// Of today the visits that were made count too: the day has room for as many less.
const booked = (isForPersons: boolean) => `
  SELECT p.person_id AS personId, p.planned_on AS "on", c.city, c.district, count(*) AS visits
  FROM visit_plans p
  JOIN customers c ON c.id = p.customer_id AND c.deleted_at IS NULL
  JOIN users u ON u.id = p.person_id AND u.deleted_at IS NULL
  WHERE p.deleted_at IS NULL AND p.planned_on BETWEEN :today AND :to
    AND (p.status = 'planned' OR (p.status = 'done' AND p.planned_on = :today))
    ${isForPersons ? 'AND u.id IN (SELECT value FROM json_each(:persons))' : ''}
  GROUP BY 1, 2, 3, 4`;
const bookedOfAll = booked(false);
const bookedOfPersons = booked(true);

/** What persons have on their days already, from today to `to`: open visits, and of today those that were made. */
export function bookedVisits(
  db: ReadDb,
  span: { readonly today: CalendarDate; readonly to: CalendarDate },
  persons: readonly Id[] | null,
): readonly BookedVisits[] {
  return persons === null
    ? rowsOf<BookedVisits>(db.sqlite, bookedOfAll).all({ ...span })
    : rowsOf<BookedVisits>(db.sqlite, bookedOfPersons).all({ ...span, persons: JSON.stringify(persons) });
}
