import { type Fen, fen } from '../../core/money.ts';

/** In the order of the customers that were given. */
export interface AbcShares {
  /** From 0, the first class; `cuts.length`: the last, to which those without sales belong. */
  readonly positions: Int16Array;
  /** Fen of sales of those with more sales. */
  readonly beforeFen: Float64Array;
  readonly totalFen: Fen;
}

/**
 * ABC by cumulative share (domain §4), sales descending, in whole numbers: the first class while (sales before the
 * customer) × 100 < cut × total; equal sales take the share before the first of them, and so share a class. `salesFen` not
 * below 0; `cuts` in whole percent, ascending. Those without sales are in the last class.
 */
export function abcShares(salesFen: Float64Array, cuts: readonly number[]): AbcShares {
  const { distinct, above, totalFen } = salesAbove(salesFen);
  const limits = cuts.map((cut) => smallestShare(cut, totalFen));
  const positionAt = Int16Array.from(distinct, (sales, at) => {
    const position = sales === 0 ? -1 : limits.findIndex((limit) => (above[at] ?? 0) < limit);
    return position === -1 ? cuts.length : position;
  });
  const positions = new Int16Array(salesFen.length);
  const beforeFen = new Float64Array(salesFen.length);
  for (let place = 0; place < salesFen.length; place += 1) {
    const at = placeOf(distinct, salesFen[place] ?? 0);
    positions[place] = positionAt[at] ?? cuts.length;
    beforeFen[place] = above[at] ?? 0;
  }
  return { positions, beforeFen, totalFen };
}

/** Every amount of sales once, ascending, and beside it the sales of all who have more. */
function salesAbove(salesFen: Float64Array) {
  const sorted = salesFen.slice().sort();
  const distinct = sorted.filter((sales, at) => sales !== sorted[at - 1]);
  const above = new Float64Array(distinct.length);
  let sum = 0;
  for (let at = sorted.length - 1, place = distinct.length - 1; place >= 0; place -= 1) {
    above[place] = sum;
    for (; at >= 0 && sorted[at] === distinct[place]; at -= 1) sum += sorted[at] ?? 0;
  }
  // fen() refuses a total that is no whole number any more: all sums below it are exact then.
  return { distinct, above, totalFen: fen(sum) };
}

/** The smallest amount whose hundredfold is not below cut × total: both may be more than a number holds exactly. */
function smallestShare(cut: number, totalFen: Fen): number {
  return Number((BigInt(cut) * BigInt(totalFen) + 99n) / 100n);
}

/** Where a value stands in an ascending list that holds it. */
function placeOf(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
