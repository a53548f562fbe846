import { describe, expect, it } from 'vitest';
import { parseCalendarDate } from '../core/calendar-date.ts';
import { fen } from '../core/money.ts';
import { type LoyaltyInput, loyalty } from './loyalty.ts';

const today = parseCalendarDate('2026-11-22') ?? undefined;
if (!today) throw new Error('no day');

const nothing: LoyaltyInput = {
  ordersInYear: 0,
  salesFen: fen(0),
  yearlyNeedFen: null,
  firstOrderOn: null,
  attentions: null,
  referrals: null,
  ratings: {
    priceSensitivity: null,
    choosingTime: null,
    attitudeToRivals: null,
    faultTolerance: null,
    recommends: null,
  },
};

describe('loyalty', () => {
  it('is not known when nothing is', () => {
    expect(loyalty(nothing, today).total).toBeNull();
  });

  it('is the mean of what is known', () => {
    const known = loyalty(
      { ...nothing, attentions: 2, referrals: 1, ratings: { ...nothing.ratings, recommends: 5 } },
      today,
    );
    expect(known.total).toBeCloseTo((70 + 60 + 100) / 3, 10);
  });

  it.each([
    [0, 0],
    [1, 40],
    [2, 70],
    [3, 100],
    [9, 100],
  ])('%d visits or enquiries without purchase in 90 days: %d', (attentions, points) => {
    expect(loyalty({ ...nothing, attentions }, today).parts.attention).toBe(points);
  });

  it.each([
    [0, 0],
    [1, 60],
    [2, 100],
    [5, 100],
  ])('%d referrals: %d', (referrals, points) => {
    expect(loyalty({ ...nothing, referrals }, today).parts.referrals).toBe(points);
  });

  it('turns price sensitivity and the time taken to choose around: little of them is loyal', () => {
    const { parts } = loyalty(
      { ...nothing, ratings: { ...nothing.ratings, priceSensitivity: 1, choosingTime: 5, attitudeToRivals: 5 } },
      today,
    );
    expect([parts.priceSensitivity, parts.choosingTime, parts.attitudeToRivals]).toEqual([100, 20, 100]);
  });

  it('does not hold it against a prospect that he has not bought again', () => {
    expect(loyalty(nothing, today).parts.repeat).toBeNull();
  });
});
