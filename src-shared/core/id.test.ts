import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdMaker, isId, newId } from './id.ts';

const msOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
const seeded = () => {
  let next = 1;
  return (bytes: Uint8Array) => {
    for (let i = 0; i < bytes.length; i += 1) {
      next = (next * 48_271) % 2_147_483_647;
      bytes[i] = next & 0xff;
    }
  };
};

describe('newId', () => {
  it('makes valid UUIDv7 that carry the time', () => {
    const maker = createIdMaker();
    const id = maker(1_795_000_000_123);
    expect(isId(id)).toBe(true);
    expect(msOf(id)).toBe(1_795_000_000_123);
  });

  it('gives 100,000 different ids in ascending order within one millisecond', () => {
    const maker = createIdMaker();
    const ids = Array.from({ length: 100_000 }, () => maker(1_795_000_000_000));
    expect(ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)).toBe(true);
    expect(ids.every(isId)).toBe(true);
  });

  it('keeps ascending while the clock jumps about', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 300 }), (clock) => {
        const maker = createIdMaker();
        const ids = clock.map((ms) => maker(1_795_000_000_000 + ms));
        expect([...ids].sort()).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('stays at the latest time seen when the clock goes back a day', () => {
    const maker = createIdMaker();
    const first = maker(1_795_000_000_000);
    const second = maker(1_795_000_000_000 - 86_400_000);
    expect(second > first).toBe(true);
    expect(msOf(second)).toBe(1_795_000_000_000);
  });

  it('gives the same ids twice from a seeded maker, so that a seeded book is the same twice', () => {
    const one = createIdMaker(seeded());
    const two = createIdMaker(seeded());
    const times = Array.from({ length: 5_000 }, (_, index) => 1_700_000_000_000 + (index >> 3));
    expect(times.map(one)).toEqual(times.map(two));
  });

  it('shares no state with another maker', () => {
    newId(1_999_000_000_000);
    expect(msOf(createIdMaker()(1_700_000_000_000))).toBe(1_700_000_000_000);
  });

  it.each([-1, Number.NaN, 2 ** 48])('refuses the time %s', (ms) => {
    expect(() => createIdMaker()(ms)).toThrow(RangeError);
  });
});

describe('isId', () => {
  it.each([
    '',
    '0192b4f0-0000-4000-8000-000000000000',
    '0192B4F0-0000-7000-8000-000000000000',
    '0192b4f0-0000-7000-7000-000000000000',
    "0192b4f0-0000-7000-8000-000000000000' OR 1",
  ])('refuses %j', (text) => {
    expect(isId(text)).toBe(false);
  });
});
