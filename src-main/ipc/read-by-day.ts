import type { ReadDb } from '../../db/open.ts';
import { journalPosition } from '../../db/queries/journal-position.ts';
import { daysOfSpan } from '../../src-shared/anniversaries/occurrences.ts';
import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import { turnOfOthers } from './turn-of-others.ts';

type ReadSpan<Item> = (db: ReadDb, span: CalendarSpan) => readonly Item[];

/** After so long at a stretch a read gives way to other calls: far less than anybody feels. */
const stretchMs = 4;
/** While somebody saves without pause; each save makes the windows ask again anyway. */
const mostTries = 3;

/**
 * What is on the days of a span, as `read` gives it by day: a month of a firm with twenty salespersons has thousands of
 * entries, which are read a few days at a time with turns of other calls between. Begins anew when the book changed
 * meanwhile, so that what was moved from one day to another is neither left out nor there twice.
 * `book` gives the book that is open; it throws what dispatch answers with when none is. `clock` in milliseconds.
 */
export async function readByDay<Item>(
  book: () => ReadDb,
  span: CalendarSpan,
  read: ReadSpan<Item>,
  clock: () => number = () => performance.now(),
): Promise<readonly Item[]> {
  for (let tries = 1; ; tries += 1) {
    const items = await readOnce({ book, span, read, clock }, tries < mostTries);
    if (items) return items;
  }
}

interface Reading<Item> {
  readonly book: () => ReadDb;
  readonly span: CalendarSpan;
  readonly read: ReadSpan<Item>;
  readonly clock: () => number;
}

/** Null: it must be read anew. */
async function readOnce<Item>(
  { book, span: { from, to }, read, clock }: Reading<Item>,
  isExact: boolean,
): Promise<readonly Item[] | null> {
  const db = book();
  const position = journalPosition(db);
  const items: Item[] = [];
  let begun = clock();
  for (const day of daysOfSpan(from, to)) {
    if (clock() - begun > stretchMs) {
      await turnOfOthers();
      if (book() !== db || (isExact && journalPosition(db) !== position)) return null;
      begun = clock();
    }
    for (const item of read(db, { from: day, to: day })) items.push(item);
  }
  return items;
}
