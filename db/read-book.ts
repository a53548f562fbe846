import { newId } from '../src-shared/core/id.ts';
import { ok, type Result } from '../src-shared/core/result.ts';
import { appDb, type ReadDb } from './connection.ts';
import { readFileHeader } from './file-header.ts';
import { loadMigrations } from './migrate.ts';
import { applicationId } from './new-book.ts';
import { readWithoutTrace } from './read-without-trace.ts';
import { type StorageError, storageError, storageFailures } from './storage-error.ts';

/**
 * Asks a book something and leaves it, and the folder it lies in, as they are; also while Keben has it open. A book of
 * another version is refused: only opening it in Keben may bring it up to date. The error's detail is 'older' then.
 */
export function readBook<T>(path: string, migrationsFolder: string, read: (db: ReadDb) => T): Result<T, StorageError> {
  return storageFailures(() => {
    const header = readFileHeader(path);
    if (header.kind === 'missing') return storageError('file_missing');
    if (header.kind !== 'sqlite') return storageError('damaged', header.kind);
    if (header.applicationId !== applicationId) return storageError('not_a_book');
    const newest = loadMigrations(migrationsFolder).length;
    if (header.userVersion > newest) return storageError('newer_version');
    if (header.userVersion < newest) return storageError('not_a_book', 'older');
    return ok(readWithoutTrace(path, (sqlite) => read(appDb(sqlite, newId()))));
  });
}
