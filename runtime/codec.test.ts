import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from './codec.ts';

const roundTrip = (value: unknown): unknown => decode(encode(value));

describe('encode and decode', () => {
  it.each([
    ['undefined', undefined],
    ['minus zero', -0],
    ['no number', Number.NaN],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['a large integer', 2n ** 80n],
    ['a date', new Date('2026-11-21T08:30:00Z')],
    ['an invalid date', new Date(Number.NaN)],
    ['a map with a hole', new Map([['客户', undefined]])],
    ['a set', new Set([1, 'a', null])],
    ['a pattern', /客户\d+/giu],
    ['bytes', new Uint8Array([0, 255, 7])],
    ['a slice of larger bytes', new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
    ['wide numbers', new Float64Array([1.5, -2])],
    ['a key that looks like a tag', { $: 'date', v: 0 }],
    ['a key that would be a prototype', JSON.parse('{"__proto__": {"a": [null]}}')],
    ['nested undefined', { a: [undefined, { b: undefined }] }],
    ['many bytes', new Uint8Array(100_000).fill(9)],
  ])('carry %s unchanged', (_name, value) => {
    expect(roundTrip(value)).toStrictEqual(value);
  });

  it('carry an error with its kind, words and cause', () => {
    const back = roundTrip(new RangeError('太大', { cause: { limit: 3 } }));
    expect(back).toBeInstanceOf(RangeError);
    expect(back).toMatchObject({ message: '太大', cause: { limit: 3 } });
  });

  it('give plain data without a prototype to play with', () => {
    expect(Object.getPrototypeOf(roundTrip(JSON.parse('{"__proto__": {"admin": true}}')))).toBe(Object.prototype);
  });

  it('carry whatever structured clone carries', () => {
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withSet: true,
      withBigInt: true,
      withTypedArray: true,
      withSparseArray: false,
    });
    fc.assert(
      fc.property(anything, (value) => {
        expect(roundTrip(value)).toEqual(structuredClone(value));
      }),
    );
  });

  it.each([
    ['a function', () => 1],
    ['a function inside', { list: [() => 1] }],
    ['a symbol', Symbol('no')],
    ['a weak map', new WeakMap()],
  ])('refuse %s in the words of Electron', (_name, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.');
  });

  it('refuse what contains itself instead of running without end', () => {
    const self: Record<string, unknown> = {};
    self.self = self;
    expect(() => encode(self)).toThrow('contains itself');
  });

  it('send twice what stands at two places', () => {
    const shared = { name: '杭州王记' };
    expect(roundTrip([shared, shared])).toStrictEqual([{ name: '杭州王记' }, { name: '杭州王记' }]);
  });
});
