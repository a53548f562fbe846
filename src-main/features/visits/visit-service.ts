import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { VisitPlanRow } from '../../../db/queries/customer-children.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

/** The customer's owner goes; nobody yet when there is none. */
export function planVisit(
  db: WriteDb,
  actor: Actor,
  { customerId, ...plan }: ParsedInputOf<typeof visitsContract.plan>,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const id = newId(instantToMs(db.info.now));
  db.insert(visitPlans, { ...plan, id, customerId, personId: customer.value.ownerId });
  return ok({ id });
}

/** Moves or rewords an open plan; the journal keeps where it was. */
export function updateVisitPlan(
  db: WriteDb,
  actor: Actor,
  { id, fields }: ParsedInputOf<typeof visitsContract.update>,
): Result<object, AppError> {
  const plan = openPlan(db, actor, id);
  if (!plan.ok) return plan;
  db.update(visitPlans, id, given(fields));
  return ok({});
}

export function cancelVisitPlan(db: WriteDb, actor: Actor, id: Id, reason: string): Result<object, AppError> {
  const plan = openPlan(db, actor, id);
  if (!plan.ok) return plan;
  db.update(visitPlans, id, { status: 'cancelled', cancelledReason: reason });
  return ok({});
}

/** Errors: not_found, forbidden, conflict in_bin, conflict changed_meanwhile (it is done, missed or cancelled). */
function openPlan(db: ReadDb, actor: Actor, id: Id): Result<VisitPlanRow, AppError> {
  const plan = findRow(db, visitPlans, id);
  if (!plan) return err({ kind: 'not_found', entity: 'visit_plans', id });
  const customer = customerToChange(db, actor, plan.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  if (plan.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: id });
  if (plan.status !== 'planned') {
    return err({ kind: 'conflict', reason: 'changed_meanwhile', otherId: id, detail: plan.status });
  }
  return ok(plan);
}
