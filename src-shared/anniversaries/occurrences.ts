import { addDays, type CalendarDate, calendarDate, daysBetween, daysInMonth, partsOf } from '../core/calendar-date.ts';
import { lunarDateOf, lunarMonth, solarDayOf } from '../lunar/lunar-date.ts';
import type { AnniversaryCalendar, AnniversaryDate } from './anniversary.ts';

/** One coming of an anniversary. */
export interface Occurrence {
  readonly on: CalendarDate;
  /** Full years since the first one, of its own calendar; 0 on the first day itself; null when its year is not known. */
  readonly years: number | null;
}

/**
 * The one day of a year of its own calendar on which an anniversary falls (domain §6): 29 February on 28 February of a
 * plain year; a leap-month day in the plain month where the year has no such leap month; day 30 on the last day of a
 * short month.
 */
export function dayInYear(date: AnniversaryDate, year: number): CalendarDate {
  if (date.calendar === 'solar') {
    const day = calendarDate(year, date.month, Math.min(date.day, daysInMonth(year, date.month)));
    if (!day) throw new RangeError(`${date.month}-${date.day} is in no year of the solar calendar`);
    return day;
  }
  const { month, length } = lunarMonthFor(date, year);
  const isLeapMonth = date.isLeapMonth && lunarMonth(year, month, true) !== null;
  const day = solarDayOf({ year, month, day: Math.min(date.day, length), isLeapMonth });
  if (!day) throw new RangeError(`${date.month}-${date.day} is in no year of the lunar calendar`);
  return day;
}

function lunarMonthFor({ month, isLeapMonth }: AnniversaryDate, year: number) {
  const found = (isLeapMonth ? lunarMonth(year, month, true) : null) ?? lunarMonth(year, month, false);
  if (!found) throw new RangeError(`there is no lunar month ${month}`);
  return found;
}

export function nextOccurrence(date: AnniversaryDate, onOrAfter: CalendarDate): Occurrence {
  let year = Math.max(yearOf(date.calendar, onOrAfter), date.year ?? 0);
  while (dayInYear(date, year) < onOrAfter) year += 1;
  return { on: dayInYear(date, year), years: date.year === null ? null : year - date.year };
}

/** What a stored anniversary that falls on one day can say of month and day. */
export interface AnniversaryKey {
  readonly calendar: AnniversaryCalendar;
  readonly month: number;
  readonly day: number;
  readonly isLeapMonth: boolean;
}

/** The other way round, so that a query finds the anniversaries of a day by an index: every key that falls on it. */
export function anniversaryKeysOn(day: CalendarDate): readonly AnniversaryKey[] {
  return [...solarKeysOn(day), ...lunarKeysOn(day)];
}

function solarKeysOn(date: CalendarDate): readonly AnniversaryKey[] {
  const { year, month, day } = partsOf(date);
  const key = { calendar: 'solar', month, day, isLeapMonth: false } as const;
  return month === 2 && day === 28 && daysInMonth(year, 2) === 28 ? [key, { ...key, day: 29 }] : [key];
}

function lunarKeysOn(date: CalendarDate): readonly AnniversaryKey[] {
  const { year, month, day, isLeapMonth } = lunarDateOf(date);
  const isLastOfShort = day === 29 && lunarMonth(year, month, isLeapMonth)?.length === 29;
  const days = isLastOfShort ? [29, 30] : [day];
  const isAlsoLeap = !isLeapMonth && lunarMonth(year, month, true) === null;
  const leaps = isAlsoLeap ? [false, true] : [isLeapMonth];
  return days.flatMap((each) =>
    leaps.map((leap) => ({ calendar: 'lunar', month, day: each, isLeapMonth: leap }) as const),
  );
}

function yearOf(calendar: AnniversaryCalendar, day: CalendarDate): number {
  return calendar === 'solar' ? partsOf(day).year : lunarDateOf(day).year;
}

/** Every day of a span, in order. */
export function daysOfSpan(from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}
