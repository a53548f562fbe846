import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';

/**
 * The next visit proposed after a contact today: one cadence later, and on a day off the next workday (domain §6).
 * `cadenceDays` is at least 1.
 */
export function suggestedDay(
  today: CalendarDate,
  cadenceDays: number,
  calendar: Pick<WorkCalendar, 'onOrAfter'>,
): CalendarDate {
  return calendar.onOrAfter(addDays(today, cadenceDays));
}

/** The workday after `today`, which does not count itself: on a Friday it is Monday, before a holiday the day after it. */
export function nextWorkday(today: CalendarDate, calendar: Pick<WorkCalendar, 'onOrAfter'>): CalendarDate {
  return calendar.onOrAfter(addDays(today, 1));
}

/** The first `count` workdays from `from` on, itself included when it is worked: the days offered for a plan. */
export function nextWorkdays(
  from: CalendarDate,
  count: number,
  calendar: Pick<WorkCalendar, 'onOrAfter'>,
): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = calendar.onOrAfter(from); days.length < count; day = calendar.onOrAfter(addDays(day, 1))) {
    days.push(day);
  }
  return days;
}
