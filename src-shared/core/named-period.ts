import { addDays, addMonths, type CalendarDate, calendarDate, partsOf, weekdayOf } from './calendar-date.ts';

export const periodNames = [
  'this_week',
  'next_week',
  'this_month',
  'last_month',
  'next_month',
  'this_quarter',
  'this_year',
] as const;
export type PeriodName = (typeof periodNames)[number];

export interface DaySpan {
  readonly from: CalendarDate;
  /** Included. */
  readonly to: CalendarDate;
}

/** The whole span that people call by that name on a day; weeks begin on Monday. */
export function namedPeriod(name: PeriodName, today: CalendarDate): DaySpan {
  const { year, month } = partsOf(today);
  const firstOfMonth = dayOf(year, month);
  switch (name) {
    case 'this_week':
      return week(today, 0);
    case 'next_week':
      return week(today, 7);
    case 'this_month':
      return months(firstOfMonth, 1);
    case 'last_month':
      return months(addMonths(firstOfMonth, -1), 1);
    case 'next_month':
      return months(addMonths(firstOfMonth, 1), 1);
    case 'this_quarter':
      return months(dayOf(year, month - ((month - 1) % 3)), 3);
    case 'this_year':
      return months(dayOf(year, 1), 12);
  }
}

function dayOf(year: number, month: number): CalendarDate {
  const first = calendarDate(year, month, 1);
  if (!first) throw new Error(`${year}-${month} is no month`);
  return first;
}

function week(today: CalendarDate, days: number): DaySpan {
  const monday = addDays(today, days + 1 - weekdayOf(today));
  return { from: monday, to: addDays(monday, 6) };
}

function months(from: CalendarDate, count: number): DaySpan {
  return { from, to: addDays(addMonths(from, count), -1) };
}
