/** How many of the 20/40/60/80 % quantiles a value exceeds. */
export type CutCounter = (value: number) => number;

/** The quantiles in the unit of the values, for show; the comparison itself is in whole numbers. */
export interface FifthCuts {
  readonly cuts: readonly number[];
  readonly exceeded: CutCounter;
}

/**
 * 20/40/60/80 % quantiles, type 7 (domain §4): the value at (n − 1) × p, straight between its neighbours. Values are whole
 * numbers of which at least one is given; the position's fraction is a number of fifths, so nothing is ever rounded.
 */
export function fifthCuts(values: ArrayLike<number>): FifthCuts {
  const sorted = new Float64Array(values).sort();
  const last = sorted.length - 1;
  if (last < 0) throw new Error('quantiles of no values');
  const inFifths = [1, 2, 3, 4].map((k) => {
    const at = Math.floor((last * k) / 5);
    const fifths = (last * k) % 5;
    const low = sorted[at] ?? 0;
    const high = sorted[Math.min(at + 1, last)] ?? 0;
    return low * 5 + fifths * (high - low);
  });
  return {
    cuts: inFifths.map((cut) => cut / 5),
    exceeded: (value) => {
      let count = 0;
      while (count < 4 && value * 5 > (inFifths[count] ?? 0)) count += 1;
      return count;
    },
  };
}
