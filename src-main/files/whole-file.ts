import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type StorageError, storageError, storageErrorOf } from '../../db/storage-error.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, type Result } from '../../src-shared/core/result.ts';

/**
 * Lets `write` fill a file beside the wished one and moves it there when it is whole; until then, and after a failure or
 * a cancel, whatever stood there stays as it was. Errors: those of `write`, and storage; a bug still throws.
 */
export async function writeWholeFile<T>(
  path: string,
  write: (temporary: string) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.keben.tmp`);
  try {
    const outcome = await write(temporary);
    if (outcome.ok) await moveInPlace(temporary, path);
    return outcome;
  } catch (cause) {
    const storage = cause instanceof FileInUse ? cause.error : storageErrorOf(cause);
    if (!storage) throw cause;
    return err(storage);
  } finally {
    await rm(temporary, { force: true });
  }
}

class FileInUse extends Error {
  readonly error: StorageError = storageError('file_in_use').error;
}

/** A workbook that Excel has open cannot be replaced on Windows, and the system calls that a missing permission. */
async function moveInPlace(temporary: string, path: string): Promise<void> {
  const isThere = existsSync(path);
  try {
    await rename(temporary, path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (isThere && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY'))
      throw new FileInUse('in use', { cause });
    throw cause;
  }
}
