import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTextOfIso, dateTextOfSerial } from './serial-date.ts';

describe('dateTextOfSerial', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [46086, '2026-03-05'],
    [46086.354166666664, '2026-03-05T08:30:00'],
    [46086.99999999, '2026-03-06'],
    [46086.999988, '2026-03-05T23:59:59'],
    [2958465, '9999-12-31'],
    [60, null],
    [0, null],
    [0.5, null],
    [-1, null],
    [2958466, null],
    [Number.NaN, null],
  ])('of %d, counted from 1900, is %s', (serial, text) => {
    expect(dateTextOfSerial(serial, 'day', false)).toBe(text);
  });

  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [44624, '2026-03-05'],
    [0.5, '1904-01-01T12:00:00'],
    [2957003, '9999-12-31'],
    [2957004, null],
  ])('of %d, counted from 1904, is %s', (serial, text) => {
    expect(dateTextOfSerial(serial, 'day', true)).toBe(text);
  });

  it.each([
    [0.354166666666667, 'clock', '08:30:00'],
    [0, 'clock', '00:00:00'],
    [46086.5, 'clock', '2026-03-05T12:00:00'],
    [0.25, 'duration', '06:00:00'],
    [1.5, 'duration', null],
    [46086, 'number', null],
  ] as const)('of %d shown as %s is %s', (serial, kind, text) => {
    expect(dateTextOfSerial(serial, kind, false)).toBe(text);
  });

  it('is the same second for every day and time, however the fraction was rounded when stored', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const stored = Number((day + second / 86_400).toPrecision(15));
        const expected = new Date((day - 25_569) * 86_400_000 + second * 1000).toISOString().slice(0, 19);
        const text = dateTextOfSerial(stored, 'day', false);
        expect(second === 0 ? `${text}T00:00:00` : text).toBe(expected);
      }),
    );
  });
});

describe('dateTextOfIso', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026-03-05T00:00:00', '2026-03-05'],
    ['2026-03-05T08:30', '2026-03-05T08:30:00'],
    ['2026-03-05T08:30:15.500Z', '2026-03-05T08:30:15'],
    ['2026-03-05T08:30:15+08:00', '2026-03-05T08:30:15'],
    ['T08:30:00', null],
    ['08:30', '08:30:00'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['2026-03-05T24:00:00', null],
    ['2026-03-05T08:60', null],
    ['', null],
    ['5 March 2026', null],
  ])('of %j is %j', (stored, text) => {
    expect(dateTextOfIso(stored)).toBe(text);
  });
});
