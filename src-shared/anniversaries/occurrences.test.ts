import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, fromDayNumber, parseCalendarDate, partsOf } from '../core/calendar-date.ts';
import { lunarDateOf, lunarMonth } from '../lunar/lunar-date.ts';
import type { AnniversaryDate } from './anniversary.ts';
import { anniversaryKeysOn, dayInYear, nextOccurrence } from './occurrences.ts';
import { occurrencesBetween } from './testing/occurrences-between.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const solar = (month: number, onDay: number, year: number | null = null): AnniversaryDate => ({
  calendar: 'solar',
  year,
  month,
  day: onDay,
  isLeapMonth: false,
});
const lunar = (month: number, onDay: number, year: number | null = null): AnniversaryDate => ({
  ...solar(month, onDay, year),
  calendar: 'lunar',
});
const leap = (month: number, onDay: number): AnniversaryDate => ({ ...lunar(month, onDay), isLeapMonth: true });

describe('dayInYear', () => {
  it.each([
    ['a solar day', solar(9, 19), 2026, '2026-09-19'],
    ['29 February in a leap year', solar(2, 29), 2028, '2028-02-29'],
    ['29 February in a plain year', solar(2, 29), 2027, '2027-02-28'],
    ['29 February in 1900, which is plain', solar(2, 29), 1900, '1900-02-28'],
    ['八月初九', lunar(8, 9), 2026, '2026-09-19'],
    ['腊月三十 in a year where it has 30 days', lunar(12, 30), 2023, '2024-02-09'],
    ['腊月三十 in a year where it has 29', lunar(12, 30), 2025, '2026-02-16'],
    ['闰六月初一 in the year that has it', leap(6, 1), 2025, '2025-07-25'],
    ['闰六月初一 in a year without it', leap(6, 1), 2026, '2026-07-14'],
    ['六月初一 in the year with two sixth months', lunar(6, 1), 2025, '2025-06-25'],
    ['闰六月三十 where the leap month is short', leap(6, 30), 2025, '2025-08-22'],
    ['闰二月三十 in a year with a plain, long second month', leap(2, 30), 2026, '2026-04-16'],
    ['闰六月 in a year that has another leap month', leap(6, 1), 2028, '2028-07-22'],
    ['闰十一月 of 2033', leap(11, 1), 2033, '2033-12-22'],
  ])('%s', (_, date, year, expected) => {
    expect(dayInYear(date, year)).toBe(expected);
  });
});

describe('nextOccurrence', () => {
  it.each([
    ['is today on the day itself', solar(9, 19, 1980), '2026-09-19', '2026-09-19', 46],
    ['is next year’s the day after', solar(9, 19, 1980), '2026-09-20', '2027-09-19', 47],
    ['counts lunar years: 腊月 of 2025 comes in February 2026', lunar(12, 8, 1980), '2026-01-20', '2026-01-26', 45],
    ['finds 正月 in the new solar year', lunar(1, 5, 1990), '2026-01-01', '2026-02-21', 36],
    ['says no years when the year is not known', lunar(8, 9), '2026-03-01', '2026-09-19', null],
    ['waits for the first one', solar(5, 1, 2030), '2026-03-01', '2030-05-01', 0],
  ])('%s', (_, date, from, on, years) => {
    expect(nextOccurrence(date, day(from))).toEqual({ on, years });
  });
});

describe('occurrencesBetween', () => {
  it('finds a lunar day twice in one solar year and not at all in the next', () => {
    const found = occurrencesBetween(lunar(11, 28), day('2024-01-01'), day('2026-12-31')).map(({ on }) => on);
    expect(found).toEqual(['2024-01-09', '2024-12-28', '2026-01-16']);
  });

  it('has none before the first one', () => {
    expect(occurrencesBetween(solar(5, 1, 2026), day('2025-01-01'), day('2027-12-31'))).toEqual([
      { on: '2026-05-01', years: 0 },
      { on: '2027-05-01', years: 1 },
    ]);
  });

  it('is empty when the span holds none', () => {
    expect(occurrencesBetween(solar(5, 1), day('2026-05-02'), day('2027-04-30'))).toEqual([]);
  });
});

const anyDate: fc.Arbitrary<AnniversaryDate> = fc.oneof(
  fc
    .record({ month: fc.integer({ min: 1, max: 12 }), on: fc.integer({ min: 1, max: 31 }) })
    .filter(({ month, on }) => on <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31))
    .map(({ month, on }) => solar(month, on)),
  fc
    .record({
      month: fc.integer({ min: 1, max: 12 }),
      on: fc.integer({ min: 1, max: 30 }),
      isLeapMonth: fc.boolean(),
    })
    .map(({ month, on, isLeapMonth }) => ({ ...lunar(month, on), isLeapMonth })),
);
const anyYear = fc.integer({ min: 1900, max: 2149 });
// 1900 to 2149.
const anyDay = fc.integer({ min: -25_567, max: 65_742 }).map(fromDayNumber);

describe('laws of anniversaries', () => {
  it('there is exactly one in every year of its own calendar', () => {
    fc.assert(
      fc.property(anyDate, anyYear, (date, year) => {
        const [first, next] =
          date.calendar === 'solar'
            ? [day(`${year}-01-01`), day(`${year + 1}-01-01`)]
            : [dayInYear(lunar(1, 1), year), dayInYear(lunar(1, 1), year + 1)];
        const found = occurrencesBetween(date, first, addDays(next, -1));
        expect(found.map(({ on }) => on)).toEqual([dayInYear(date, year)]);
      }),
    );
  });

  it('it falls in the month asked for, on the day asked for or on the last day of that month', () => {
    fc.assert(
      fc.property(anyDate, anyYear, (date, year) => {
        const on = dayInYear(date, year);
        const found = date.calendar === 'solar' ? { ...partsOf(on), isLeapMonth: false } : lunarDateOf(on);
        expect([found.year, found.month]).toEqual([year, date.month]);
        if (found.day !== date.day) {
          expect(found.day).toBeLessThan(date.day);
          expect((date.calendar === 'solar' ? partsOf : lunarDateOf)(addDays(on, 1)).day).toBe(1);
        }
        const hasLeap = date.calendar === 'lunar' && lunarMonth(year, date.month, true) !== null;
        expect(found.isLeapMonth).toBe(date.isLeapMonth && hasLeap);
      }),
    );
  });

  it('the next one is the first that is found by looking', () => {
    fc.assert(
      fc.property(anyDate, anyDay, (date, from) => {
        const { on } = nextOccurrence(date, from);
        expect(occurrencesBetween(date, from, on).map((each) => each.on)).toEqual([on]);
      }),
    );
  });

  it('the keys of a day are exactly those of the anniversaries that fall on it', () => {
    fc.assert(
      fc.property(anyDate, anyDay, (date, any) => {
        for (const on of [any, nextOccurrence(date, any).on]) {
          const isFound = anniversaryKeysOn(on).some(
            (key) =>
              key.calendar === date.calendar &&
              key.month === date.month &&
              key.day === date.day &&
              key.isLeapMonth === date.isLeapMonth,
          );
          expect(isFound).toBe(occurrencesBetween(date, on, on).length === 1);
        }
      }),
    );
  });
});
