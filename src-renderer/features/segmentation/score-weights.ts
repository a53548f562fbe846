import { type ScorePart, type ScoreWeights, scoreParts } from '../../../src-shared/tiers/methods/score.ts';

export function weightSum(weights: ScoreWeights): number {
  return scoreParts.reduce((sum, part) => sum + weights[part], 0);
}

export function withWeight(weights: ScoreWeights, part: ScorePart, weight: number): ScoreWeights {
  return { ...weights, [part]: Math.max(0, Math.min(100, Math.round(weight))) };
}

/** The same proportions, summing to 100 in whole numbers: largest remainders first. All zero: all on sales. */
export function filledTo100(weights: ScoreWeights): ScoreWeights {
  const sum = weightSum(weights);
  if (sum === 0) return { ...weights, sales: 100 };
  const exact = scoreParts.map((part) => ({ part, share: (weights[part] * 100) / sum }));
  const filled = { ...weights, ...Object.fromEntries(exact.map(({ part, share }) => [part, Math.floor(share)])) };
  const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1));
  const missing = 100 - weightSum(filled);
  for (const { part } of byRemainder.slice(0, missing)) filled[part] += 1;
  return filled;
}
