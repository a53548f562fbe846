import type { CalendarDate } from '../core/calendar-date.ts';

/** What kind of day it is for work. `makeup_workday`: a weekend day worked for a holiday (调休, 班). */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup_workday';

/** One day that differs from its weekday: off by statute, or worked though it is a weekend day. */
export interface SpecialDay {
  readonly on: CalendarDate;
  readonly name: string;
  readonly isOffDay: boolean;
}

/** A year the user entered or loaded; replaces the built-in year when there is one. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly SpecialDay[];
}

/** Workdays of the book. Pure: same years, same answers. */
export interface WorkCalendar {
  kindOf(day: CalendarDate): DayKind;
  /** The holiday's name on a day off or its make-up workday, null on other days. */
  nameOf(day: CalendarDate): string | null;
  isWorkday(day: CalendarDate): boolean;
  /** The day itself when it is worked, else the next that is. */
  onOrAfter(day: CalendarDate): CalendarDate;
  /** 3个工作日后: the n-th workday after `day`, which itself does not count. n ≥ 0; 0 is onOrAfter. Negative n counts back. */
  addWorkdays(day: CalendarDate, n: number): CalendarDate;
  /** Workdays after `from` up to and with `to`; negative when `to` is earlier. */
  workdaysBetween(from: CalendarDate, to: CalendarDate): number;
  /** Holidays are known to the end of this year without a gap; past it only weekends are days off, and that is said. */
  readonly knownUntilYear: number;
  isKnown(day: CalendarDate): boolean;
}
