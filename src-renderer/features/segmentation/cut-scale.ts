import type { TierMethodInput, TierMethodKind } from '../../../src-shared/tiers/segmentation-contract.ts';

/** How far the slider of a cut goes and in which steps; positions are 0–1000 for money, the value itself elsewhere. */
export interface CutScale {
  readonly min: number;
  readonly max: number;
  readonly toPosition: (cut: number) => number;
  readonly fromPosition: (position: number) => number;
  /** The lower tier's cut is the larger one (ABC: percent that come before). */
  readonly isRising: boolean;
  /** Least distance between two cuts. */
  readonly gap: number;
}

const yuan = 100;
const positions = 1000;

/** Money is judged by how many times more it is, not by how much: the slider is logarithmic. */
export function cutScale(kind: TierMethodKind, cuts: readonly number[]): CutScale {
  if (kind === 'thresholds') return moneyScale(cuts);
  const [min, max] = { abc: [1, 100], rfm: [3, 15], score: [0, 100] }[kind] as [number, number]; // Safe: pairs above.
  return { min, max, toPosition: same, fromPosition: Math.round, isRising: kind === 'abc', gap: 1 };
}

function same(value: number): number {
  return value;
}

function moneyScale(cuts: readonly number[]): CutScale {
  const floor = Math.min(1_000 * yuan, decadeBelow(Math.min(...cuts, 1_000 * yuan)));
  const ceiling = Math.max(1_000_000 * yuan, decadeAbove(Math.max(...cuts, yuan)));
  const span = Math.log(ceiling / floor);
  return {
    min: 0,
    max: positions,
    toPosition: (cut) => (cut <= floor ? 0 : Math.round((positions * Math.log(cut / floor)) / span)),
    fromPosition: (position) => twoDigits((floor * Math.exp((span * position) / positions)) / yuan) * yuan,
    isRising: false,
    gap: yuan,
  };
}

function decadeBelow(fen: number): number {
  return Math.max(yuan, 10 ** Math.floor(Math.log10(Math.max(fen, yuan))));
}

function decadeAbove(fen: number): number {
  return 10 ** Math.ceil(Math.log10(fen));
}

/** 128,734 → 130,000: a threshold that people can say. */
function twoDigits(value: number): number {
  const unit = roundUnit(value);
  return Math.round(value / unit) * unit;
}

function roundUnit(value: number): number {
  return 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
}

/** What the slider says at another position: always further that way, or an arrow key would be stuck on a round number. */
export function movedTo(cut: number, position: number, { toPosition, fromPosition }: CutScale): number {
  const way = Math.sign(position - toPosition(cut));
  const there = fromPosition(position);
  return (there - cut) * way > 0 ? there : cut + way * roundUnit(cut / yuan) * yuan;
}

/** A dragged cut stops at its neighbours. */
export function heldBetween(cuts: readonly number[], at: number, wanted: number, { isRising, gap }: CutScale): number {
  const [above, below] = [cuts[at - 1], cuts[at + 1]];
  const [lower, upper] = isRising ? [above, below] : [below, above];
  const least = lower === undefined ? wanted : Math.max(wanted, lower + gap);
  return upper === undefined ? least : Math.min(least, upper - gap);
}

export function withCut(method: TierMethodInput, at: number, cut: number): TierMethodInput {
  return { ...method, cuts: method.cuts.map((each, index) => (index === at ? cut : each)) };
}
