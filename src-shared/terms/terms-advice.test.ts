import { describe, expect, it } from 'vitest';
import { defaultTradingTerms, termsAdvice } from './terms-advice.ts';

describe('termsAdvice', () => {
  it.each([
    [true, 'good', 'preferential'],
    [true, 'fair', 'standard'],
    [true, 'poor', 'industry_standard_strict'],
    [true, 'unknown', 'insufficient_history'],
    [false, 'good', 'preferential_small'],
    [false, 'fair', 'standard'],
    [false, 'poor', 'stop'],
    [false, 'unknown', 'insufficient_history'],
  ] as const)('a key tier (%s) with a %s record: %s', (isKey, grade, advice) => {
    expect(termsAdvice(isKey, grade)).toBe(advice);
  });
});

describe('defaultTradingTerms', () => {
  it('are those of domain §3', () => {
    expect(
      Object.entries(defaultTradingTerms).map(([advice, { discountBp, creditDays, creditLimitFen, depositBp }]) => [
        advice,
        discountBp / 100,
        creditDays,
        creditLimitFen / 100,
        depositBp / 100,
      ]),
    ).toEqual([
      ['preferential', 10, 60, 200_000, 0],
      ['preferential_small', 5, 30, 20_000, 0],
      ['standard', 3, 30, 50_000, 0],
      ['industry_standard_strict', 0, 15, 50_000, 30],
      ['insufficient_history', 0, 0, 0, 30],
      ['stop', 0, 0, 0, 100],
    ]);
  });
});
