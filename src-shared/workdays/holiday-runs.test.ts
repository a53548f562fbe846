import { describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { daysOfRuns, runsOfDays } from './holiday-runs.ts';
import { builtInHolidayYears } from './statutory-holidays.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

describe('runsOfDays', () => {
  it('joins days in a row, and keeps off and worked, and two holidays side by side, apart', () => {
    const off = (on: string, name: string) => ({ on: day(on), name, isOffDay: true });
    expect(
      runsOfDays([
        off('2027-09-30', '中秋节'),
        off('2027-10-01', '国庆节'),
        off('2027-10-02', '国庆节'),
        { ...off('2027-10-03', '国庆节'), isOffDay: false },
        off('2027-10-05', '国庆节'),
      ]).map(({ from, to, isOffDay }) => [from, to, isOffDay]),
    ).toEqual([
      ['2027-09-30', '2027-09-30', true],
      ['2027-10-01', '2027-10-02', true],
      ['2027-10-03', '2027-10-03', false],
      ['2027-10-05', '2027-10-05', true],
    ]);
  });

  it('is taken back by daysOfRuns for every built-in year', () => {
    for (const { days } of builtInHolidayYears) expect(daysOfRuns(runsOfDays(days))).toEqual(days);
  });
});

describe('daysOfRuns', () => {
  it('makes no days of a run that ends before it begins or lasts half a year', () => {
    const run = { from: day('2027-10-07'), name: '国庆节', isOffDay: true };
    expect(daysOfRuns([{ ...run, to: day('2027-10-01') }])).toEqual([]);
    expect(daysOfRuns([{ ...run, to: day('2028-10-01') }])).toEqual([]);
  });
});
