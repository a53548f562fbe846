import { type CalendarDate, dayNumber, fromDayNumber, partsOf } from '../core/calendar-date.ts';
import { type LunarMonth, lunarMonthsOf, type SolarTerm, solarTermsOf } from './lunar-months.ts';

/** A day of the Chinese calendar. Its year is the solar one in which it began: 腊月 of 2026 reaches into 2027. */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isLeapMonth: boolean;
}

export function lunarDateOf(day: CalendarDate): LunarDate {
  const number = dayNumber(day);
  const solarYear = partsOf(day).year;
  const year = number < firstDayOf(solarYear) ? solarYear - 1 : solarYear;
  const months = lunarMonthsOf(year);
  const month = months.findLast(({ firstDay }) => firstDay <= number);
  if (!month) throw new Error(`${day} is in no month of lunar year ${year}`);
  return { year, month: month.month, day: number - month.firstDay + 1, isLeapMonth: month.isLeapMonth };
}

/** Null when that year has no such month or the month no such day. */
export function solarDayOf(lunar: LunarDate): CalendarDate | null {
  const month = lunarMonth(lunar.year, lunar.month, lunar.isLeapMonth);
  if (!month || lunar.day < 1 || lunar.day > month.length) return null;
  return fromDayNumber(month.firstDay + lunar.day - 1);
}

/** Null when the year has no such leap month. */
export function lunarMonth(year: number, month: number, isLeapMonth: boolean): LunarMonth | null {
  return lunarMonthsOf(year).find((each) => each.month === month && each.isLeapMonth === isLeapMonth) ?? null;
}

/** The solar term that begins on the day, Beijing time; null on most days. */
export function solarTermOn(day: CalendarDate): SolarTerm | null {
  return solarTermsOf(partsOf(day).year).get(dayNumber(day)) ?? null;
}

function firstDayOf(lunarYear: number): number {
  const first = lunarMonthsOf(lunarYear)[0];
  if (!first) throw new Error(`lunar year ${lunarYear} has no month`);
  return first.firstDay;
}
