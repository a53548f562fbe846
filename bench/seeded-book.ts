import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type AppDb, openBook } from '../db/open.ts';
import { dayOf, migrationsFolder } from '../db/testing/open-test-book.ts';
import { copySeededBook, seededUntil } from '../e2e/books/seeded-book.ts';
import { newId } from '../src-shared/core/id.ts';
import { benchTimeZone } from './big-book.ts';

/** The day on which a seeded book is looked at. */
export const seededDay = { today: dayOf(seededUntil), timeZone: benchTimeZone };

/** A book of `npm run seed` for one benchmark: owners, tags, talks and plans as years of use leave them. Made once per state of the code. */
export function openSeededBook(folder: string, customers: number): AppDb {
  const file = path.join(folder, 'seeded.keben');
  copySeededBook(customers, file);
  const opened = openBook(file, {
    deviceId: newId(),
    migrationsFolder,
    appVersion: '0.0.0-bench',
    backupBeforeMigration: () => {
      throw new Error('a book of this very code needs no migration');
    },
  });
  if (!opened.ok) throw new Error(`the seeded book does not open: ${opened.error.reason}`);
  return opened.value.book;
}

/** The same as a file, with a data folder beside it, for a window. */
export function seededFolder(folder: string, customers: number): { readonly book: string; readonly userData: string } {
  const book = path.join(folder, 'seeded.keben');
  copySeededBook(customers, book);
  const userData = path.join(folder, 'user data');
  mkdirSync(userData, { recursive: true });
  return { book, userData };
}
