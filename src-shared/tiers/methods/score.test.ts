import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../../core/calendar-date.ts';
import { fen } from '../../core/money.ts';
import { defaultScoreWeights, repeatPoints, scores, walletPoints, yearsPoints } from './score.ts';
import { aSeller } from './testing/customer-sales-builder.ts';

const today = parseCalendarDate('2026-11-22') ?? undefined;
if (!today) throw new Error('no day');

describe('scores', () => {
  it('ranks sales over customers with sales: fewer, and half of the ties', () => {
    const sellers = [aSeller(10), aSeller(20), aSeller(20), aSeller(30), aSeller(0, { orders: 0 })];
    const points = scores(sellers, today, defaultScoreWeights).map(({ parts }) => parts.sales);
    expect(points).toEqual([0, 50, 50, 100, 0]);
  });

  it('gives the weight of what is not known to the others in proportion', () => {
    // Known: sales 100 (40), repeat 0 (15), years 0 (10).
    const [, best] = scores([aSeller(10), aSeller(20)], today, defaultScoreWeights);
    expect(best?.parts).toMatchObject({ wallet: null, record: null, growth: null, loyalty: null });
    expect(best?.total).toBeCloseTo((100 * 40) / 65, 10);
  });

  it('has no rank for the only one with sales', () => {
    expect(scores([aSeller(10)], today, defaultScoreWeights)[0]?.parts.sales).toBeNull();
  });

  it.each([
    [100, 100, 50],
    [150, 100, 100],
    [200, 100, 100],
    [50, 100, 0],
    [80, 100, 30],
  ])('growth from this year ¥%d after ¥%d is %d', (now, before, points) => {
    const seller = aSeller(now, { salesYearBeforeFen: fen(before * 100) });
    expect(scores([seller], today, defaultScoreWeights)[0]?.parts.growth).toBe(points);
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
    expect(walletPoints({ salesFen: fen(50), yearlyNeedFen: fen(200) })).toBe(25);
    expect(walletPoints({ salesFen: fen(500), yearlyNeedFen: fen(200) })).toBe(100);
    expect(walletPoints({ salesFen: fen(500), yearlyNeedFen: null })).toBeNull();
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
