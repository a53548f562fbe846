import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { followingOccurrences } from '../../../db/queries/visit-series.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

export type PlanState = typeof visitPlans.$inferSelect;

/**
 * A plan that can still be moved, cancelled or called missed: of a customer within reach, or one's own to make (who is
 * sent to a colleague's customer may say what became of it). Errors: not_found, forbidden, conflict in_bin, conflict
 * changed_meanwhile (it is done, missed or cancelled).
 */
export function openPlan(db: ReadDb, actor: Actor, id: Id): Result<PlanState, AppError> {
  const plan = findRow(db, visitPlans, id);
  if (!plan) return err({ kind: 'not_found', entity: 'visit_plans', id });
  const isSent = plan.personId === actor.userId;
  const customer = customerToChange(
    db,
    isSent ? { ...actor, reach: 'all' } : actor,
    plan.customerId,
    'follow_ups.edit',
  );
  if (!customer.ok) return customer;
  if (plan.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: id });
  if (plan.status !== 'planned') {
    return err({ kind: 'conflict', reason: 'changed_meanwhile', otherId: id, detail: plan.status });
  }
  return ok(plan);
}

/** The plan, and with scope `following` the open occurrences after it. */
export function plansInScope(
  db: ReadDb,
  plan: PlanState,
  scope: 'one' | 'following',
): readonly Pick<PlanState, 'id' | 'plannedOn'>[] {
  const { seriesId } = plan;
  if (scope === 'one' || seriesId === null) return [plan];
  return [plan, ...followingOccurrences(db, { ...plan, seriesId })];
}
