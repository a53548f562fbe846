import { newId } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { AppDb } from '../connection.ts';
import { type CreatedBook, createBook, type OpenBookOptions, type OpenedBook, openBook } from '../open.ts';
import type { StorageError } from '../storage-error.ts';
import { at, migrationsFolder } from './open-test-book.ts';

export const bookMadeAt = at('2026-03-05T08:00:00.000Z');

export const openOptions: OpenBookOptions = {
  deviceId: newId(),
  migrationsFolder,
  appVersion: '0.1.0',
  backupBeforeMigration: () => undefined,
};

/** A new book in a file, open. Throws when it cannot be made. */
export function makeBookFile(path: string): CreatedBook {
  return valueOrThrow(
    createBook(path, { ...openOptions, timeZone: 'Asia/Shanghai', ownerName: '王老板', now: bookMadeAt }),
  );
}

/** Throws when the book cannot be opened. */
export function openBookFile(path: string, options: Partial<OpenBookOptions> = {}): OpenedBook {
  return valueOrThrow(openBook(path, { ...openOptions, ...options }));
}

export function customerNames(book: AppDb): string[] {
  return book.sqlite.prepare<[], string>('SELECT name FROM customers ORDER BY name').pluck().all();
}

function valueOrThrow<T>(outcome: Result<T, StorageError>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}
