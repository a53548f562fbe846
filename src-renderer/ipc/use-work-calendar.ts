import { builtInWorkCalendar, createWorkCalendar } from '../../src-shared/workdays/create-work-calendar.ts';
import type { HolidayYear, WorkCalendar } from '../../src-shared/workdays/work-calendar.ts';
import { useRead } from './use-read.ts';

/** Made once for the years that were answered, however many places ask. */
const calendars = new WeakMap<readonly HolidayYear[], WorkCalendar>();

/** Workdays of the book; the built-in years alone while its own are not known yet. */
export function useWorkCalendar(): WorkCalendar {
  const userYears = useRead('workdays', 'years', {}).data?.userYears;
  if (!userYears || userYears.length === 0) return builtInWorkCalendar;
  let calendar = calendars.get(userYears);
  if (!calendar) {
    calendar = createWorkCalendar(userYears);
    calendars.set(userYears, calendar);
  }
  return calendar;
}
