import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Id } from '../src-shared/core/id.ts';
import { ok, type Result } from '../src-shared/core/result.ts';
import { type AppDb, appDb } from './connection.ts';
import { loadMigrations, migrate } from './migrate.ts';
import { type NewBook, stampBook, writeFirstRows } from './new-book.ts';
import { setPragmas } from './pragmas.ts';
import { type StorageError, storageError } from './storage-error.ts';

export type { AppDb, ReadDb } from './connection.ts';
export type { WriteDb } from './journal.ts';

export interface OpenOptions {
  /** Which PC and installation; stored with each journal entry. */
  readonly deviceId: Id;
  /** The folder of db/migrations, wherever the package has it. */
  readonly migrationsFolder: string;
  /** Keben's own version, kept in the file for the sentence that refuses a newer one. */
  readonly appVersion: string;
}

export function createBook(path: string, wish: NewBook & OpenOptions): Result<AppDb, StorageError> {
  if (existsSync(path)) return storageError('file_in_use');
  const sqlite = new Database(path);
  setPragmas(sqlite);
  migrate(sqlite, loadMigrations(wish.migrationsFolder));
  stampBook(sqlite, wish.appVersion, wish.now);
  const book = appDb(sqlite, wish.deviceId);
  writeFirstRows(book, wish);
  return ok(book);
}

export function openBook(path: string, options: OpenOptions): Result<AppDb, StorageError> {
  if (!existsSync(path)) return storageError('file_missing');
  const sqlite = new Database(path, { fileMustExist: true });
  setPragmas(sqlite);
  migrate(sqlite, loadMigrations(options.migrationsFolder));
  return ok(appDb(sqlite, options.deviceId));
}
