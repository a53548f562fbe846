import { describe, expect, it } from 'vitest';
import { waitsOf } from './late-answers.ts';

const many = (seed: number) => Array.from({ length: 2_000 }, waitsOf(seed));

describe('waitsOf', () => {
  it('gives the same waits for the same seed, and others for another', () => {
    expect(many(7)).toEqual(many(7));
    expect(many(7)).not.toEqual(many(8));
  });

  it('lets about half of the answers go at once, and holds a few back for long', () => {
    const waits = many(7);
    const share = (is: (ms: number) => boolean) => waits.filter(is).length / waits.length;
    expect(share((ms) => ms === 0)).toBeGreaterThan(0.45);
    expect(share((ms) => ms > 0 && ms <= 250)).toBeGreaterThan(0.4);
    expect(share((ms) => ms === 1_500)).toBeGreaterThan(0.01);
    expect(Math.max(...waits)).toBe(1_500);
  });
});
