import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';

/** Single look-ups that an import makes per row: their statements are prepared once per run. */
export interface ImportLookups {
  carriesTag(customerId: Id, tagId: Id): boolean;
  hasOpenPlanOn(customerId: Id, day: CalendarDate): boolean;
}

export function importLookups(db: ReadDb): ImportLookups {
  const tag = db.sqlite.prepare('SELECT 1 FROM customer_tags WHERE customer_id = ? AND tag_id = ?');
  const plan = db.sqlite.prepare(
    "SELECT 1 FROM visit_plans WHERE customer_id = ? AND planned_on = ? AND status = 'planned' AND deleted_at IS NULL",
  );
  return {
    carriesTag: (customerId, tagId) => tag.get(customerId, tagId) !== undefined,
    hasOpenPlanOn: (customerId, day) => plan.get(customerId, day) !== undefined,
  };
}
