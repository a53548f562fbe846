import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HlcClock, isHlc } from './hlc.ts';

const noon = 1_772_712_000_000;

describe('HlcClock', () => {
  it('gives readings that sort as text in the order they were made, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2, maxLength: 50 }), (walls) => {
        const clock = new HlcClock();
        const readings = walls.map((wall) => clock.next(wall));
        expect(readings.every(isHlc)).toBe(true);
        expect([...readings].sort()).toEqual(readings);
        expect(new Set(readings).size).toBe(readings.length);
      }),
    );
  });

  it('follows the wall clock, so that between two PCs the later one wins', () => {
    expect(new HlcClock().next(noon + 1) > new HlcClock().next(noon)).toBe(true);
  });

  it('goes on after a restart behind the last reading, also when the clock was set back a year', () => {
    const last = new HlcClock().next(noon);
    const next = new HlcClock(last).next(noon - 365 * 86_400_000);
    expect(next > last).toBe(true);
  });

  it('goes on behind what another connection wrote meanwhile', () => {
    const mine = new HlcClock();
    mine.next(noon);
    const theirs = new HlcClock();
    theirs.next(noon + 5);
    const seen = theirs.next(noon + 5);
    mine.catchUp(seen);
    expect(mine.next(noon) > seen).toBe(true);
  });

  it('borrows the next millisecond when the counter is full', () => {
    const full = `${noon.toString(16).padStart(12, '0')}-ffffff`;
    const next = new HlcClock(full).next(noon);
    expect(next > full).toBe(true);
    expect(isHlc(next)).toBe(true);
  });

  it.each(['', 'x', '00000000000g-000000', '000000000000000000', '2026-03-05T08:00:00.000Z'])(
    'refuses %j as a last reading: the journal is damaged',
    (text) => {
      expect(() => new HlcClock(text)).toThrow('no clock reading');
    },
  );
});
