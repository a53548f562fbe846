import { addDays, type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { statutoryHolidayLines } from './statutory-holiday-lines.ts';
import type { HolidayYear, SpecialDay } from './work-calendar.ts';

/** The years that come with the app, 2007 on, without a gap, oldest first. */
export const builtInHolidayYears: readonly HolidayYear[] = statutoryHolidayLines.map(([year, line]) => ({
  year,
  days: line
    .split('; ')
    .flatMap((entry) => daysOfEntry(year, entry))
    .sort((a, b) => (a.on < b.on ? -1 : 1)),
}));

function daysOfEntry(year: number, entry: string): readonly SpecialDay[] {
  const [off = '', worked = ''] = entry.split(' | ');
  const [name = '', ...runsOff] = off.split(' ');
  const runsWorked = worked === '' ? [] : worked.split(' ');
  return [
    ...runsOff.flatMap((run) => daysOfRun(year, run)).map((on) => ({ on, name, isOffDay: true })),
    ...runsWorked.flatMap((run) => daysOfRun(year, run)).map((on) => ({ on, name, isOffDay: false })),
  ];
}

function daysOfRun(year: number, run: string): readonly CalendarDate[] {
  const [first = '', last = first] = run.split('~');
  const days = [dayOf(year, first)];
  for (let day = dayOf(year, first); day < dayOf(year, last); ) {
    day = addDays(day, 1);
    days.push(day);
  }
  return days;
}

function dayOf(year: number, text: string): CalendarDate {
  const day = parseCalendarDate(text.length === 5 ? `${year}-${text}` : text);
  if (!day) throw new Error(`statutory holidays of ${year}: '${text}' is no day`);
  return day;
}
