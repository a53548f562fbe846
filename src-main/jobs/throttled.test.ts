import { describe, expect, it } from 'vitest';
import { throttled } from './throttled.ts';

describe('throttled', () => {
  it('passes the first at once and then at most one in the time given', () => {
    let now = 0;
    const passed: number[] = [];
    const pass = throttled(
      100,
      (value: number) => passed.push(value),
      () => now,
    );
    for (now = 0; now <= 350; now += 10) pass(now);
    expect(passed).toEqual([0, 100, 200, 300]);
  });
});
