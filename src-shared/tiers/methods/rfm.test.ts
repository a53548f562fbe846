import { describe, expect, it } from 'vitest';
import { fifthCuts } from './quantile.ts';
import { segmentOf } from './rfm.ts';

describe('fifthCuts', () => {
  it('lies straight between neighbours (type 7)', () => {
    expect(fifthCuts([1, 2, 3, 4]).cuts).toEqual([1.6, 2.2, 2.8, 3.4]);
    expect(fifthCuts([10]).cuts).toEqual([10, 10, 10, 10]);
  });

  it('counts only what is exceeded, to the last fraction', () => {
    const { exceeded } = fifthCuts([0, 1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map(exceeded)).toEqual([0, 0, 1, 2, 3, 4]);
  });

  it('has no quantiles of nothing', () => {
    expect(() => fifthCuts([])).toThrow();
  });
});

describe('segmentOf', () => {
  it.each([
    [5, 5, 5, 'champion'],
    [4, 4, 4, 'champion'],
    [4, 4, 3, 'loyal'],
    [3, 4, 1, 'loyal'],
    [4, 3, 5, 'potential'],
    [5, 2, 1, 'potential'],
    [5, 1, 5, 'new'],
    [3, 3, 5, 'needs_attention'],
    [2, 4, 1, 'at_risk'],
    [1, 1, 4, 'at_risk'],
    [2, 3, 3, 'sleeping'],
    [1, 3, 3, 'lost'],
  ] as const)('R %d F %d M %d is %s', (r, f, m, segment) => {
    expect(segmentOf(r, f, m)).toBe(segment);
  });
});
