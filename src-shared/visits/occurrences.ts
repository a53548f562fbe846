import { addDays, addMonths, type CalendarDate } from '../core/calendar-date.ts';
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
 * Throws RangeError in the last three years before 10000.
 */
export function occurrencesOf(
  startsOn: CalendarDate,
  repeat: Repeat,
  workCalendar: Pick<WorkCalendar, 'onOrAfter'>,
): readonly CalendarDate[] | null {
  const { untilOn, onDayOff } = repeat;
  if (untilOn < startsOn || untilOn > addMonths(startsOn, maxRepeatMonths)) return null;
  const days = new Set<CalendarDate>();
  for (let step = 0; ; step += 1) {
    const day = dayOfStep(startsOn, repeat, step);
    if (day > untilOn) return [...days];
    days.add(onDayOff === 'keep' ? day : workCalendar.onOrAfter(day));
    if (days.size > maxOccurrences) return null;
  }
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
