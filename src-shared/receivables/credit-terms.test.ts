import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { fen } from '../core/money.ts';
import { dueDayOf, instalmentsOf } from './credit-terms.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

describe('dueDayOf', () => {
  it.each([
    ['2026-03-01', 'days', 30, '2026-03-31'],
    ['2026-04-01', 'days', 30, '2026-05-01'],
    ['2026-03-05', 'days', 0, '2026-03-05'],
    ['2026-01-15', 'month_end', 30, '2026-03-02'],
    ['2026-01-31', 'month_end', 0, '2026-01-31'],
    ['2028-02-03', 'month_end', 0, '2028-02-29'],
    ['2026-02-14', 'days', 1, '2026-02-15'],
  ] as const)('an order of %s on %s + %i is due on %s, also when that is a holiday', (on, kind, days, due) => {
    expect(dueDayOf(day(on), { kind, days })).toBe(due);
  });
});

describe('instalmentsOf', () => {
  const amounts = (total: number, count: number, firstShareBp: number | null = null) =>
    instalmentsOf(fen(total), { firstDueOn: day('2026-01-31'), count, firstShareBp })?.map((part) => part.amountFen);

  it.each([
    ['100.00 in 3', 10_000, 3, null, [3_333, 3_333, 3_334]],
    ['30 % now, the rest in 3 months', 100_000, 4, 3_000, [30_000, 23_333, 23_333, 23_334]],
    ['in one', 10_000, 1, null, [10_000]],
    ['in one, whatever the share', 10_000, 1, 3_000, [10_000]],
    ['half now, half then', 10_001, 2, 5_000, [5_000, 5_001]],
  ] as const)('%s', (_what, total, count, share, expected) => {
    expect(amounts(total, count, share)).toEqual(expected);
  });

  it('counts months from the first, so that a short month does not shorten the next', () => {
    const parts = instalmentsOf(fen(30_000), { firstDueOn: day('2026-01-31'), count: 3, firstShareBp: null });
    expect(parts?.map((part) => [part.installmentNo, part.dueOn])).toEqual([
      [1, '2026-01-31'],
      [2, '2026-02-28'],
      [3, '2026-03-31'],
    ]);
  });

  it.each([
    ['less than a fen each', 2, 3, null],
    ['nothing first', 10_000, 2, 0],
    ['nothing left for the rest', 10_000, 2, 10_000],
  ] as const)('makes no plan with %s', (_what, total, count, share) => {
    expect(amounts(total, count, share)).toBeUndefined();
  });

  it('loses and makes no fen', () => {
    const wish = fc.record({
      total: fc.integer({ min: 1, max: 1e12 }),
      count: fc.integer({ min: 1, max: 60 }),
      share: fc.option(fc.integer({ min: 0, max: 10_000 })),
    });
    fc.assert(
      fc.property(wish, ({ total, count, share }) => {
        const parts = amounts(total, count, share);
        if (parts === undefined) return;
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(Math.min(...parts)).toBeGreaterThan(0);
      }),
    );
  });
});
