import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import { lineAmount } from './order-line.ts';
import { creditOf, type SoldLine } from './take-back.ts';

const sold = (unitPriceE4: number, quantityE3: number, discountBp = 0, more: Partial<SoldLine> = {}): SoldLine => ({
  unitPriceE4,
  quantityE3,
  discountBp,
  amountFen: lineAmount({ unitPriceE4, quantityE3, discountBp }),
  returnedE3: 0,
  creditedFen: fen(0),
  ...more,
});

describe('creditOf', () => {
  it.each([
    ['2 of 12 at 8.50', sold(85_000, 12_000), 2_000, 1_700],
    ['all of them', sold(85_000, 12_000), 12_000, 10_200],
    ['with the discount they were sold at', sold(1_000_000, 2_000, 250), 1_000, 9_750],
    ['half a fen, which goes up', sold(50, 2_000), 1_000, 1],
    [
      'the other half fen, which went up already',
      sold(50, 2_000, 0, { returnedE3: 1_000, creditedFen: fen(1) }),
      1_000,
      0,
    ],
    ['a line that took something off', sold(-10_000, 1_000), 1_000, -100],
    ['given away', sold(85_000, 1_000, 10_000), 1_000, 0],
    ['more than was sold', sold(85_000, 1_000), 1_001, null],
    ['more than is left', sold(85_000, 2_000, 0, { returnedE3: 1_500, creditedFen: fen(1_275) }), 501, null],
    [
      'after the price fell below what was credited',
      sold(10_000, 2_000, 0, { returnedE3: 1_000, creditedFen: fen(850) }),
      1_000,
      0,
    ],
    [
      'after the price rose, the rest of the line at the end',
      sold(100_000, 2_000, 0, { returnedE3: 1_000, creditedFen: fen(850) }),
      1_000,
      1_150,
    ],
  ])('%s', (_what, line, quantityE3, expected) => {
    expect(creditOf(line, quantityE3)).toBe(expected);
  });

  it('gives back exactly the line in whatever parts it comes back, and never more on the way', () => {
    const lines = fc.record({
      unitPriceE4: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      discountBp: fc.integer({ min: 0, max: 10_000 }),
      parts: fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(lines, ({ unitPriceE4, discountBp, parts }) => {
        const quantityE3 = parts.reduce((sum, part) => sum + part, 0);
        let line = sold(unitPriceE4, quantityE3, discountBp);
        for (const part of parts) {
          const credit = creditOf(line, part);
          if (credit === null) throw new Error('no more came back than was sold');
          expect(credit * Math.sign(line.amountFen)).toBeGreaterThanOrEqual(0);
          line = { ...line, returnedE3: line.returnedE3 + part, creditedFen: fen(line.creditedFen + credit) };
          expect(Math.abs(line.creditedFen)).toBeLessThanOrEqual(Math.abs(line.amountFen));
        }
        expect(line.creditedFen).toBe(line.amountFen);
        expect(creditOf(line, 1)).toBeNull();
      }),
    );
  });
});
