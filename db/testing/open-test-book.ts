import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { type Instant, instantToMs, parseInstant } from '../../src-shared/core/instant.ts';
import { type AppDb, appDb, type Sqlite } from '../connection.ts';
import { loadMigrations, migrate } from '../migrate.ts';
import { stampBook, writeFirstRows } from '../new-book.ts';
import { setPragmas } from '../pragmas.ts';
import { type Builders, buildersFor } from './builders.ts';

export const migrationsFolder = fileURLToPath(new URL('../migrations/', import.meta.url));

/** Throws on text that is no instant, so that a test cannot mistype its clock. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`${text} is no instant`);
  return instant;
}

/** Throws on text that is no day. */
export function dayOf(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (!day) throw new Error(`${text} is no day`);
  return day;
}

export interface TestBook extends Builders {
  readonly book: AppDb;
  readonly ownerId: Id;
  readonly tierIds: { readonly A: Id; readonly B: Id; readonly C: Id; readonly D: Id };
  /** When the book was made, and the `now` of builders that are given none. */
  readonly now: Instant;
}

let migratedBytes: Buffer | null = null;

/**
 * A migrated file without rows, in memory. Migrating costs more than most tests do, so it is done once in a test file and
 * each book begins as a copy of its bytes; the connection and its pragmas are new every time.
 */
function migratedInMemory(): Sqlite {
  migratedBytes ??= migrateOnce();
  const sqlite = new Database(migratedBytes);
  setPragmas(sqlite);
  return sqlite;
}

function migrateOnce(): Buffer {
  const sqlite = new Database(':memory:');
  setPragmas(sqlite);
  migrate(sqlite, loadMigrations(migrationsFolder));
  const bytes = sqlite.serialize();
  sqlite.close();
  return bytes;
}

/** A book in memory with the real migrations, an owner 王老板 and the tiers A to D. */
export function openTestBook(options: { readonly now?: Instant; readonly timeZone?: string } = {}): TestBook {
  const now = options.now ?? at('2026-03-05T08:00:00.000Z');
  const sqlite = migratedInMemory();
  stampBook(sqlite, '0.0.0-test', now);
  const book = appDb(sqlite, newId(instantToMs(now)));
  const { ownerId, tierIds } = writeFirstRows(book, {
    now,
    timeZone: options.timeZone ?? 'Asia/Shanghai',
    ownerName: '王老板',
  });
  const [A, B, C, D] = tierIds;
  if (!A || !B || !C || !D) throw new Error('a new book has four tiers');
  return { book, ownerId, tierIds: { A, B, C, D }, now, ...buildersFor(book, ownerId, now) };
}
