import { describe, expect, it } from 'vitest';
import { SecretTries } from './secret-tries.ts';

function atClock() {
  const clock = { ms: 0 };
  return { clock, tries: new SecretTries(() => clock.ms) };
}

function wrong(tries: SecretTries, times: number): void {
  for (let time = 0; time < times; time += 1) tries.begin('王老板');
}

describe('SecretTries', () => {
  it.each([
    [4, 0],
    [5, 10],
    [6, 20],
    [7, 40],
    [9, 160],
    [10, 300],
    [50, 300],
  ])('after %i wrong tries the next is heard after %i seconds', (times, seconds) => {
    const { tries } = atClock();
    wrong(tries, times);
    expect(tries.waitSeconds('王老板')).toBe(seconds);
  });

  it('counts the seconds down, and begins anew after a right one', () => {
    const { tries, clock } = atClock();
    wrong(tries, 5);
    clock.ms = 9_001;
    expect(tries.waitSeconds('王老板')).toBe(1);
    clock.ms = 10_000;
    expect(tries.waitSeconds('王老板')).toBe(0);
    tries.right('王老板');
    wrong(tries, 4);
    expect(tries.waitSeconds('王老板')).toBe(0);
  });

  it('does not make one person wait for another', () => {
    const { tries } = atClock();
    wrong(tries, 9);
    expect(tries.waitSeconds('李销售')).toBe(0);
  });
});
