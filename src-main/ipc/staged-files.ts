import { filesFolderOf, hasFile } from '../../db/attachments/stored-files.ts';
import type { StagedFile } from '../../src-shared/attachments/attachment.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { HandlerContext } from './handler-context.ts';

/** A row never names bytes that are not there: a draft may be older than the folder beside the book. Null: all are. */
export function missingFile({ session }: HandlerContext, files: readonly StagedFile[]): AppError | null {
  if (files.length === 0) return null;
  const folder = filesFolderOf(session.book().path);
  const missing = files.find(({ sha256, sizeBytes }) => !hasFile(folder, { sha256, bytes: sizeBytes }));
  return missing ? { kind: 'conflict', reason: 'file_gone', detail: missing.fileName } : null;
}
