import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../../core/calendar-date.ts';
import { firstNewDay, proposeTiers, reasonAt, type TierMethod } from './propose-tiers.ts';
import { defaultScoreWeights } from './score.ts';
import { aSeller, type Seller, salesOf } from './testing/customer-sales-builder.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-11-22');
const thresholds: TierMethod = { kind: 'thresholds', cuts: [10_000_000, 3_000_000, 500_000] };
const abc: TierMethod = { kind: 'abc', cuts: [80, 95, 100] };
const letters = ['A', 'B', 'C', 'D'];

function lettersOf(method: TierMethod, sellers: readonly Seller[]): readonly string[] {
  const proposal = proposeTiers(method, salesOf(sellers), 4, today);
  if (!proposal.ok) throw new Error(proposal.error.reason);
  return Array.from(proposal.value.positions, (position) => letters[position] ?? '–');
}

describe('firstNewDay', () => {
  it.each([
    [89, true],
    [90, false],
  ])('%d days after it was made a customer is new: %s', (days, isNew) => {
    expect(addDays(today, -days) >= firstNewDay(today)).toBe(isNew);
  });
});

describe('proposeTiers', () => {
  it.each([
    [100_000, 'A'],
    [99_999.99, 'B'],
    [30_000, 'B'],
    [29_999.99, 'C'],
    [5_000, 'C'],
    [4_999.99, 'D'],
    [0, 'D'],
  ])('by thresholds: ¥%d in 12 months is %s', (yuan, letter) => {
    expect(lettersOf(thresholds, [aSeller(yuan)])).toEqual([letter]);
  });

  it('by ABC: the worked example of domain §4, 500, 300, 100, 50, 30, 20, 0 → A A B B C C D', () => {
    const sellers = [500, 300, 100, 50, 30, 20, 0].map((yuan) => aSeller(yuan));
    expect(lettersOf(abc, sellers)).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D']);
  });

  it('by ABC: equal sales share a class, that of the first of them', () => {
    expect(lettersOf(abc, [aSeller(400), aSeller(400), aSeller(400)])).toEqual(['A', 'A', 'A']);
    // Before the two of 100: 800 of 1,000, exactly the cut: B.
    expect(lettersOf(abc, [aSeller(800), aSeller(100), aSeller(100)])).toEqual(['A', 'B', 'B']);
  });

  it('by ABC: whatever the sales, equal ones share a class and more never makes a lower one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 }), (sales) => {
        const sellers = sales.map((yuan) => aSeller(yuan));
        const given = lettersOf(abc, sellers);
        for (const [i, a] of sales.entries()) {
          for (const [k, b] of sales.entries()) {
            if (a === b) expect(given[i]).toBe(given[k]);
            if (a > b) expect((given[i] ?? '') <= (given[k] ?? '')).toBe(true);
          }
        }
      }),
    );
  });

  it('by RFM: the sum of the three scores against the cuts', () => {
    const sellers = Array.from({ length: 6 }, (_, k) =>
      aSeller(1_000 * (k + 1), {
        orders: k + 1,
        window: { orders: k + 1, salesFen: 100_000 * (k + 1), lastOrderOn: day(`2026-0${k + 1}-01`) },
      }),
    );
    // By hand: F and M 1 1 2 3 4 5, R 1 2 3 4 5 5; sums 3 4 7 10 13 15.
    expect(lettersOf({ kind: 'rfm', cuts: [13, 10, 6], windowMonths: null }, sellers)).toEqual([
      'D',
      'D',
      'C',
      'B',
      'A',
      'A',
    ]);
  });

  it('by RFM: who has orders but none in the window gets the last tier', () => {
    const old = aSeller(0, { orders: 3, window: null });
    expect(lettersOf({ kind: 'rfm', cuts: [13, 10, 6], windowMonths: 12 }, [old, aSeller(100)])[0]).toBe('D');
  });

  it('by score: exactly at the cut is in, whatever the binary fractions', () => {
    const third = aSeller(100, {
      orders: 2,
      ordersInYear: 2,
      yearlyNeedFen: 30_000,
      grade: 'good',
      salesYearBeforeFen: 10_000,
    });
    const method = (cut: number): TierMethod => ({
      kind: 'score',
      cuts: [cut, 1, 0.5],
      weights: { ...defaultScoreWeights, sales: 0, wallet: 55 },
    });
    // 15 × 20 + 55 × 33⅓ + 15 × 100 + 10 × 0 + 5 × 50 = 3883⅓ of 100.
    expect(lettersOf(method(3883 / 100 + 1 / 300), [third])).toEqual(['A']);
    expect(lettersOf(method(38.8334), [third])).toEqual(['B']);
  });

  it('leaves a customer without any order alone while it is new, and gives it the last tier afterwards', () => {
    const without = { orders: 0, window: null };
    const sellers = [aSeller(0, { ...without, isNew: true }), aSeller(0, without), aSeller(10)];
    expect(lettersOf(thresholds, sellers)).toEqual(['–', 'D', 'D']);
  });

  it('looks at the orders of a new customer that has some', () => {
    expect(lettersOf(thresholds, [aSeller(100_000, { isNew: true })])).toEqual(['A']);
  });

  it('leaves pinned customers alone, and still counts their sales', () => {
    const sellers = [aSeller(800, { isPinned: true }), aSeller(100), aSeller(100)];
    expect(lettersOf(abc, sellers)).toEqual(['–', 'B', 'B']);
  });

  it.each<[string, TierMethod, string]>([
    ['two cuts for four tiers', { kind: 'thresholds', cuts: [2, 1] }, 'cuts_do_not_match'],
    ['cuts that do not fall', { kind: 'thresholds', cuts: [3, 3, 1] }, 'cuts_out_of_order'],
    ['shares that do not rise', { kind: 'abc', cuts: [95, 80, 100] }, 'cuts_out_of_order'],
    [
      'weights of 99',
      { kind: 'score', cuts: [80, 60, 35], weights: { ...defaultScoreWeights, growth: 4 } },
      'weights_not_100',
    ],
  ])('does not run with %s', (_, method, reason) => {
    expect(proposeTiers(method, salesOf([aSeller(1)]), 4, today)).toMatchObject({ ok: false, error: { reason } });
  });

  it('says of each customer why, in the figures it was judged by', () => {
    const sellers = [
      aSeller(800),
      aSeller(200),
      aSeller(0, { isPinned: true }),
      aSeller(0, { orders: 0, isNew: true }),
      aSeller(0, { orders: 0 }),
      aSeller(0, { window: null }),
    ];
    const reasons = (method: TierMethod) => {
      const proposal = proposeTiers(method, salesOf(sellers), 4, today);
      if (!proposal.ok) throw new Error(proposal.error.reason);
      return sellers.map((_, place) => reasonAt(proposal.value, place));
    };
    const leftAlone = [{ code: 'pinned' }, { code: 'new' }, { code: 'no_orders' }];
    expect(reasons(abc)).toEqual([
      { code: 'share', salesFen: 80_000, beforeFen: 0, totalFen: 100_000 },
      { code: 'share', salesFen: 20_000, beforeFen: 80_000, totalFen: 100_000 },
      ...leftAlone,
      { code: 'share', salesFen: 0, beforeFen: 100_000, totalFen: 100_000 },
    ]);
    expect(reasons(thresholds)[1]).toEqual({ code: 'sales', salesFen: 20_000 });
    const byRfm = reasons({ kind: 'rfm', cuts: [13, 10, 6], windowMonths: 12 });
    expect(byRfm.slice(2)).toEqual([...leftAlone, { code: 'nothing_to_judge' }]);
    // Three with orders in the window, all on one day and with one order each; sales 0, 200, 800: cuts 80, 160, 320, 560.
    expect(byRfm[0]).toMatchObject({ code: 'rfm', recencyDays: 174, orders: 1, salesFen: 80_000, r: 5, f: 1, m: 5 });
    expect(byRfm[1]).toMatchObject({ code: 'rfm', m: 3, segment: 'new' });
    const byScore = reasons({ kind: 'score', cuts: [80, 60, 35], weights: defaultScoreWeights });
    // Sales 100 × 40, and nothing for repeats and years: 40 of 65 are known.
    expect(byScore[0]).toMatchObject({ code: 'score', parts: { sales: 100, repeat: 0, wallet: null, loyalty: null } });
  });

  it('proposes nothing in a book without orders, and says why', () => {
    const proposal = proposeTiers(abc, salesOf([aSeller(0, { orders: 0 })]), 4, today);
    expect(proposal).toMatchObject({ ok: false, error: { reason: 'no_orders_in_book' } });
  });
});
