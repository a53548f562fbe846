import type { TierMethodKind } from '../../../src-shared/tiers/segmentation-contract.ts';

const leastThresholdFen = 10_000;
const mostThresholdFen = 100_000_000_000_000;

/**
 * Cuts for another number of tiers (domain §4: a method waits for matching cuts), as near as can be to those given: too
 * many lose the last ones, too few get more where there is most room. Null: so many tiers cannot be told apart, as with
 * RFM, whose sum has 13 values.
 */
export function fittedCuts(kind: TierMethodKind, given: readonly number[], needed: number): number[] | null {
  const kept = given.slice(0, needed);
  if (kind === 'thresholds') return moreThresholds(kept, needed);
  const [least, most] = { abc: [0, 101], rfm: [2, 16], score: [-1, 101] }[kind] as [number, number]; // Safe: pairs above.
  if (needed > most - least - 1) return null;
  const rising = [...new Set(kept.map(Math.round))].filter((cut) => cut > least && cut < most).sort((a, b) => a - b);
  while (rising.length < needed) rising.splice(...betweenWidest([least, ...rising, most]));
  return kind === 'abc' ? rising : rising.reverse();
}

/** Where to put the middle of the widest gap, as arguments of splice. */
function betweenWidest(bounded: readonly number[]): [at: number, take: number, cut: number] {
  let widest = 0;
  const width = (at: number) => (bounded[at + 1] ?? 0) - (bounded[at] ?? 0);
  for (let at = 1; at < bounded.length - 1; at += 1) if (width(at) > width(widest)) widest = at;
  return [widest, 0, Math.floor((bounded[widest] ?? 0) + width(widest) / 2)];
}

/** A third of the last one while that is worth a tier, else three times the first. */
function moreThresholds(kept: readonly number[], needed: number): number[] | null {
  const cuts = [...new Set(kept)].sort((a, b) => b - a);
  while (cuts.length < needed) {
    const [first, last] = [cuts[0], cuts.at(-1)];
    if (first === undefined || last === undefined) cuts.push(10_000_000);
    else if (last / 3 >= leastThresholdFen) cuts.push(Math.round(last / 30_000) * 10_000);
    else cuts.unshift(first * 3);
  }
  return (cuts[0] ?? 0) > mostThresholdFen ? null : cuts;
}
