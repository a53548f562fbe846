import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAmount, orderAmount } from './order-line.ts';

const line = (unitPriceE4: number, quantityE3: number, discountBp = 0) => ({ unitPriceE4, quantityE3, discountBp });

describe('lineAmount', () => {
  it.each([
    ['12 pieces at 8.50', line(85_000, 12_000), 10_200],
    ['a third of a metre at 10.00', line(100_000, 333), 333],
    ['half a fen goes up', line(50, 1_000), 1],
    ['just under half a fen goes down', line(49, 1_000), 0],
    ['half a fen goes away from zero on a line that takes back', line(-50, 1_000), -1],
    ['2.5 % off', line(1_000_000, 1_000, 250), 9_750],
    ['a fifteenth off 0.005', line(50, 1_000, 667), 0],
    ['everything off', line(999_999, 5_000, 10_000), 0],
    ['nothing ordered', line(85_000, 0), 0],
    ['1.005 yuan, which no float holds', line(10_050, 1_000), 101],
    ['a price of four decimals', line(12_345, 3_000), 370],
    ['many of them, past what a float holds exactly', line(99_999_999, 99_999_999, 1), 99_989_998_000],
  ])('%s', (_what, figures, expected) => {
    expect(lineAmount(figures)).toBe(expected);
  });

  it('is never further than half a fen from the exact product', () => {
    const figures = fc.record({
      unitPriceE4: fc.integer({ min: -1e9, max: 1e9 }),
      quantityE3: fc.integer({ min: 0, max: 1e6 }),
      discountBp: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(figures, (each) => {
        const exact = BigInt(each.unitPriceE4) * BigInt(each.quantityE3) * BigInt(10_000 - each.discountBp);
        const off = exact - BigInt(lineAmount(each)) * 1_000_000_000n;
        expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(1_000_000_000n);
      }),
    );
  });
});

describe('orderAmount', () => {
  it('adds lines that were rounded one by one', () => {
    expect(orderAmount([line(50, 1_000), line(50, 1_000), line(50, 1_000)])).toBe(3);
  });
});
