import { type CalendarDate, partsOf } from '../../core/calendar-date.ts';
import type { AnniversaryDate } from '../anniversary.ts';
import { dayInYear, type Occurrence } from '../occurrences.ts';

/**
 * What the queries must find, year by year instead of by key: from the first one on, in order; none before its year where
 * that is known. Both days belong to the span.
 */
export function occurrencesBetween(date: AnniversaryDate, from: CalendarDate, to: CalendarDate): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  // A lunar year begins after the solar one of its number and ends in the next.
  for (let year = partsOf(from).year - 1; year <= partsOf(to).year; year += 1) {
    const on = dayInYear(date, year);
    const years = date.year === null ? null : year - date.year;
    if (on >= from && on <= to && (years === null || years >= 0)) occurrences.push({ on, years });
  }
  return occurrences;
}
