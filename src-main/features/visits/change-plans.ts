import type { WriteDb } from '../../../db/journal.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { given } from '../../../src-shared/core/given.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { isPlannable } from '../../../src-shared/visits/plannable-day.ts';
import type { PlanOutcome, visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import type { ChangeWatch } from '../../ipc/change-watch.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { openPlan, plansInScope } from './open-plan.ts';
import { overlapsInBook } from './plan-overlaps.ts';
import { personRefusal } from './visit-person.ts';

/** Moves or rewords an open plan, and with scope `following` those after it by as many days; the journal keeps where they were. */
export function updateVisitPlan(
  db: WriteDb,
  actor: Actor,
  { id, fields, scope }: ParsedInputOf<typeof visitsContract.update>,
): Result<Omit<PlanOutcome, 'batchId'> & { changed: number }, AppError> {
  const plan = openPlan(db, actor, id);
  if (!plan.ok) return plan;
  const { plannedOn = plan.value.plannedOn, ...details } = fields;
  if (!isPlannable(plannedOn, actor.today)) return outOfRange('fields.plannedOn');
  // Whoever was sent before stays with the plan, also when they could not be chosen anew.
  const changesPerson = details.personId !== undefined && details.personId !== plan.value.personId;
  const refusal = changesPerson ? personRefusal(db, actor, details.personId ?? null, 'fields.personId') : null;
  if (refusal) return err(refusal);

  const shift = daysBetween(plan.value.plannedOn, plannedOn);
  const changed = plansInScope(db, plan.value, scope).filter((occurrence) =>
    db.update(visitPlans, occurrence.id, { ...given(details), plannedOn: addDays(occurrence.plannedOn, shift) }),
  );
  return ok({
    changed: changed.length,
    overlaps: overlapsInBook(
      db,
      changed.map((one) => planNow(db, one.id)),
    ),
  });
}

function planNow(db: WriteDb, id: Id) {
  const plan = findRow(db, visitPlans, id);
  if (!plan) throw new Error(`visit_plans ${id} vanished within its batch`);
  return plan;
}

export interface MovePlans {
  readonly ids: readonly Id[];
  readonly to: CalendarDate;
}

/** Several open plans to one day. What is no longer open, or not one's own, is left alone and counted. */
export function movePlans(
  db: WriteDb,
  actor: Actor,
  { ids, to }: MovePlans,
  watch: ChangeWatch,
): Result<{ changed: number; leftAlone: number }, AppError> {
  if (!isPlannable(to, actor.today)) return outOfRange('to');
  const wanted = [...new Set(ids)];
  let changed = 0;
  let leftAlone = 0;
  for (const [done, id] of wanted.entries()) {
    if (watch.isCancelled()) return err({ kind: 'cancelled' });
    watch.progress({ stage: 'writing', fraction: done / wanted.length, done, total: wanted.length, leftMs: null });
    const plan = openPlan(db, actor, id);
    if (!plan.ok) leftAlone += 1;
    else if (db.update(visitPlans, id, { plannedOn: to })) changed += 1;
  }
  return ok({ changed, leftAlone });
}

export function cancelVisitPlan(
  db: WriteDb,
  actor: Actor,
  { id, reason, scope }: ParsedInputOf<typeof visitsContract.cancel>,
): Result<{ changed: number }, AppError> {
  const plan = openPlan(db, actor, id);
  if (!plan.ok) return plan;
  const plans = plansInScope(db, plan.value, scope);
  for (const { id: planId } of plans) db.update(visitPlans, planId, { status: 'cancelled', cancelledReason: reason });
  return ok({ changed: plans.length });
}

/** Nobody came. What lies ahead can be cancelled, not missed: validation out_of_range. */
export function markMissed(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const plan = openPlan(db, actor, id);
  if (!plan.ok) return plan;
  if (plan.value.plannedOn > actor.today) return outOfRange('id');
  db.update(visitPlans, id, { status: 'missed' });
  return ok({});
}
