import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, parseCalendarDate } from './calendar-date.ts';
import {
  dayOfInstant,
  instantAt,
  instantFromMs,
  instantToMs,
  isTimeZone,
  localParts,
  parseInstant,
} from './instant.ts';

const zones = ['Asia/Shanghai', 'America/New_York', 'UTC', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];

const at = (day: string, time: string, zone: string) => {
  const parsed = parseCalendarDate(day);
  if (!parsed) throw new Error(`${day} is no day`);
  return instantAt(parsed, time, zone);
};
const instant = (text: string) => {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`${text} is no instant`);
  return parsed;
};

describe('parseInstant', () => {
  it.each(['2026-11-21T08:30:00.000Z', '0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('takes %s', (text) => {
    expect(parseInstant(text)).toBe(text);
  });

  it.each([
    '2026-02-30T00:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
    '2026-01-01T25:00:00.000Z',
    '2026-01-01T00:60:00.000Z',
    '0000-01-01T00:00:00.000Z',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.000+08:00',
    '2026-01-01 00:00:00.000Z',
    '2026-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('instantFromMs', () => {
  it('sorts as text in the order of time', () => {
    const anyMs = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
    fc.assert(
      fc.property(anyMs, anyMs, (a, b) => {
        expect(instantFromMs(a) < instantFromMs(b)).toBe(a < b);
        expect(instantToMs(instantFromMs(a))).toBe(a);
      }),
    );
  });

  it.each([Number.NaN, -62_135_596_800_001, 253_402_300_800_000])('refuses %d', (ms) => {
    expect(() => instantFromMs(ms)).toThrow(RangeError);
  });
});

describe('dayOfInstant', () => {
  it.each([
    ['2026-11-20T15:59:59.999Z', 'Asia/Shanghai', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', 'Asia/Shanghai', '2026-11-21'],
    ['2026-11-20T16:00:00.000Z', 'America/New_York', '2026-11-20'],
    ['2026-01-01T04:59:59.999Z', 'America/New_York', '2025-12-31'],
    ['2026-07-01T04:00:00.000Z', 'America/New_York', '2026-07-01'],
    ['0001-01-01T00:00:00.000Z', 'Asia/Shanghai', '0001-01-01'],
    ['1500-02-28T12:00:00.000Z', 'UTC', '1500-02-28'],
    ['1582-10-10T12:00:00.000Z', 'UTC', '1582-10-10'],
    ['9999-12-31T15:00:00.000Z', 'Asia/Shanghai', '9999-12-31'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(dayOfInstant(instant(text), zone)).toBe(expected);
  });

  it('refuses a day before the year 1 or after 9999 instead of writing a wrong one', () => {
    expect(() => dayOfInstant(instant('0001-01-01T00:00:00.000Z'), 'America/New_York')).toThrow(RangeError);
    expect(() => dayOfInstant(instant('9999-12-31T23:00:00.000Z'), 'Asia/Shanghai')).toThrow(RangeError);
  });
});

describe('instantAt', () => {
  it.each([
    ['2026-11-21', '08:30', 'Asia/Shanghai', '2026-11-21T00:30:00.000Z'],
    ['2026-11-21', '00:00', 'Asia/Shanghai', '2026-11-20T16:00:00.000Z'],
    ['2026-01-15', '09:00', 'America/New_York', '2026-01-15T14:00:00.000Z'],
    ['2026-07-15', '09:00', 'America/New_York', '2026-07-15T13:00:00.000Z'],
    ['2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    ['2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['2026-11-01', '00:59', 'America/New_York', '2026-11-01T04:59:00.000Z'],
    ['2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    // China had summer time from 1986 to 1991.
    ['1988-07-01', '09:00', 'Asia/Shanghai', '1988-07-01T00:00:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, expected) => {
    expect(at(day, time, zone)).toBe(expected);
  });

  it('gives the moment after the skip for an hour that summer time leaves out', () => {
    expect(at('2026-03-08', '02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(localParts(at('2026-03-08', '02:30', 'America/New_York'), 'America/New_York').time).toBe('03:30');
  });

  it('gives the first of the two moments for an hour that comes twice', () => {
    expect(at('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('shows the wall clock it was asked for, outside a skipped hour, from year 1 to 9999', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -719_160, max: 2_932_894 }),
        fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }),
        fc.constantFrom(...zones),
        (dayNumber, minutes, zone) => {
          const day = fromDayNumber(dayNumber);
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          expect(localParts(instantAt(day, time, zone), zone)).toEqual({ day, time });
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['24:00', '9:00', '12:60', '', '12:00:00'])('refuses the time %j', (time) => {
    expect(() => at('2026-01-01', time, 'UTC')).toThrow(RangeError);
  });
});

describe('isTimeZone', () => {
  it.each([
    ['Asia/Shanghai', true],
    ['UTC', true],
    ['Asia/Atlantis', false],
    ['', false],
  ])('%j: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});
