import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinesWish, leastHeight, sharedLines } from './shared-lines.ts';

const heights = { line: 5, more: 4 };
const wish = (lines: number, total = lines, share = 1): LinesWish => ({ lines, total, share });

describe('sharedLines', () => {
  it.each<[string, number, readonly LinesWish[], readonly number[]]>([
    ['prints all when there is room', 1_000, [wish(4), wish(9), wish(0)], [4, 9, 0]],
    ['cuts the long list and leaves the short ones whole', 100, [wish(2), wish(40), wish(3)], [2, 14, 3]],
    ['gives a list that matters more its larger share', 100, [wish(50, 50, 2), wish(50)], [11, 7]],
    ['cuts none below three, even where that does not fit', 0, [wish(50), wish(2)], [3, 2]],
    ['does not cut a last line for the words that say it was cut', 24, [wish(4, 4)], [4]],
    ['keeps room for the words about what was not read', 24, [wish(4, 90)], [4]],
    ['keeps room for the words about what was not read, else cuts', 23, [wish(4, 90)], [3]],
  ])('%s', (_name, room, wishes, expected) => {
    expect(sharedLines(room, wishes, heights)).toEqual(expected);
  });

  const aWish = fc
    .record({ lines: fc.nat(60), unread: fc.nat(100), share: fc.integer({ min: 1, max: 3 }) })
    .map(({ lines, unread, share }) => wish(lines, lines + unread, share));

  it('never prints more than fits or than there is, and leaves no room that a line would take', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.array(aWish, { maxLength: 5 }), (room, wishes) => {
        const given = sharedLines(room, wishes, heights);
        const used = wishes.reduce((sum, { total }, at) => {
          const lines = given[at] ?? 0;
          return sum + lines * heights.line + (lines < total ? heights.more : 0);
        }, 0);
        expect(used).toBeLessThanOrEqual(Math.max(room, leastHeight(wishes, heights)));
        const isCut = wishes.some(({ lines }, at) => (given[at] ?? 0) < lines);
        if (isCut) expect(room - used).toBeLessThan(heights.line);
        for (const [at, { lines }] of wishes.entries()) expect(given[at]).toBeLessThanOrEqual(lines);
      }),
    );
  });
});
