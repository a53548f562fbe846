import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, fromDayNumber, parseCalendarDate } from '../core/calendar-date.ts';
import { type DayLabel, dayLabelOf } from './day-label.ts';
import { festivalsOn } from './festivals.ts';
import { lunarDateOf, solarDayOf } from './lunar-date.ts';
import { lunarCellName, lunarDateName, lunarDayName } from './lunar-names.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

// 1850 to 2150.
const anyDay = fc.integer({ min: -43_829, max: 66_108 }).map(fromDayNumber);

describe('lunarDateOf', () => {
  it.each([
    ['2026-02-16', { year: 2025, month: 12, day: 29, isLeapMonth: false }],
    ['2026-02-17', { year: 2026, month: 1, day: 1, isLeapMonth: false }],
    ['2025-07-25', { year: 2025, month: 6, day: 1, isLeapMonth: true }],
    ['2025-07-24', { year: 2025, month: 6, day: 30, isLeapMonth: false }],
    ['2026-01-01', { year: 2025, month: 11, day: 13, isLeapMonth: false }],
    ['2033-12-22', { year: 2033, month: 11, day: 1, isLeapMonth: true }],
    ['1990-01-01', { year: 1989, month: 12, day: 5, isLeapMonth: false }],
    ['2030-12-31', { year: 2030, month: 12, day: 7, isLeapMonth: false }],
  ])('%s', (text, expected) => {
    expect(lunarDateOf(day(text))).toEqual(expected);
  });

  it('is taken back by solarDayOf, for every day', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        expect(solarDayOf(lunarDateOf(any))).toBe(any);
      }),
    );
  });

  it('goes on by one day, or begins a month', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        const [today, tomorrow] = [lunarDateOf(any), lunarDateOf(addDays(any, 1))];
        if (tomorrow.day === 1) expect([29, 30]).toContain(today.day);
        else expect(tomorrow).toEqual({ ...today, day: today.day + 1 });
      }),
    );
  });
});

describe('solarDayOf', () => {
  it.each([
    ['a leap month that the year has not', { year: 2026, month: 6, day: 1, isLeapMonth: true }],
    ['the 30th of a short month', { year: 2025, month: 12, day: 30, isLeapMonth: false }],
    ['a 13th month', { year: 2025, month: 13, day: 1, isLeapMonth: false }],
    ['day 0', { year: 2025, month: 12, day: 0, isLeapMonth: false }],
  ])('knows no day for %s', (_, lunar) => {
    expect(solarDayOf(lunar)).toBeNull();
  });
});

describe('festivalsOn', () => {
  it.each([
    ['2026-02-16', ['new_years_eve']],
    ['2025-01-28', ['new_years_eve']],
    ['2024-02-09', ['new_years_eve']],
    ['2026-02-17', ['spring_festival']],
    ['2026-03-03', ['lantern_festival']],
    ['2026-04-05', ['qingming']],
    ['2026-06-19', ['dragon_boat']],
    ['2026-08-19', ['qixi']],
    ['2026-09-25', ['mid_autumn']],
    ['2026-10-18', ['double_ninth']],
    ['2026-01-26', ['laba']],
    ['2026-02-10', ['little_new_year']],
    ['2020-10-01', ['mid_autumn', 'national_day']],
    ['2026-05-01', ['labour_day']],
    ['2026-05-02', []],
    // 十五 of the leap sixth month, 初七 of none.
    ['2025-08-08', []],
    // The day before 除夕 of a long month.
    ['2024-02-08', []],
  ])('%s: %j', (text, expected) => {
    expect(festivalsOn(day(text))).toEqual(expected);
  });

  it('come in the plain month only: 端午 once in the year with two fifth months', () => {
    const days = Array.from({ length: 366 }, (_, index) => addDays(day('2028-01-01'), index));
    expect(days.filter((each) => festivalsOn(each).includes('dragon_boat'))).toEqual(['2028-05-28']);
  });
});

describe('dayLabelOf', () => {
  const said = (label: DayLabel) => {
    if (label.kind === 'festival') return label.festival;
    if (label.kind === 'solar_term') return label.term;
    return lunarCellName(label.lunar, 'names');
  };

  it.each([
    ['2026-02-17', 'spring_festival'],
    ['2026-02-18', 'yushui'],
    ['2026-03-19', '二月'],
    ['2026-03-21', '初三'],
    ['2025-07-25', '闰六月'],
    ['2026-12-09', '冬月'],
    ['2026-03-18', '三十'],
    ['2026-03-08', 'womens_day'],
  ])('%s says %s', (text, expected) => {
    expect(said(dayLabelOf(day(text)))).toBe(expected);
  });
});

describe('lunarDayName', () => {
  it.each([
    [1, '初一'],
    [10, '初十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '廿一'],
    [29, '廿九'],
    [30, '三十'],
  ])('%i is %s', (number, name) => {
    expect(lunarDayName(number, 'names')).toBe(name);
    expect(lunarDayName(number, 'numbers')).toBe(String(number));
  });

  it.each([0, 31, 1.5])('there is no day %d', (number) => {
    expect(() => lunarDayName(number, 'names')).toThrow(RangeError);
  });
});

describe('lunarDateName', () => {
  it.each([
    [{ month: 8, day: 7, isLeapMonth: false }, '八月初七', 'L8/7'],
    [{ month: 6, day: 30, isLeapMonth: true }, '闰六月三十', 'L6+/30'],
    [{ month: 12, day: 8, isLeapMonth: false }, '腊月初八', 'L12/8'],
  ])('%j', (lunar, chinese, english) => {
    expect(lunarDateName(lunar, 'names')).toBe(chinese);
    expect(lunarDateName(lunar, 'numbers')).toBe(english);
  });

  it('leaves the month out of a cell in Chinese, and never in English', () => {
    const lunar = { year: 2025, month: 6, day: 2, isLeapMonth: true };
    expect(lunarCellName(lunar, 'names')).toBe('初二');
    expect(lunarCellName({ ...lunar, day: 1 }, 'names')).toBe('闰六月');
    expect(lunarCellName(lunar, 'numbers')).toBe('L6+/2');
  });
});
