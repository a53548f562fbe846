import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, openTestBook, type TestBook } from '../../../db/testing/open-test-book.ts';
import { bookWarnings } from './book-warnings.ts';

let test: TestBook;
beforeEach(() => {
  test = openTestBook({ now: at('2026-03-05T08:00:00.000Z') });
});
afterEach(() => test.book.close());

const warnings = (facts: { path?: string; now?: string; wasUnclean?: boolean }) =>
  bookWarnings(test.book, {
    path: facts.path ?? '/home/x/客本.keben',
    now: at(facts.now ?? '2026-03-05T08:00:00.000Z'),
    wasUnclean: facts.wasUnclean ?? false,
  });

describe('bookWarnings', () => {
  it('has nothing to say of a book in order', () => expect(warnings({})).toEqual([]));

  it('warns of a folder that is synced', () => {
    expect(warnings({ path: 'C:\\Users\\x\\OneDrive\\客本.keben' })).toEqual([
      { kind: 'synced_folder', service: 'onedrive' },
    ]);
  });

  it.each([
    ['2026-03-04T07:59:59.999Z', 1],
    ['2026-03-04T08:00:00.000Z', 0],
    ['2030-01-01T00:00:00.000Z', 0],
  ])('says when the clock is more than a day behind the last entry: %s', (now, count) => {
    expect(warnings({ now })).toEqual(
      Array(count).fill({ kind: 'clock_behind', lastEntryAt: '2026-03-05T08:00:00.000Z' }),
    );
  });

  it('says that the book was checked after a crash', () => {
    expect(warnings({ wasUnclean: true })).toEqual([{ kind: 'unclean_shutdown_checked' }]);
  });
});
