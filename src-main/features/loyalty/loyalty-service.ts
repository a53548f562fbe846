import type { z } from 'zod';
import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { assessmentRow } from '../../../db/queries/loyalty-rows.ts';
import { customerAssessments, rivalNotes } from '../../../db/schema/segmentation.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { loyaltyContract } from '../../../src-shared/loyalty/loyalty-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

type Changed = z.output<typeof loyaltyContract.assess.input>['fields'];

/** One row per customer; the fields given are written, the others stay. */
export function assess(db: WriteDb, actor: Actor, customerId: Id, fields: Changed): Result<object, AppError> {
  const customer = customerToChange(db, actor, customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const present = assessmentRow(db, customerId);
  const changes = given(fields);
  if (present) db.update(customerAssessments, present.id, changes);
  else if (Object.keys(changes).length > 0)
    db.insert(customerAssessments, { ...changes, id: newId(instantToMs(db.info.now)), customerId });
  return ok({});
}

type NewRival = z.output<typeof loyaltyContract.addRival.input>;
type ChangedRival = z.output<typeof loyaltyContract.updateRival.input>['fields'];

export function addRival(db: WriteDb, actor: Actor, rival: NewRival): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, rival.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const id = newId(instantToMs(db.info.now));
  db.insert(rivalNotes, { ...rival, id });
  return ok({ id });
}

export function updateRival(db: WriteDb, actor: Actor, id: Id, fields: ChangedRival): Result<object, AppError> {
  const found = rivalToChange(db, actor, id);
  if (!found.ok) return found;
  db.update(rivalNotes, id, given(fields));
  return ok({});
}

export function removeRival(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const found = rivalToChange(db, actor, id);
  if (!found.ok) return found;
  db.update(rivalNotes, id, { deletedAt: db.info.now });
  return ok({});
}

/** Errors: not_found, forbidden, conflict in_bin (it or its customer). */
function rivalToChange(db: ReadDb, actor: Actor, id: Id): Result<null, AppError> {
  const row = findRow(db, rivalNotes, id);
  if (!row) return err({ kind: 'not_found', entity: 'rival_notes', id });
  const customer = customerToChange(db, actor, row.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  return row.deletedAt === null ? ok(null) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}
