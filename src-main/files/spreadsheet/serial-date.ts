import { fromDayNumber, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { NumberKind } from './number-format.ts';

const SECONDS_PER_DAY = 86_400;
/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const DAYS_TO_UNIX_FROM_1900 = 25_569;
const DAYS_TO_UNIX_FROM_1904 = 24_107;
/** 9999-12-31, where Excel ends. */
const LAST_DAY_1900 = 2_958_465;
const LAST_DAY_1904 = LAST_DAY_1900 - (DAYS_TO_UNIX_FROM_1900 - DAYS_TO_UNIX_FROM_1904);
/** Excel's 29 February 1900 never was; the days before it are counted one too high. */
const DAY_THAT_NEVER_WAS = 60;

/**
 * The text of a date cell (see SheetCell) from the number stored in it, to the nearest second.
 * Null when Excel would show no date either (before its first day, after 9999, 29 February 1900)
 * or shows a length of time longer than a day: such a cell stays a number.
 */
export function dateTextOfSerial(serial: number, kind: NumberKind, dates1904: boolean): string | null {
  if (kind === 'number' || !(serial >= 0)) return null;
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const time = timeText(seconds - day * SECONDS_PER_DAY);
  if (kind === 'duration') return day === 0 ? time : null;
  if (day === 0 && kind === 'clock') return time;
  const date = dayText(day, dates1904);
  if (date === null) return null;
  return time === '00:00:00' ? date : `${date}T${time}`;
}

const dayTexts = new Map<number, string>();

function dayText(day: number, dates1904: boolean): string | null {
  if (day > (dates1904 ? LAST_DAY_1904 : LAST_DAY_1900)) return null;
  if (!dates1904 && (day === 0 || day === DAY_THAT_NEVER_WAS)) return null;
  const shift = !dates1904 && day < DAY_THAT_NEVER_WAS ? 1 : 0;
  const unixDay = day + shift - (dates1904 ? DAYS_TO_UNIX_FROM_1904 : DAYS_TO_UNIX_FROM_1900);
  let text = dayTexts.get(unixDay);
  if (text === undefined) {
    text = fromDayNumber(unixDay);
    if (dayTexts.size < 100_000) dayTexts.set(unixDay, text);
  }
  return text;
}

function timeText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const ISO_DATE_CELL =
  /^(?:(\d{4}-\d{2}-\d{2})(?:T|$))?(?:((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The text of a date cell from one stored as ISO text (`t="d"`, strict files). A zone is dropped: what the
 * person typed is the wall clock. Null when it is no date.
 */
export function dateTextOfIso(stored: string): string | null {
  const match = ISO_DATE_CELL.exec(stored);
  const [, date, minutes, seconds = ':00'] = match ?? [];
  if (date === undefined && minutes === undefined) return null;
  const time = minutes === undefined ? '00:00:00' : `${minutes}${seconds}`;
  if (date === undefined) return time;
  if (parseCalendarDate(date) === null) return null;
  return time === '00:00:00' ? date : `${date}T${time}`;
}
