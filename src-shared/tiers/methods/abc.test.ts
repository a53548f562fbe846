import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abcShares, beforeFen } from './abc.ts';

/** Domain §4 to the letter: each customer beside all others, in whole numbers of any size. */
function byDefinition(sales: readonly number[], cuts: readonly number[]) {
  const total = sales.reduce((sum, each) => sum + BigInt(each), 0n);
  return sales.map((own) => {
    const before = sales.filter((other) => other > own).reduce((sum, other) => sum + BigInt(other), 0n);
    const position = own === 0 ? -1 : cuts.findIndex((cut) => before * 100n < BigInt(cut) * total);
    return { before: Number(before), position: position === -1 ? cuts.length : position };
  });
}

describe('abcShares', () => {
  it('gives every customer the class and the share before it that the definition gives', () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 90_000_000_000_000 }));
    const cuts = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { maxLength: 5 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), cuts, (sales, percents) => {
        const { positions, ranks, totalFen } = abcShares(Float64Array.from(sales), percents);
        const found = sales.map((own, place) => ({ before: beforeFen(ranks, own), position: positions[place] }));
        expect(found).toEqual(byDefinition(sales, percents));
        expect(totalFen).toBe(sales.reduce((sum, each) => sum + each, 0));
      }),
    );
  });

  it('refuses sales that no number holds exactly', () => {
    expect(() => abcShares(Float64Array.of(2 ** 53, 2 ** 53), [80])).toThrow();
  });
});
