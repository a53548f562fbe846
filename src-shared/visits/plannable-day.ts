import { addMonths, type CalendarDate } from '../core/calendar-date.ts';

const tenYears = 120;

/** A visit ten years off is a slip of the keyboard (2062 for 2026). Earlier days are taken: plans are also written down late. */
export function isPlannable(day: CalendarDate, today: CalendarDate): boolean {
  return day >= addMonths(today, -tenYears) && day <= addMonths(today, tenYears);
}
