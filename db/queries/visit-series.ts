import type { Id } from '../../src-shared/core/id.ts';
import type { VisitSeries } from '../../src-shared/visits/visit-series.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import type { visitPlans } from '../schema/follow-ups.ts';
import { visitSeries } from '../schema/follow-ups.ts';
import { findRow } from './find-row.ts';

/** Null: there is none, or it is in the bin. */
export function visitSeriesOf(db: ReadDb, id: Id): VisitSeries | null {
  const row = findRow(db, visitSeries, id);
  if (!row || row.deletedAt !== null) return null;
  const { customerId, every, unit, startsOn, untilOn, onDayOff } = row;
  return { id, customerId, every, unit, startsOn, untilOn, onDayOff };
}

type Occurrence = Pick<typeof visitPlans.$inferSelect, 'id' | 'plannedOn'>;

const followingSql = `SELECT id, planned_on AS plannedOn FROM visit_plans
  WHERE series_id = :seriesId AND (planned_on, id) > (:plannedOn, :id) AND status = 'planned' AND deleted_at IS NULL
  ORDER BY planned_on, id`;

/** The open occurrences after this one, by day. */
export function followingOccurrences(
  db: ReadDb,
  { seriesId, plannedOn, id }: Occurrence & { readonly seriesId: Id },
): readonly Occurrence[] {
  return rowsOf<Occurrence>(db.sqlite, followingSql).all({ seriesId, plannedOn, id });
}
