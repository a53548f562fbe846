import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Sqlite } from './connection.ts';
import { bookFile } from './schema/book.ts';
import { customerKeys, customerList } from './schema/derived.ts';
import { journalBatches, journalEntries } from './schema/journal.ts';
import { journaledTables } from './schema/journaled-tables.ts';

/** Every table a book of this version has, but for the search index and its shadows. */
export const bookTables = [
  bookFile,
  ...journaledTables,
  journalBatches,
  journalEntries,
  customerList,
  customerKeys,
].map((table) => getTableConfig(table).name);

/**
 * What is looked at on every start, in under a millisecond: the tables are there and the ends of the journal can be read.
 * Every page is checked after an unclean end, and in each daily backup's copy.
 * Null: nothing wrong; else what SQLite or we found.
 */
export function quickLook(sqlite: Sqlite): string | null {
  const present = new Set(sqlite.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all());
  const missing = bookTables.find((name) => !present.has(name));
  if (missing) return `table ${missing} is missing`;
  if (sqlite.prepare('SELECT book_id FROM book_file WHERE id = 1').get() === undefined) return 'book_file is empty';
  sqlite.prepare('SELECT hlc FROM journal_batches ORDER BY seq DESC LIMIT 1').get();
  sqlite.prepare('SELECT batch FROM journal_entries ORDER BY seq DESC LIMIT 1').get();
  return null;
}

/** Reads every page (0.9 s for 459 MB). Null: nothing wrong; else SQLite's first finding. */
export function checkEveryPage(sqlite: Sqlite): string | null {
  const found = sqlite.pragma('quick_check(1)', { simple: true });
  return found === 'ok' ? null : String(found);
}
