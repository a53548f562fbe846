import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../core/calendar-date.ts';
import { fen } from '../core/money.ts';
import {
  breachesToAgree,
  type LimitBreach,
  limitBreaches,
  type OrderFigures,
  type OrderStanding,
  type OverdueDebt,
} from './order-limits.ts';

function day(text: string) {
  const found = parseCalendarDate(text);
  if (!found) throw new Error(`${text} is no day`);
  return found;
}

const order = (given: Partial<OrderFigures> = {}): OrderFigures => ({
  issuedOn: day('2026-03-05'),
  lastDueOn: day('2026-03-05'),
  amountFen: fen(100_000),
  discountBp: 0,
  givenFen: fen(0),
  ...given,
});
const noTerms: OrderStanding = {
  role: null,
  terms: null,
  advice: 'standard',
  openFen: fen(0),
  overdue: [],
  orderOverdue: { days: 30, smallestFen: 10_000 },
};
const terms = {
  discountBp: 300,
  credit: { kind: 'days', days: 30 },
  creditLimitFen: 5_000_000,
  depositBp: 0,
  isStopped: false,
} as const;
const role = { discountBp: 500, creditDays: 30, creditFen: fen(2_000_000) };
const debt = (given: Partial<OverdueDebt> = {}): OverdueDebt => ({
  openFen: fen(10_000),
  dueOn: day('2026-02-02'),
  daysPastDue: 31,
  isDisputed: false,
  ...given,
});
const codes = (breaches: readonly LimitBreach[]) => breaches.map(({ code }) => code);

describe('limitBreaches', () => {
  it('lets an owner agree anything with a customer for whom nothing was accepted', () => {
    const large = order({ discountBp: 10_000, lastDueOn: day('2027-03-05'), amountFen: fen(900_000_000) });
    expect(limitBreaches(large, noTerms)).toEqual([]);
  });

  it.each([
    ['at the discount of the role', { discountBp: 500 }, []],
    ['a basis point more', { discountBp: 501 }, ['discount']],
    ['at its days', { lastDueOn: day('2026-04-04') }, []],
    ['a day more', { lastDueOn: day('2026-04-05') }, ['credit_days']],
    ['at its credit', { amountFen: fen(2_000_000) }, []],
    ['a fen more', { amountFen: fen(2_000_001) }, ['credit_limit']],
    ['more, but paid at once', { amountFen: fen(2_000_001), givenFen: fen(1) }, []],
    [
      'all three at once',
      { discountBp: 501, lastDueOn: day('2026-04-05'), amountFen: fen(2_000_001) },
      ['discount', 'credit_days', 'credit_limit'],
    ],
  ])('measures a salesperson: %s', (_what, given, expected) => {
    const breaches = limitBreaches(order(given), { ...noTerms, role });
    expect(codes(breaches)).toEqual(expected);
    expect(breaches.every((breach) => 'of' in breach && breach.of === 'role')).toBe(true);
  });

  it('has no limit where the role has none', () => {
    const free = { discountBp: null, creditDays: null, creditFen: null };
    const large = order({ discountBp: 10_000, lastDueOn: day('2027-03-05'), amountFen: fen(900_000_000) });
    expect(limitBreaches(large, { ...noTerms, role: free })).toEqual([]);
  });

  it.each([
    ['at the accepted discount', { discountBp: 300 }, {}, []],
    ['a basis point more', { discountBp: 301 }, {}, ['discount']],
    ['at the accepted days', { lastDueOn: day('2026-04-04') }, {}, []],
    ['a day more', { lastDueOn: day('2026-04-05') }, {}, ['credit_days']],
    [
      'a last instalment on the day that month_end gives',
      { lastDueOn: day('2026-04-30') },
      { credit: monthEnd(30) },
      [],
    ],
    ['a day after it', { lastDueOn: day('2026-05-01') }, { credit: monthEnd(30) }, ['credit_days']],
    ['a deposit of exactly 30 %', { givenFen: fen(30_000) }, { depositBp: 3_000 }, []],
    ['a fen less', { givenFen: fen(29_999) }, { depositBp: 3_000 }, ['deposit']],
    [
      'half a fen of deposit, which counts as one',
      { amountFen: fen(5), givenFen: fen(1) },
      { depositBp: 3_000 },
      ['deposit'],
    ],
    ['a deposit of nothing', { amountFen: fen(0) }, { depositBp: 10_000 }, []],
    ['stopped by a person', {}, { isStopped: true }, ['stopped']],
  ] as const)('measures by accepted terms: %s', (_what, given, accepted, expected) => {
    const standing = { ...noTerms, terms: { ...terms, ...accepted } };
    expect(codes(limitBreaches(order(given), standing))).toEqual(expected);
  });

  it.each([
    ['up to the limit', 4_900_000, 0, []],
    ['a fen over it', 4_900_001, 0, ['credit_limit']],
    ['a fen over it, of which a fen is prepaid', 4_900_001, 1, []],
  ] as const)('adds the order to what is open: %s', (_what, openFen, givenFen, expected) => {
    const standing = { ...noTerms, terms, openFen: fen(openFen) };
    expect(codes(limitBreaches(order({ givenFen: fen(givenFen) }), standing))).toEqual(expected);
  });

  it('shows both figures of a passed limit', () => {
    const standing = { ...noTerms, terms: { ...terms, creditLimitFen: 0 }, openFen: fen(7) };
    expect(limitBreaches(order({ givenFen: fen(40_000) }), standing)).toEqual([
      { code: 'credit_limit', of: 'terms', limitFen: 0, openFen: 7, orderFen: 60_000 },
    ]);
  });

  it.each([
    ['the advice to stop, when nothing was accepted', 'stop', null, [{ code: 'stopped', isAccepted: false }]],
    ['not the advice to stop, when a person accepted other terms', 'stop', terms, []],
    [
      'that a person stopped, whatever is advised',
      'preferential',
      { ...terms, isStopped: true },
      [{ code: 'stopped', isAccepted: true }],
    ],
    ['no other advice by itself', 'industry_standard_strict', null, []],
  ] as const)('counts %s', (_what, advice, accepted, expected) => {
    expect(limitBreaches(order(), { ...noTerms, advice, terms: accepted })).toEqual(expected);
  });

  it.each([
    ['31 days and 100.00', [debt()], ['overdue']],
    ['30 days', [debt({ daysPastDue: 30 })], []],
    ['99.99', [debt({ openFen: fen(9_999) })], []],
    [
      'two trifles that are no trifle together',
      [debt({ openFen: fen(5_000) }), debt({ openFen: fen(5_000) })],
      ['overdue'],
    ],
    ['a disputed debt', [debt({ isDisputed: true })], []],
    ['a trifle beside a disputed debt', [debt({ openFen: fen(9_999) }), debt({ isDisputed: true })], []],
    ['a young debt beside a trifle', [debt({ openFen: fen(1) }), debt({ daysPastDue: 2, openFen: fen(900_000) })], []],
  ])('asks because of old debts: %s', (_what, overdue, expected) => {
    expect(codes(limitBreaches(order(), { ...noTerms, overdue }))).toEqual(expected);
  });

  it('says since when the oldest of them is due, and how much they are', () => {
    const oldest = debt({ dueOn: day('2025-12-01'), daysPastDue: 94, openFen: fen(20_000) });
    expect(limitBreaches(order(), { ...noTerms, overdue: [debt(), oldest] })).toEqual([
      { code: 'overdue', overdueFen: 30_000, days: 94, since: '2025-12-01' },
    ]);
  });
});

