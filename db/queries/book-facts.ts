import { desc, eq, sql } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { ReadDb } from '../connection.ts';
import { bookFile } from '../schema/book.ts';
import { customerList } from '../schema/derived.ts';
import { journalBatches } from '../schema/journal.ts';

/** Which book this file is; its backups have the same. Throws when the file was never stamped. */
export function bookIdOf(db: ReadDb): Id {
  const row = db.orm.select({ bookId: bookFile.bookId }).from(bookFile).get();
  if (!row) throw new Error('this file holds no book');
  return row.bookId;
}

/** When something was last written, by the clock of the PC that wrote it; null in a book without a journal. */
export function lastEntryAt(db: ReadDb): Instant | null {
  const row = db.orm.select({ at: journalBatches.at }).from(journalBatches).orderBy(desc(journalBatches.seq)).limit(1);
  return row.get()?.at ?? null;
}

/** Customers that are not in the bin; at a million rows a few milliseconds over an index. */
export function liveCustomerCount(db: ReadDb): number {
  const row = db.orm
    .select({ count: sql<number>`count(*)` })
    .from(customerList)
    .where(eq(customerList.isLive, 1))
    .get();
  return row?.count ?? 0;
}
