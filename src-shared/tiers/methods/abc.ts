import { fillColumn } from '../../core/fill-column.ts';
import { type Fen, fen } from '../../core/money.ts';

/** Every amount of sales once, ascending, and beside it the sales of all customers that have more; fen. */
export interface SalesAbove {
  readonly amounts: Float64Array;
  readonly above: Float64Array;
}

export interface AbcShares {
  /** In the order of the customers: from 0, the first class; `cuts.length`: the last, of those without sales. */
  readonly positions: Int16Array;
  /** What says of a customer how much the ones before it sell (beforeFen). */
  readonly ranks: SalesAbove;
  readonly totalFen: Fen;
}

/**
 * ABC by cumulative share (domain §4), sales descending, in whole numbers: the first class while (sales before the
 * customer) × 100 < cut × total; equal sales take the share before the first of them, and so share a class. `salesFen` not
 * below 0; `cuts` in whole percent, ascending. Those without sales are in the last class.
 */
export function abcShares(salesFen: Float64Array, cuts: readonly number[]): AbcShares {
  const { ranks, totalFen } = rank(salesFen);
  const lowest = cuts.map((cut) => lowestWithin(ranks, smallestShare(cut, totalFen)));
  const positions = fillColumn(new Int16Array(salesFen.length), (place) => {
    const sales = salesFen[place] ?? 0;
    const position = sales === 0 ? -1 : lowest.findIndex((amount) => sales >= amount);
    return position === -1 ? cuts.length : position;
  });
  return { positions, ranks, totalFen };
}

/** Sales of those with more than this amount, which somebody has. */
export function beforeFen({ amounts, above }: SalesAbove, salesFen: number): Fen {
  let low = 0;
  let high = amounts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((amounts[middle] ?? 0) < salesFen) low = middle + 1;
    else high = middle;
  }
  return fen(above[low] ?? 0);
}

function rank(salesFen: Float64Array): { ranks: SalesAbove; totalFen: Fen } {
  const sorted = salesFen.slice().sort();
  const amounts = new Float64Array(sorted.length);
  const above = new Float64Array(sorted.length);
  let sum = 0;
  let first = sorted.length;
  for (let at = sorted.length - 1; at >= 0; at -= 1) {
    const sales = sorted[at] ?? 0;
    if (first === sorted.length || amounts[first] !== sales) {
      first -= 1;
      amounts[first] = sales;
      above[first] = sum;
    }
    sum += sales;
  }
  // fen() refuses a total that is no whole number any more: all sums below it are exact then.
  return { ranks: { amounts: amounts.slice(first), above: above.slice(first) }, totalFen: fen(sum) };
}

/** The smallest amount whose hundredfold is not below cut × total: both may be more than a number holds exactly. */
function smallestShare(cut: number, totalFen: Fen): number {
  return Number((BigInt(cut) * BigInt(totalFen) + 99n) / 100n);
}

/** The lowest amount of sales with less than the limit above it; Infinity: none. The more sales, the less is above. */
function lowestWithin({ amounts, above }: SalesAbove, limit: number): number {
  const at = above.findIndex((sum) => sum < limit);
  return at === -1 ? Number.POSITIVE_INFINITY : (amounts[at] ?? 0);
}