describe('breachesToAgree', () => {
  const discountOf = (isBp: number, of: 'role' | 'terms' = 'terms'): LimitBreach => ({
    code: 'discount',
    of,
    limitBp: 300,
    isBp,
  });
  const creditOf = (orderFen: number): LimitBreach => ({
    code: 'credit_limit',
    of: 'terms',
    limitFen: fen(0),
    openFen: fen(0),
    orderFen: fen(orderFen),
  });
  const stop: LimitBreach = { code: 'stopped', isAccepted: true };
  const old: LimitBreach = { code: 'overdue', overdueFen: fen(10_000), days: 40, since: day('2026-01-24') };

  it.each([
    ['what was agreed as it is', [discountOf(500)], [discountOf(500)], 0, []],
    ['what has shrunk', [discountOf(400)], [discountOf(500)], 0, []],
    ['what has grown', [discountOf(501)], [discountOf(500)], 0, ['discount']],
    ['what is new', [creditOf(1)], [], 0, ['credit_limit']],
    ["the role's limit apart from the terms'", [discountOf(500, 'role')], [discountOf(500)], 0, ['discount']],
    ['a stop and old debts when the order does not grow', [stop, old], [stop, old], 0, []],
    ['a stop and old debts when it grows', [stop, old], [stop, old], 1, ['stopped', 'overdue']],
    ['a deposit that is less short', [depositOf(29)], [depositOf(28)], 0, []],
    ['a deposit that is shorter', [depositOf(27)], [depositOf(28)], 0, ['deposit']],
    ['days that were added', [daysOf(41)], [daysOf(40)], 0, ['credit_days']],
  ] as const)('asks for %s', (_what, after, before, grownFen, expected) => {
    expect(codes(breachesToAgree(after, before, grownFen))).toEqual(expected);
  });
});

function monthEnd(days: number) {
  return { kind: 'month_end', days } as const;
}

function depositOf(givenFen: number): LimitBreach {
  return { code: 'deposit', neededFen: fen(30), givenFen: fen(givenFen) };
}

function daysOf(isDays: number): LimitBreach {
  return { code: 'credit_days', of: 'terms', limitDays: 30, isDays };
}
