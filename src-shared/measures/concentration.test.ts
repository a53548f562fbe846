import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import { customersForShare, topShare } from './concentration.ts';

const sales = [570, 100, 90, 80, 70, 50, 40, 0].map((yuan, k) => ({
  customerId: String(k),
  salesFen: fen(yuan * 100),
}));

describe('topShare', () => {
  it.each([
    [12, 1, 57],
    [15, 2, 67],
    [100, 7, 100],
    [0, 0, 0],
  ])('top %d %% of 7 customers with sales are %d and make %d %%', (percent, customers, share) => {
    expect(topShare(sales, percent)).toMatchObject({ customers, sharePercent: share });
  });

  it('does not take one too many for a binary fraction', () => {
    const hundred = Array.from({ length: 100 }, (_, k) => ({ customerId: String(k), salesFen: fen(100) }));
    expect(topShare(hundred, 7).customers).toBe(7);
  });

  it('has no share without sales', () => {
    expect(topShare([], 20).sharePercent).toBeNull();
  });
});

describe('customersForShare', () => {
  it('finds how few customers make half of the sales', () => {
    expect(customersForShare(sales, 50)).toMatchObject({ percent: 1, customers: 1, sharePercent: 57 });
    expect(customersForShare([], 50)).toBeNull();
  });
});
