/** A day without a time or a zone, as `YYYY-MM-DD` text. Sorts as text. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** Null when the text is not `YYYY-MM-DD` or names a day that does not exist (2026-02-30). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = pattern.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Null when there is no such day. Month is 1–12. Years 1–9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  // Safe: the parts were just checked.
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/**
 * Days since 1970-01-01; negative before. Counted from the calendar's own rules, years beginning in March so that a leap day
 * is the last of its year: no zone can shift it, and thousands are counted while a page opens.
 */
export function dayNumber(date: CalendarDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719_468;
}

const firstDayNumber = -719_162;
const lastDayNumber = 2_932_896;

/** The day that many days after 1970-01-01. Throws RangeError outside the years 1–9999. */
export function fromDayNumber(number: number): CalendarDate {
  if (!Number.isInteger(number) || number < firstDayNumber || number > lastDayNumber) {
    throw new RangeError(`day number ${number} leaves the years 1–9999`);
  }
  // Safe: toISOString starts with `YYYY-MM-DD` of a real day within the years just checked.
  return new Date(number * dayMs).toISOString().slice(0, 10) as CalendarDate;
}

/** Throws RangeError when the day leaves the years 1–9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later, held to the last day of a shorter month: 31 Jan + 1 = 28 Feb (domain §1). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const result = calendarDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
  if (!result) throw new RangeError(`${date} + ${months} months leaves the years 1–9999`);
  return result;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // Safe: 1970-01-01 was a Thursday, and the remainder is held to 0–6.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
