import Database from 'better-sqlite3';
import type { AppError, StorageReason } from '../src-shared/core/app-error.ts';
import { err, type Result } from '../src-shared/core/result.ts';

export type StorageError = Extract<AppError, { kind: 'storage' }>;

export function storageError(
  reason: StorageReason,
  detail?: string,
): { readonly ok: false; readonly error: StorageError } {
  return err(detail === undefined ? { kind: 'storage', reason } : { kind: 'storage', reason, detail });
}

/** SQLite's and the system's codes that a person can do something about; the first that fits wins. */
const reasons: readonly (readonly [string, StorageReason])[] = [
  ['SQLITE_FULL', 'disk_full'],
  // A full disk is SQLITE_FULL; this one is a used-up quota.
  ['SQLITE_IOERR_WRITE', 'disk_full'],
  ['SQLITE_IOERR', 'damaged'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CANTOPEN', 'no_permission'],
  ['SQLITE_PERM', 'no_permission'],
  ['SQLITE_AUTH', 'no_permission'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EROFS', 'read_only'],
  ['EACCES', 'no_permission'],
  ['EPERM', 'no_permission'],
  ['EISDIR', 'not_a_book'],
  ['ENOTDIR', 'file_missing'],
  ['EBUSY', 'file_in_use'],
  ['ENOENT', 'file_missing'],
];

/** Runs work on files; what a person can act on becomes a Result, a bug still throws. */
export function storageFailures<T>(work: () => Result<T, StorageError>): Result<T, StorageError> {
  try {
    return work();
  } catch (error) {
    return { ok: false, error: storageErrorOf(error) ?? rethrow(error) };
  }
}

function rethrow(error: unknown): never {
  throw error;
}

/** What went wrong with the disk or the file, or null when the error is none of these: then it is a bug. */
export function storageErrorOf(error: unknown): StorageError | null {
  if (!(error instanceof Error)) return null;
  const code = error instanceof Database.SqliteError ? error.code : 'code' in error ? String(error.code) : '';
  const found = reasons.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  return found ? { kind: 'storage', reason: found[1], detail: code } : null;
}
