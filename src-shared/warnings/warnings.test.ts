import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { fen } from '../core/money.ts';
import { type WarningInput, warningsOf } from './warnings.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

const today = day('2026-11-22');
const never = () => false;

function aCustomer(more: Partial<WarningInput> = {}): WarningInput {
  return {
    customerId: 'c',
    quietSince: today,
    cadenceDays: 30,
    sales: [],
    isSeasonal: false,
    openFen: fen(0),
    overdue: [],
    creditLimitFen: null,
    ...more,
  };
}

/** Orders of one amount so many days ago. */
function orders(daysAgo: readonly number[], yuan = 100): WarningInput['sales'] {
  return daysAgo.map((days) => ({ on: addDays(today, -days), amountFen: fen(yuan * 100), orderId: String(days) }));
}

function codes(input: WarningInput, isHoliday: (on: CalendarDate) => boolean = never): readonly string[] {
  return warningsOf(input, today, isHoliday).map(({ code }) => code);
}

describe('warningsOf', () => {
  it.each([
    [45, []],
    [46, ['silent']],
  ])('no contact for %d days at a cadence of 30: %j', (days, expected) => {
    expect(codes(aCustomer({ quietSince: addDays(today, -days) }))).toEqual(expected);
  });

  it.each([
    ['twice the usual gap is still usual', [40, 30, 20], []],
    ['a day more is long', [41, 31, 21], ['no_order_for_long']],
    ['two order days say nothing', [200, 100], []],
    ['two orders of one day are one order day', [200, 200, 100], []],
    ['under 14 days is never long', [17, 15, 13], []],
    ['14 days is', [18, 16, 14], ['no_order_for_long']],
  ])('%s', (_, daysAgo, expected) => {
    expect(codes(aCustomer({ sales: orders(daysAgo) }))).toEqual(expected);
  });

  it('does not count statutory holidays as silence', () => {
    const holiday = addDays(today, -3);
    expect(codes(aCustomer({ sales: orders([41, 31, 21]) }), (on) => on === holiday)).toEqual([]);
  });

  it('does not warn on a first order', () => {
    expect(codes(aCustomer({ sales: orders([300]) }))).toEqual([]);
  });

  const year = [454, 430, 400, 370, 340, 310, 280, 250, 220, 190, 160, 130, 100];
  const steady = orders(year, 365);
  it.each([
    ['at 70 % of a year’s pace', 81_900, ['sales_falling']],
    ['a fen more than 70 %', 81_901, []],
  ])('sales of the last 90 days %s', (_, nowFen, expected) => {
    // 13 × 365.00 in 365 days: 1,170.00 in 90 days, of which 70 % is 819.00.
    const sales = [...steady, { on: addDays(today, -10), amountFen: fen(nowFen), orderId: 'now' }];
    expect(codes(aCustomer({ sales })).filter((code) => code === 'sales_falling')).toEqual(expected);
  });

  it('needs a whole year before it speaks of falling', () => {
    expect(codes(aCustomer({ sales: orders(year.slice(1), 365) })).includes('sales_falling')).toBe(false);
  });

  it('compares a seasonal customer with the same days a year earlier', () => {
    const mooncakes = [...orders([800, 440, 400], 1_000), ...orders([30], 800)];
    expect(codes(aCustomer({ sales: mooncakes, isSeasonal: true })).includes('sales_falling')).toBe(true);
    const same = [...orders([800, 440, 400], 1_000), ...orders([30], 1_500)];
    expect(codes(aCustomer({ sales: same, isSeasonal: true })).includes('sales_falling')).toBe(false);
  });

  it.each([
    [30, []],
    [31, ['overdue']],
  ])('overdue for %d days: %j', (daysPastDue, expected) => {
    expect(codes(aCustomer({ overdue: [{ receivableId: 'r', daysPastDue }] }))).toEqual(expected);
  });

  it('warns of what is open above the limit, not at it', () => {
    expect(codes(aCustomer({ openFen: fen(100), creditLimitFen: fen(100) }))).toEqual([]);
    expect(codes(aCustomer({ openFen: fen(101), creditLimitFen: fen(100) }))).toEqual(['over_limit']);
  });
});
