import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { type AttachmentRow, insertAttachments } from '../../../db/queries/attachment-rows.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { attachments } from '../../../db/schema/attachments.ts';
import { followUps } from '../../../db/schema/follow-ups.ts';
import { salesOrders } from '../../../db/schema/orders.ts';
import type { attachmentsContract } from '../../../src-shared/attachments/attachments-contract.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

/** The bytes lie beside the book already: who calls has looked. */
export function addAttachments(
  db: WriteDb,
  actor: Actor,
  { customerId, followUpId, orderId, files }: ParsedInputOf<typeof attachmentsContract.add>,
): Result<{ ids: readonly Id[] }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const talk = followUpId === null ? null : findRow(db, followUps, followUpId);
  if (followUpId !== null && (talk?.customerId !== customerId || talk.deletedAt !== null)) {
    return err({ kind: 'validation', fields: [{ field: 'followUpId', problem: 'unknown_choice' }] });
  }
  const order = orderId === null ? null : findRow(db, salesOrders, orderId);
  if (orderId !== null && (order?.customerId !== customerId || order.deletedAt !== null)) {
    return err({ kind: 'validation', fields: [{ field: 'orderId', problem: 'unknown_choice' }] });
  }
  return ok({ ids: insertAttachments(db, { customerId, followUpId, orderId }, files) });
}

export function renameAttachment(
  db: WriteDb,
  actor: Actor,
  { id, fileName }: ParsedInputOf<typeof attachmentsContract.rename>,
): Result<object, AppError> {
  const present = attachmentToChange(db, actor, id);
  if (!present.ok) return present;
  db.update(attachments, id, { fileName });
  return ok({});
}

export function binAttachment(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const present = attachmentToChange(db, actor, id);
  if (!present.ok) return present;
  db.update(attachments, id, { deletedAt: db.info.now });
  return ok({});
}

/** Errors: not_found, conflict in_bin (the attachment or its customer), forbidden. */
function attachmentToChange(db: ReadDb, actor: Actor, id: Id): Result<AttachmentRow, AppError> {
  const present = liveAttachment(db, id);
  if (!present.ok) return present;
  const customer = customerToChange(db, actor, present.value.customerId, 'follow_ups.edit');
  return customer.ok ? present : customer;
}

/** Errors: not_found, conflict in_bin. */
export function liveAttachment(db: ReadDb, id: Id): Result<AttachmentRow, AppError> {
  const row = findRow(db, attachments, id);
  if (!row) return err({ kind: 'not_found', entity: 'attachments', id });
  return row.deletedAt === null ? ok(row) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}
