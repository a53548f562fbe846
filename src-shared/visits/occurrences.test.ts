import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type CalendarDate, daysBetween, fromDayNumber, parseCalendarDate } from '../core/calendar-date.ts';
import { builtInWorkCalendar } from '../workdays/create-work-calendar.ts';
import { maxOccurrences, maxRepeatMonths, occurrencesOf } from './occurrences.ts';
import { onDayOffChoices, type Repeat, repeatUnits } from './visit-series.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const everyN = (every: number, unit: Repeat['unit'], until: string, onDayOff: Repeat['onDayOff'] = 'keep'): Repeat => ({
  every,
  unit,
  untilOn: day(until),
  onDayOff,
});
const daysOf = (start: string, repeat: Repeat) => occurrencesOf(day(start), repeat, builtInWorkCalendar);

describe('occurrencesOf', () => {
  it.each<[what: string, start: string, repeat: Repeat, days: string[]]>([
    [
      'every third day',
      '2026-03-02',
      everyN(3, 'day', '2026-03-11'),
      ['2026-03-02', '2026-03-05', '2026-03-08', '2026-03-11'],
    ],
    ['every second week', '2026-03-02', everyN(2, 'week', '2026-04-01'), ['2026-03-02', '2026-03-16', '2026-03-30']],
    [
      'the last day of each month, counted from the first',
      '2026-01-31',
      everyN(1, 'month', '2026-05-30'),
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      '29 February of a leap year',
      '2028-01-29',
      everyN(1, 'month', '2028-03-29'),
      ['2028-01-29', '2028-02-29', '2028-03-29'],
    ],
    [
      'every second month over a year’s end',
      '2026-11-30',
      everyN(2, 'month', '2027-03-31'),
      ['2026-11-30', '2027-01-30', '2027-03-30'],
    ],
    ['once, when it ends on its first day', '2026-03-02', everyN(1, 'week', '2026-03-02'), ['2026-03-02']],
    ['once, when the second comes after the end', '2026-03-02', everyN(1, 'month', '2026-04-01'), ['2026-03-02']],
    [
      'on the day itself though it is off',
      '2026-10-01',
      everyN(1, 'day', '2026-10-03'),
      ['2026-10-01', '2026-10-02', '2026-10-03'],
    ],
    [
      'on the next workday over 国庆: two that land on one day are one, and a Saturday worked instead is a workday',
      '2026-09-30',
      everyN(1, 'day', '2026-10-10', 'next_workday'),
      ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
    ],
    [
      'past its end, when a day off moves the last',
      '2026-02-01',
      everyN(2, 'week', '2026-02-15', 'next_workday'),
      ['2026-02-02', '2026-02-24'],
    ],
  ])('%s', (_, start, repeat, days) => expect(daysOf(start, repeat)).toEqual(days));

  it.each<[what: string, start: string, repeat: Repeat]>([
    ['ends before it begins', '2026-03-02', everyN(1, 'day', '2026-03-01')],
    ['lasts more than three years', '2026-03-02', everyN(1, 'month', '2029-03-03')],
    ['makes more than 366 visits', '2026-01-01', everyN(1, 'day', '2027-01-02')],
    ['makes more than 366 visits on workdays', '2026-01-01', everyN(1, 'day', '2028-12-31', 'next_workday')],
  ])('refuses what %s', (_, start, repeat) => expect(daysOf(start, repeat)).toBeNull());

  it('takes just 366 visits, and just three years', () => {
    expect(daysOf('2026-01-01', everyN(1, 'day', '2027-01-01'))).toHaveLength(366);
    expect(daysOf('2026-03-02', everyN(1, 'month', '2029-03-02'))).toHaveLength(37);
  });

  const starts = fc.integer({ min: 19_000, max: 24_000 }).map(fromDayNumber);
  const repeats = fc.record({
    every: fc.integer({ min: 1, max: 365 }),
    unit: fc.constantFrom(...repeatUnits),
    onDayOff: fc.constantFrom(...onDayOffChoices),
  });

  it('gives ascending days, each once, from the first on, and never one too many', () => {
    fc.assert(
      fc.property(starts, repeats, fc.integer({ min: 0, max: 1095 }), (startsOn, repeat, length) => {
        const untilOn = fromDayNumber(daysBetween(fromDayNumber(0), startsOn) + length);
        const days = occurrencesOf(startsOn, { ...repeat, untilOn }, builtInWorkCalendar);
        if (days === null) return;
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.length).toBeLessThanOrEqual(maxOccurrences);
        expect(days[0]).toBe(repeat.onDayOff === 'keep' ? startsOn : builtInWorkCalendar.onOrAfter(startsOn));
        if (repeat.onDayOff === 'next_workday')
          expect(days.every((one) => builtInWorkCalendar.isWorkday(one))).toBe(true);
        else expect(days.every((one) => one >= startsOn && one <= untilOn)).toBe(true);
      }),
    );
  });

  it('keeps the day of the month wherever the month has it', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 12 }), (startsOn, every) => {
        const untilOn = addMonths(startsOn, maxRepeatMonths);
        const days = occurrencesOf(startsOn, { every, unit: 'month', untilOn, onDayOff: 'keep' }, builtInWorkCalendar);
        expect(days).toEqual(
          Array.from({ length: Math.floor(maxRepeatMonths / every) + 1 }, (_, step) =>
            addMonths(startsOn, step * every),
          ),
        );
      }),
    );
  });
});
