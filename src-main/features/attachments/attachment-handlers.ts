import { filesFolderOf, hasFile, isSha256 } from '../../../db/attachments/stored-files.ts';
import { type AttachmentRow, attachmentsOfCustomer } from '../../../db/queries/attachment-rows.ts';
import { isProgramName } from '../../../src-shared/attachments/attachment.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { copyOut } from '../../files/attachment-store.ts';
import { attachedName, fileNameOnDisk } from '../../files/file-name.ts';
import { change } from '../../ipc/change.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { missingFile } from '../../ipc/staged-files.ts';
import { addAttachments, binAttachment, liveAttachment, renameAttachment } from './attachment-service.ts';
import { stageFiles } from './stage-files.ts';

export const attachmentHandlers: HandlersOf<'attachments'> = {
  list: ({ session }, { customerId }) => {
    const { db, path } = session.book();
    const folder = filesFolderOf(path);
    return ok({
      attachments: attachmentsOfCustomer(db, customerId).map(({ sha256, ...attachment }) => ({
        ...attachment,
        isMissing: !hasFile(folder, { sha256, bytes: attachment.sizeBytes }),
      })),
    });
  },
  stage: async ({ session, services, now }, { paths }) => {
    const chosen = paths ?? (await services.dialogs.openFiles());
    return stageFiles(filesFolderOf(session.book().path), chosen, instantToMs(now()));
  },
  add: (context, input) => {
    const missing = missingFile(context, input.files);
    return missing ? err(missing) : change(context, 'edit', (db, actor) => addAttachments(db, actor, input));
  },
  open: async (context, { id }) => {
    const found = liveAttachment(context.session.db(), id);
    if (!found.ok) return found;
    const { fileName } = found.value;
    // Refused when it was added; a book that came from elsewhere may hold one all the same.
    if (isProgramName(fileNameOnDisk(fileName))) {
      return err({ kind: 'validation', fields: [{ field: 'id', problem: 'program_file' }] });
    }
    const { shownCopies, desktop } = context.services;
    const path = await shownCopies.placeFor(fileName);
    const copied = await copyTo(context, found.value, path, 'read_only');
    if (!copied.ok) return copied;
    await desktop.openPath(path);
    return ok({});
  },
  saveAs: async (context, { id }) => {
    const found = liveAttachment(context.session.db(), id);
    if (!found.ok) return found;
    const path = await context.services.dialogs.saveCopy(fileNameOnDisk(found.value.fileName));
    if (path === null) return ok({ path });
    const copied = await copyTo(context, found.value, path, 'writable');
    return copied.ok ? ok({ path }) : copied;
  },
  rename: (context, { id, fileName }) =>
    change(context, 'edit', (db, actor) => renameAttachment(db, actor, { id, fileName: attachedName(fileName) })),
  moveToBin: (context, { id }) => change(context, 'edit', (db, actor) => binAttachment(db, actor, id)),
};

async function copyTo(
  { session }: HandlerContext,
  { sha256, sizeBytes, fileName }: AttachmentRow,
  path: string,
  access: 'read_only' | 'writable',
): Promise<Result<null, AppError>> {
  const folder = filesFolderOf(session.book().path);
  const copied = isSha256(sha256) ? await copyOut(folder, { sha256, bytes: sizeBytes }, path, access) : 'missing';
  if (copied === 'copied') return ok(null);
  return err({ kind: 'conflict', reason: copied === 'missing' ? 'file_gone' : 'file_damaged', detail: fileName });
}
