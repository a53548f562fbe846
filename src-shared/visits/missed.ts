import { addDays, type CalendarDate } from '../core/calendar-date.ts';

/** Domain §6: an open plan this many days past is one that nobody kept. */
const missedAfterDays = 30;

/** Open plans before this day count as missed. */
export function missedBefore(today: CalendarDate): CalendarDate {
  return addDays(today, -missedAfterDays);
}
