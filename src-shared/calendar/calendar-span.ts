import { type CalendarDate, daysBetween } from '../core/calendar-date.ts';

/** Both days belong to it. */
export interface CalendarSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A month as a calendar draws it has 42 days; two months fit. */
const maxSpanDays = 62;

export function isCalendarSpan({ from, to }: CalendarSpan): boolean {
  const days = daysBetween(from, to) + 1;
  return days >= 1 && days <= maxSpanDays;
}
