import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { NoAnswer } from './answer.ts';

/** Throws NoAnswer when the text is no day. */
export function dayAsked(option: string, text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (!day) throw new NoAnswer(`--${option} ${text}: not a day that exists, as YYYY-MM-DD`);
  return day;
}
