import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { binAttachmentsOfFollowUp, insertAttachments } from '../../../db/queries/attachment-rows.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { ifWithFirm } from '../../../db/queries/user-rows.ts';
import { contacts } from '../../../db/schema/customers.ts';
import { followUps, visitPlans } from '../../../db/schema/follow-ups.ts';
import { serviceCosts } from '../../../db/schema/segmentation.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { type Instant, instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { followUpsContract } from '../../../src-shared/follow-ups/follow-ups-contract.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

export type NewFollowUp = ParsedInputOf<typeof followUpsContract.create>;

/** One action (domain §6): what happened, the plan it closes, and the next date, which is a plan. */
export function createFollowUp(
  db: WriteDb,
  actor: Actor,
  { customerId, followUp, next, closesPlanId, files, costs }: NewFollowUp,
): Result<{ id: Id }, AppError> {
  const isOnlyNoted = followUp.channel === 'inbound_visit' && next === null && closesPlanId === null;
  const isTheirVisit = next === null && closesPlanId !== null && isSentOn(db, actor, closesPlanId);
  // Money spent on a customer is said by whom he belongs to.
  const reacher = (isOnlyNoted || isTheirVisit) && costs.length === 0 ? anybody(actor) : actor;
  const customer = customerToChange(db, reacher, customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const problems = [
    contactProblem(db, customerId, followUp.contactId, 'followUp.contactId'),
    futureProblem(db, followUp.happenedAt, 'followUp.happenedAt'),
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  const refusal = closesPlanId === null ? null : closingRefusal(db, customerId, closesPlanId);
  if (refusal) return err(refusal);

  const nowMs = instantToMs(db.info.now);
  const id = newId(nowMs);
  db.insert(followUps, { ...followUp, id, customerId, authorId: actor.userId });
  if (closesPlanId !== null) db.update(visitPlans, closesPlanId, { status: 'done', doneById: id });
  if (next) {
    db.insert(visitPlans, {
      id: newId(nowMs),
      customerId,
      personId: ifWithFirm(db, customer.value.ownerId),
      plannedOn: next.on,
      plannedTime: next.time,
      purpose: next.purpose,
      madeById: id,
    });
  }
  insertAttachments(db, { customerId, followUpId: id }, files);
  for (const { on, ...cost } of costs) {
    db.insert(serviceCosts, { ...cost, id: newId(nowMs), onDay: on, customerId, followUpId: id, orderId: null });
  }
  return ok({ id });
}

/**
 * Whoever is in the shop when a customer walks in notes it, whosever customer it is (product B5); plans stay the owner's.
 */
function anybody(actor: Actor): Actor {
  return { ...actor, reach: 'all' };
}

/** Whoever is sent to a colleague's customer says what came of it (product H4). */
function isSentOn(db: ReadDb, { userId }: Actor, planId: Id): boolean {
  return findRow(db, visitPlans, planId)?.personId === userId;
}

export function updateFollowUp(
  db: WriteDb,
  actor: Actor,
  { id, fields }: ParsedInputOf<typeof followUpsContract.update>,
): Result<object, AppError> {
  const present = followUpToChange(db, actor, id);
  if (!present.ok) return present;
  const { customerId, contactId } = present.value;
  const changesContact = fields.contactId !== undefined && fields.contactId !== contactId;
  const problems = [
    changesContact ? contactProblem(db, customerId, fields.contactId ?? null, 'fields.contactId') : null,
    fields.happenedAt === undefined ? null : futureProblem(db, fields.happenedAt, 'fields.happenedAt'),
  ].filter((problem) => problem !== null);
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  db.update(followUps, id, given(fields));
  return ok({});
}

/** The plan it closed stays done and the plan it made stays: who takes the whole action back uses undo. */
export function binFollowUp(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const present = followUpToChange(db, actor, id);
  if (!present.ok) return present;
  db.update(followUps, id, { deletedAt: db.info.now });
  binAttachmentsOfFollowUp(db, id);
  return ok({});
}

/** Errors: not_found, conflict in_bin (the follow-up or its customer), forbidden. */
function followUpToChange(db: ReadDb, actor: Actor, id: Id): Result<typeof followUps.$inferSelect, AppError> {
  const followUp = findRow(db, followUps, id);
  if (!followUp) return err({ kind: 'not_found', entity: 'follow_ups', id });
  const customer = customerToChange(db, actor, followUp.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  return followUp.deletedAt === null ? ok(followUp) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}

/** A live contact of this very customer. */
function contactProblem(db: ReadDb, customerId: Id, contactId: Id | null, field: string): FieldError | null {
  if (contactId === null) return null;
  const contact = findRow(db, contacts, contactId);
  const isUsable = contact?.customerId === customerId && contact.deletedAt === null;
  return isUsable ? null : { field, problem: 'unknown_choice' };
}

/** Clocks of window and main process are one, but a form can be a moment ahead of the call that carries it. */
const clockSlackMs = 60_000;

/** A follow-up is what happened: one dated ahead would hide a silent customer until that day. */
function futureProblem(db: WriteDb, happenedAt: Instant, field: string): FieldError | null {
  const isAhead = instantToMs(happenedAt) > instantToMs(db.info.now) + clockSlackMs;
  return isAhead ? { field, problem: 'out_of_range' } : null;
}

function closingRefusal(db: ReadDb, customerId: Id, planId: Id): AppError | null {
  const plan = findRow(db, visitPlans, planId);
  if (plan?.customerId !== customerId) {
    return { kind: 'validation', fields: [{ field: 'closesPlanId', problem: 'unknown_choice' }] };
  }
  const isOpen = plan.status === 'planned' && plan.deletedAt === null;
  return isOpen ? null : { kind: 'conflict', reason: 'changed_meanwhile', otherId: planId, detail: plan.status };
}
