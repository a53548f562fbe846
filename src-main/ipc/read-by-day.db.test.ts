import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadDb } from '../../db/open.ts';
import { openTestBook, type TestBook } from '../../db/testing/open-test-book.ts';
import type { CalendarSpan } from '../../src-shared/calendar/calendar-span.ts';
import { readByDay } from './read-by-day.ts';
import { day } from './testing/forms.ts';

let test: TestBook;
let other: TestBook;
beforeEach(() => {
  test = openTestBook();
  other = openTestBook();
});
afterEach(() => {
  test.book.close();
  other.book.close();
});

const span = { from: day('2026-02-27'), to: day('2026-03-02') };
const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'];

/** By a clock on which each day takes longer than others may be kept waiting. */
function readSlowly(book: () => ReadDb, read: (db: ReadDb, on: CalendarSpan) => readonly string[]) {
  let ms = 0;
  return readByDay(
    book,
    span,
    (db, on) => {
      ms += 10;
      return read(db, on);
    },
    () => ms,
  );
}

describe('readByDay', () => {
  it('gives every day of the span in order', async () => {
    expect(
      await readByDay(
        () => test.book,
        span,
        (_, { from, to }) => [from, `${to} too`],
      ),
    ).toEqual(days.flatMap((on) => [on, `${on} too`]));
  });

  it('lets others have their turn when there is much to read', async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push('another call'));
    await readSlowly(
      () => test.book,
      (_, { from }) => {
        seen.push(from);
        return [];
      },
    );
    expect(seen).toEqual([days[0], 'another call', ...days.slice(1)]);
  });

  it('begins anew when somebody saved meanwhile', async () => {
    let reads = 0;
    setImmediate(() => test.aCustomer());
    const found = await readSlowly(
      () => test.book,
      (_, { from }) => {
        reads += 1;
        return [from];
      },
    );
    expect(found).toEqual(days);
    expect(reads).toBe(days.length + 1);
  });

  it('ends although somebody saves all the time', async () => {
    const found = await readSlowly(
      () => test.book,
      (_, { from }) => {
        setImmediate(() => test.aCustomer());
        return [from];
      },
    );
    expect(found).toEqual(days);
  });

  it('reads nothing more of a book that was left', async () => {
    let present = test.book;
    setImmediate(() => {
      present = other.book;
    });
    const found = await readSlowly(
      () => present,
      (db, { from }) => [`${db === other.book ? 'other' : 'left'} ${from}`],
    );
    expect(found).toEqual(days.map((on) => `other ${on}`));
  });
});
