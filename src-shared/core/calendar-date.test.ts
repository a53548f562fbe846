import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dayNumber,
  daysBetween,
  fromDayNumber,
  parseCalendarDate,
  partsOf,
  weekdayOf,
} from './calendar-date.ts';

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
};
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 }).map(fromDayNumber);

describe('parseCalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31'])('takes %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-5',
    '2026/01/05',
    ' 2026-01-05',
    '2026-01-05T00:00:00Z',
    '10000-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });
});

describe('calendarDate', () => {
  it.each([
    [2026, 1.5, 1],
    [2026, 1, 1.5],
    [Number.NaN, 1, 1],
    [0, 1, 1],
    [10000, 1, 1],
  ])('is null for %d %d %d', (year, month, dayOfMonth) => {
    expect(calendarDate(year, month, dayOfMonth)).toBeNull();
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 1, '2026-09-30'],
    ['0001-02-01', -1, '0001-01-01'],
  ])('%s and %d months is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it('refuses to leave the years 1–9999', () => {
    expect(() => addMonths(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('0001-01-01'), -1)).toThrow(RangeError);
  });

  it('never moves the day of the month, except to the end of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -24, max: 24 }), (from, months) => {
        const { year } = partsOf(from);
        fc.pre(year > 2 && year < 9998);
        const before = partsOf(from).day;
        const to = addMonths(from, months);
        expect(partsOf(to).day === before || partsOf(addDays(to, 1)).day === 1).toBe(true);
      }),
    );
  });
});

describe('addDays', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['1970-01-01', -1, '1969-12-31'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s and %d days is %s', (from, days, expected) => {
    expect(addDays(day(from), days)).toBe(expected);
  });

  it('undoes itself and agrees with daysBetween', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  it('refuses to leave the years 1–9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('0001-01-01'), -1)).toThrow(RangeError);
  });
});

describe('dayNumber', () => {
  it('sorts as the text sorts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(dayNumber(a) - dayNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it.each([0.5, Number.NaN, -719_163, 2_932_897])('has no day for %d', (number) => {
    expect(() => fromDayNumber(number)).toThrow(RangeError);
  });
});

describe('weekdayOf', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2026-11-21', 6],
    ['2026-02-28', 6],
    ['2024-02-29', 4],
    ['0001-01-01', 1],
  ])('%s is weekday %d, Monday being 1', (text, expected) => {
    expect(weekdayOf(day(text))).toBe(expected);
  });
});
