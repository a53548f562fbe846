import { addDays, addMonths, type CalendarDate, dayNumber, partsOf } from '../core/calendar-date.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';
import type { Repeat } from './visit-series.ts';

/** What one wish to repeat may make: more is a slip of the keyboard, and a calendar full of visits nobody makes. */
export const maxOccurrences = 366;
export const maxRepeatMonths = 36;

/**
 * The days of a repeating visit, ascending, each once. Every n days, weeks or months counted from the first, so that
 * 31 Jan goes on to 28 Feb and 31 Mar (domain §1 counts instalments the same way). `untilOn` belongs to it; a visit due
 * up to that day is kept when a day off moves it past. Two that land on one workday are one visit.
 * Null: until lies before the first day or more than 3 years after it, or there would be more than 366 visits.
 */
export function occurrencesOf(
  startsOn: CalendarDate,
  repeat: Repeat,
  workCalendar: Pick<WorkCalendar, 'onOrAfter'>,
): readonly CalendarDate[] | null {
  const { untilOn, onDayOff } = repeat;
  if (untilOn < startsOn || untilOn > addMonths(startsOn, maxRepeatMonths)) return null;
  const days = new Set<CalendarDate>();
  const steps = stepsUpTo(startsOn, repeat);
  for (let step = 0; step <= steps; step += 1) {
    const day = dayOfStep(startsOn, repeat, step);
    // Of the last month only the first days may belong to it.
    if (day > untilOn) break;
    days.add(onDayOff === 'keep' ? day : workCalendar.onOrAfter(day));
    if (days.size > maxOccurrences) return null;
  }
  return [...days];
}

function dayOfStep(startsOn: CalendarDate, { every, unit }: Repeat, step: number): CalendarDate {
  switch (unit) {
    case 'day':
      return addDays(startsOn, step * every);
    case 'week':
      return addDays(startsOn, step * every * 7);
    case 'month':
      return addMonths(startsOn, step * every);
  }
}

/** Counted before any day is made: the step after the last could leave the calendar. */
function stepsUpTo(startsOn: CalendarDate, { every, unit, untilOn }: Repeat): number {
  if (unit === 'month') return Math.floor((monthNumber(untilOn) - monthNumber(startsOn)) / every);
  const days = dayNumber(untilOn) - dayNumber(startsOn);
  return Math.floor(days / (unit === 'week' ? every * 7 : every));
}

function monthNumber(day: CalendarDate): number {
  const { year, month } = partsOf(day);
  return year * 12 + month;
}
