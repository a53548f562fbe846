import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

// Who takes back what the app did means it: such a plan stays open until it is moved to another day. CROSS JOIN: through
// the few batches of the app SQLite would read every row that each of them wrote.
const forgotten = `SELECT p.id FROM visit_plans p INDEXED BY visit_plans_open
  WHERE p.status = 'planned' AND p.deleted_at IS NULL AND p.planned_on < :before AND NOT EXISTS (
    SELECT 1 FROM journal_entries e CROSS JOIN journal_batches b ON b.seq = e.batch
    WHERE e.entity_id = p.id AND b.source = 'system' AND json_extract(e.before, '$.status') IS NOT NULL
      AND e.seq > ifnull((SELECT max(moved.seq) FROM journal_entries moved
        WHERE moved.entity_id = p.id AND json_extract(moved.before, '$.planned_on') IS NOT NULL), 0))
  ORDER BY p.planned_on, p.id LIMIT :limit`;

/** Open plans of days before `before` that the app has not called missed already. */
export function forgottenPlanIds(db: ReadDb, before: CalendarDate, limit = Number.MAX_SAFE_INTEGER): readonly Id[] {
  return valuesOf<Id>(db.sqlite, forgotten).all({ before, limit });
}
