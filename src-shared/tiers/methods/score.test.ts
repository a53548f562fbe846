import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../core/calendar-date.ts';
import { defaultScoreWeights, repeatPoints, scores, walletPoints, yearsPoints } from './score.ts';
import { aSeller, salesOf } from './testing/customer-sales-builder.ts';

const today = parseCalendarDate('2026-11-22') ?? undefined;
if (!today) throw new Error('no day');

describe('scores', () => {
  it('ranks sales over customers with sales: fewer, and half of the ties', () => {
    const sellers = [aSeller(10), aSeller(20), aSeller(20), aSeller(30), aSeller(0, { orders: 0 })];
    const { parts } = scores(salesOf(sellers), today, defaultScoreWeights);
    expect([...parts.sales]).toEqual([0, 50, 50, 100, 0]);
  });

  it('gives the weight of what is not known to the others in proportion', () => {
    // Known: sales 100 (40), repeat 0 (15), years 0 (10).
    const { parts, totals } = scores(salesOf([aSeller(10), aSeller(20)]), today, defaultScoreWeights);
    for (const part of ['wallet', 'record', 'growth', 'loyalty'] as const) expect(parts[part][1]).toBeNaN();
    expect(totals[1]).toBeCloseTo((100 * 40) / 65, 10);
  });

  it('has no rank for the only one with sales', () => {
    expect(scores(salesOf([aSeller(10)]), today, defaultScoreWeights).parts.sales[0]).toBeNaN();
  });

  it.each([
    [100, 100, 50],
    [150, 100, 100],
    [200, 100, 100],
    [50, 100, 0],
    [80, 100, 30],
  ])('growth from this year ¥%d after ¥%d is %d', (now, before, points) => {
    const seller = aSeller(now, { salesYearBeforeFen: before * 100 });
    expect(scores(salesOf([seller]), today, defaultScoreWeights).parts.growth[0]).toBe(points);
  });
});

describe('repeatPoints', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 20],
    [6, 100],
    [9, 100],
  ])('%d orders in 12 months: %d', (orders, points) => {
    expect(repeatPoints(orders)).toBe(points);
  });
});

describe('walletPoints', () => {
  it('is the share of the yearly need, at most 100, and nothing without one', () => {
    expect(walletPoints({ salesFen: 50, yearlyNeedFen: 200 })).toBe(25);
    expect(walletPoints({ salesFen: 500, yearlyNeedFen: 200 })).toBe(100);
    expect(walletPoints({ salesFen: 500, yearlyNeedFen: null })).toBeNull();
  });
});

describe('yearsPoints', () => {
  it.each([
    ['2026-11-22', 0],
    ['2025-11-23', 0],
    ['2025-11-22', 20],
    ['2021-11-22', 100],
    ['2010-01-01', 100],
  ])('first order on %s: %d', (firstOn, points) => {
    expect(yearsPoints(parseCalendarDate(firstOn), today)).toBe(points);
  });
});
