import { basename } from 'node:path';
import { storageErrorOf } from '../../../db/storage-error.ts';
import type { FileRefusal, StagedFile } from '../../../src-shared/attachments/attachment.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import { keepFile } from '../../files/attachment-store.ts';

export interface StagedFiles {
  readonly staged: readonly StagedFile[];
  readonly refused: readonly { readonly fileName: string; readonly reason: FileRefusal }[];
}

/** One after the other: what cannot be taken is named and the rest goes on. A full disk ends it with a storage error. */
export async function stageFiles(
  folder: string,
  paths: readonly string[],
  nowMs: number,
): Promise<Result<StagedFiles, AppError>> {
  const staged: StagedFile[] = [];
  const refused: { fileName: string; reason: FileRefusal }[] = [];
  try {
    for (const path of paths) {
      const kept = await keepFile(folder, path, nowMs);
      if (kept.ok) staged.push(kept.value);
      else refused.push({ fileName: basename(path), reason: kept.error });
    }
  } catch (error) {
    const known = storageErrorOf(error);
    if (!known) throw error;
    return err(known);
  }
  return ok({ staged, refused });
}
