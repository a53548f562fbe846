import { type OpenedBook, type OpenOptions, openBook } from '../../../db/open.ts';
import { err, type Result } from '../../../src-shared/core/result.ts';
import type { StorageError } from './book-session.ts';

/** Opens a book; one that is about to be brought up to date is copied first, and not opened without that copy. */
export function openCopied(
  path: string,
  options: OpenOptions,
  copy: (path: string) => Result<unknown, StorageError>,
): Result<OpenedBook, StorageError> {
  try {
    return openBook(path, {
      ...options,
      backupBeforeMigration: (wholePath) => {
        const copied = copy(wholePath);
        if (!copied.ok) throw new NotCopied(copied.error);
      },
    });
  } catch (cause) {
    if (cause instanceof NotCopied) return err(cause.error);
    throw cause;
  }
}

/** Carries the reason out of openBook, which leaves the file as it is when the copy before a migration throws. */
class NotCopied extends Error {
  readonly error: StorageError;

  constructor(error: StorageError) {
    super(`no copy before the migration: ${error.reason}`);
    this.error = error;
  }
}
