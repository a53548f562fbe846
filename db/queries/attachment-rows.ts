import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Attachment, ListedAttachment, StagedFile } from '../../src-shared/attachments/attachment.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import type { ReadDb } from '../connection.ts';
import type { WriteDb } from '../journal.ts';
import { preparedQuery } from '../prepared-query.ts';
import { attachments } from '../schema/attachments.ts';
import { followUps } from '../schema/follow-ups.ts';

export type AttachmentRow = typeof attachments.$inferSelect;

const shown = {
  id: attachments.id,
  customerId: attachments.customerId,
  followUpId: attachments.followUpId,
  fileName: attachments.fileName,
  sizeBytes: attachments.sizeBytes,
  createdAt: attachments.createdAt,
  createdBy: attachments.createdBy,
};

const ofFollowUp = preparedQuery((orm) =>
  orm
    .select(shown)
    .from(attachments)
    .where(and(eq(attachments.followUpId, sql.placeholder('followUpId')), isNull(attachments.deletedAt)))
    .orderBy(attachments.createdAt, attachments.id)
    .prepare(),
);

/** Of one talk, in the order they were added. */
export function attachmentsOfFollowUp(db: ReadDb, followUpId: Id): readonly Attachment[] {
  return ofFollowUp(db).all({ followUpId });
}

/** Of a customer and its talks, the newest first, with the hash under which the bytes lie. */
export function attachmentsOfCustomer(
  db: ReadDb,
  customerId: Id,
): readonly (Omit<ListedAttachment, 'isMissing'> & { readonly sha256: string })[] {
  return db.orm
    .select({
      ...shown,
      orderId: attachments.orderId,
      sha256: attachments.sha256,
      talk: { channel: followUps.channel, happenedAt: followUps.happenedAt, text: followUps.text },
    })
    .from(attachments)
    .leftJoin(followUps, eq(followUps.id, attachments.followUpId))
    .where(and(eq(attachments.customerId, customerId), isNull(attachments.deletedAt)))
    .orderBy(desc(attachments.createdAt), desc(attachments.id))
    .all();
}

export function insertAttachments(
  db: WriteDb,
  of: { readonly customerId: Id; readonly followUpId: Id | null; readonly orderId?: Id | null },
  files: readonly StagedFile[],
): readonly Id[] {
  const nowMs = instantToMs(db.info.now);
  return files.map((file) => {
    const id = newId(nowMs);
    db.insert(attachments, { ...file, id, ...of });
    return id;
  });
}

/** With the talk they belong to: one undo brings both back. */
export function binAttachmentsOfFollowUp(db: WriteDb, followUpId: Id): void {
  for (const { id } of attachmentsOfFollowUp(db, followUpId)) db.update(attachments, id, { deletedAt: db.info.now });
}
