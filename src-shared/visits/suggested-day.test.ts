import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate, weekdayOf } from '../core/calendar-date.ts';
import { nextWorkday, nextWorkdays, suggestedDay } from './suggested-day.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

/** 国庆 2026: 1–7 October off, Saturday 10 October worked; else weekends are off. */
const off = new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']);
const isOff = (on: CalendarDate) => on !== '2026-10-10' && (weekdayOf(on) > 5 || off.has(on));
const calendar = {
  onOrAfter: (on: CalendarDate): CalendarDate => (isOff(on) ? calendar.onOrAfter(addDays(on, 1)) : on),
};

describe('suggestedDay', () => {
  it.each([
    ['a workday one cadence later', '2026-09-17', 7, '2026-09-24'],
    ['a Sunday becomes the Monday', '2026-09-17', 3, '2026-09-21'],
    ['the first day of a long holiday becomes the day after it', '2026-09-17', 14, '2026-10-08'],
    ['a Saturday that is worked stays', '2026-09-10', 30, '2026-10-10'],
    ['over the end of the year', '2026-12-17', 30, '2027-01-18'],
  ])('%s', (_name, today, cadence, expected) => {
    expect(suggestedDay(day(today), cadence, calendar)).toBe(expected);
  });
});

describe('nextWorkday', () => {
  it.each([
    ['tomorrow, when it is worked', '2026-09-17', '2026-09-18'],
    ['Monday on a Friday', '2026-09-18', '2026-09-21'],
    ['the day after a long holiday on its eve', '2026-09-30', '2026-10-08'],
    ['a Saturday that is worked', '2026-10-09', '2026-10-10'],
  ])('is %s', (_name, today, expected) => {
    expect(nextWorkday(day(today), calendar)).toBe(expected);
  });
});

describe('nextWorkdays', () => {
  it('begins with today when today is worked', () => {
    expect(nextWorkdays(day('2026-09-18'), 3, calendar)).toEqual(['2026-09-18', '2026-09-21', '2026-09-22']);
  });

  it('leaves the holiday out and takes the worked Saturday in', () => {
    expect(nextWorkdays(day('2026-10-01'), 4, calendar)).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ]);
  });

  it('offers none when none is asked for', () => {
    expect(nextWorkdays(day('2026-10-01'), 0, calendar)).toEqual([]);
  });
});
