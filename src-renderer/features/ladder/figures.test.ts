import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures.ts';
import { aLadder, aStep } from './testing/a-ladder.ts';

const shown = (ladder: Parameters<typeof figuresOf>[0]) =>
  Object.fromEntries(figuresOf(ladder).map(({ key, count, share }) => [key, [count, share]]));

describe('figuresOf', () => {
  it('takes 新增, 流失 and 赢回 of those active before, and keeps the rest', () => {
    const ladder = aLadder({
      steps: [aStep('A', { customers: 20 })],
      activeBefore: 8,
      activeAfter: 10,
      new: 3,
      lost: 2,
      wonBack: 1,
      upgraded: 1,
      downgraded: 3,
      present: 12,
    });
    expect(shown(ladder)).toEqual({
      active: [10, '50%'],
      new: [3, '37.5%'],
      lost: [2, '25%'],
      won_back: [1, '12.5%'],
      retention: [6, '75%'],
      upgraded: [1, '8.3%'],
      downgraded: [3, '25%'],
    });
  });

  it('has no rate where nobody was active before: a first month is neither 0% nor 100%', () => {
    const found = shown(aLadder({ steps: [aStep(null, { customers: 4 })], new: 4, activeAfter: 4 }));
    expect(found).toMatchObject({ new: [4, null], lost: [0, null], retention: [0, null], upgraded: [0, null] });
  });

  it('knows nothing before the answer is there', () => {
    expect(shown(null)).toMatchObject({ active: [null, null], new: [null, null] });
  });
});
