import type { TierMethod } from './propose-tiers.ts';
import { defaultScoreWeights } from './score.ts';

export const tierMethodKinds = ['thresholds', 'abc', 'rfm', 'score'] as const satisfies readonly TierMethod['kind'][];

/** The cuts of domain §4, for the four tiers a new book has. Another number of tiers needs other cuts. */
export const defaultMethods: { readonly [K in TierMethod['kind']]: Extract<TierMethod, { readonly kind: K }> } = {
  thresholds: { kind: 'thresholds', cuts: [10_000_000, 3_000_000, 500_000] },
  abc: { kind: 'abc', cuts: [80, 95, 100] },
  rfm: { kind: 'rfm', cuts: [13, 10, 6], windowMonths: null },
  score: { kind: 'score', cuts: [80, 60, 35], weights: defaultScoreWeights },
};
