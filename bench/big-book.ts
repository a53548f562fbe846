import path from 'node:path';
import { writeBatch } from '../db/journal.ts';
import { type AppDb, createBook, type WriteDb } from '../db/open.ts';
import { contacts, customers } from '../db/schema/customers.ts';
import { customerLife } from '../db/seed/customer-life.ts';
import { customerWords } from '../db/seed/customer-words.ts';
import { at, dayOf, migrationsFolder } from '../db/testing/open-test-book.ts';
import { type Id, newId } from '../src-shared/core/id.ts';

export const benchNow = at('2026-03-05T08:00:00.000Z');
export const benchToday = dayOf('2026-03-05');
export const benchTimeZone = 'Asia/Shanghai';

const seed = 7;
/** Salespeople and tags of a life; none of either is in a book that was filled here. */
const salespeople = 4;

export interface NewBench {
  readonly book: AppDb;
  readonly path: string;
  readonly deviceId: Id;
  readonly ownerId: Id;
  readonly tierIds: readonly Id[];
}

/** A new book in `folder`, with nothing but its owner and tiers in it. */
export function emptyBook(folder: string, name = '客本.keben'): NewBench {
  const file = path.join(folder, name);
  const deviceId = newId();
  const made = createBook(file, {
    now: benchNow,
    timeZone: benchTimeZone,
    ownerName: '王老板',
    deviceId,
    migrationsFolder,
    appVersion: '0.0.0-bench',
  });
  if (!made.ok) throw new Error(`no book at ${file}: ${made.error.reason}`);
  const { book, ownerId, tierIds } = made.value;
  return { book, path: file, deviceId, ownerId, tierIds };
}

/** The rows of customers `from` up to `to`, with their contacts, as a seeded book has them. */
export function* customerRows(from: number, to: number): Generator<ReturnType<typeof customerWords>> {
  for (let index = from; index < to; index += 1) {
    yield customerWords(seed, customerLife(seed, index, benchToday, salespeople), 1);
  }
}

/** Writes them in the batch that `db` is; their tiers go round. */
export function writeCustomers(db: WriteDb, tierIds: readonly Id[], rows: ReturnType<typeof customerRows>): void {
  let written = 0;
  for (const words of rows) {
    db.insert(customers, { ...words.customer, tierId: tierIds[written % (tierIds.length + 1)] ?? null });
    for (const contact of words.contacts) db.insert(contacts, contact);
    written += 1;
  }
}

/** All in one batch, as a first import is; without waiting for the disk, for the book is thrown away. */
export function fillBook(
  { book, ownerId, tierIds }: Pick<NewBench, 'book' | 'ownerId' | 'tierIds'>,
  count: number,
): void {
  book.sqlite.pragma('synchronous = OFF');
  book.sqlite.pragma('cache_size = -400000');
  writeBatch(book, { source: 'import', userId: ownerId, now: benchNow }, (db) =>
    writeCustomers(db, tierIds, customerRows(0, count)),
  );
  book.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  book.sqlite.pragma('synchronous = FULL');
}
