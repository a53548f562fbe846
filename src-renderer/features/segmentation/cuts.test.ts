import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultMethods, tierMethodKinds } from '../../../src-shared/tiers/methods/default-methods.ts';
import { wrongMethod } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import { defaultScoreWeights, scoreParts } from '../../../src-shared/tiers/methods/score.ts';
import { cutScale, heldBetween, movedTo } from './cut-scale.ts';
import { fittedCuts } from './fitted-cuts.ts';
import { filledTo100, weightSum, withWeight } from './score-weights.ts';

describe('cutScale', () => {
  it.each([1_000, 5_000, 30_000, 100_000, 560_000, 1_000_000])('puts ¥%i back where it was', (yuan) => {
    const scale = cutScale('thresholds', [10_000_000, 3_000_000, 500_000]);
    expect(scale.fromPosition(scale.toPosition(yuan * 100))).toBe(yuan * 100);
  });

  it('reaches as far as the cuts there are', () => {
    const scale = cutScale('thresholds', [50_000_000_000, 20_000]);
    for (const cut of [50_000_000_000, 20_000]) {
      expect(scale.toPosition(cut)).toBeGreaterThanOrEqual(scale.min);
      expect(scale.toPosition(cut)).toBeLessThanOrEqual(scale.max);
    }
  });
});

describe('movedTo', () => {
  it('goes on at every step, however round the number', () => {
    const scale = cutScale('thresholds', [10_000_000]);
    fc.assert(
      fc.property(fc.integer({ min: 1_100, max: 900_000 }), (yuan) => {
        const at = scale.toPosition(yuan * 100);
        expect(movedTo(yuan * 100, at + 1, scale)).toBeGreaterThan(yuan * 100);
        expect(movedTo(yuan * 100, at - 1, scale)).toBeLessThan(yuan * 100);
      }),
    );
  });
});

describe('heldBetween', () => {
  it.each([
    ['thresholds', [10_000_000, 3_000_000, 500_000], 1, 20_000_000, 9_999_900],
    ['thresholds', [10_000_000, 3_000_000, 500_000], 1, 100_000, 500_100],
    ['thresholds', [10_000_000, 3_000_000, 500_000], 0, 50_000_000, 50_000_000],
    ['abc', [80, 95, 100], 0, 97, 94],
    ['abc', [80, 95, 100], 1, 40, 81],
    ['rfm', [13, 10, 6], 2, 12, 9],
    ['score', [80, 60, 35], 0, 20, 61],
  ] as const)('%s %j: cut %i dragged to %i stops at %i', (kind, cuts, at, wanted, held) => {
    expect(heldBetween(cuts, at, wanted, cutScale(kind, cuts))).toBe(held);
  });
});

describe('fittedCuts', () => {
  it.each([
    ['abc', [80, 95, 100], 2, [80, 95]],
    ['abc', [80, 95, 100], 4, [40, 80, 95, 100]],
    ['rfm', [13, 10, 6], 4, [13, 10, 6, 4]],
    ['thresholds', [10_000_000, 3_000_000, 500_000], 4, [10_000_000, 3_000_000, 500_000, 170_000]],
    ['thresholds', [], 2, [10_000_000, 3_330_000]],
    ['score', [80, 60, 35], 0, []],
  ] as const)('%s %j for %i cuts: %j', (kind, given, needed, fitted) => {
    expect(fittedCuts(kind, given, needed)).toEqual(fitted);
  });

  it('says that a sum with 13 values cannot tell more tiers apart', () => {
    expect(fittedCuts('rfm', [13, 10, 6], 14)).toBeNull();
  });

  it('makes a method that runs, whatever list of tiers it is for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tierMethodKinds), fc.integer({ min: 0, max: 13 }), (kind, needed) => {
        const cuts = fittedCuts(kind, defaultMethods[kind].cuts, needed);
        expect(cuts).not.toBeNull();
        expect(wrongMethod({ ...defaultMethods[kind], cuts: cuts ?? [] }, needed + 1)).toBeNull();
      }),
    );
  });
});

describe('filledTo100', () => {
  it('keeps what sums to 100', () => {
    expect(filledTo100(defaultScoreWeights)).toEqual(defaultScoreWeights);
  });

  it('makes 100 of whatever was typed, and gives nothing to what had nothing', () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.tuple(weight, weight, weight, weight, weight, weight, weight), (typed) => {
        const weights = { ...defaultScoreWeights };
        scoreParts.forEach((part, at) => {
          weights[part] = typed[at] ?? 0;
        });
        const filled = filledTo100(weights);
        expect(weightSum(filled)).toBe(100);
        if (weightSum(weights) > 0)
          for (const part of scoreParts) if (weights[part] === 0) expect(filled[part]).toBe(0);
      }),
    );
  });
});

describe('withWeight', () => {
  it.each([
    [140, 100],
    [-3, 0],
    [12.6, 13],
  ])('%s is held to %s', (typed, weight) => {
    expect(withWeight(defaultScoreWeights, 'loyalty', typed).loyalty).toBe(weight);
  });
});
