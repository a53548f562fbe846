import { type CalendarDate, calendarDate } from './calendar-date.ts';

/** A moment, as ISO-8601 UTC text with milliseconds: `2026-11-21T08:30:00.000Z`. Sorts as text. */
export type Instant = string & { readonly __brand: 'Instant' };

const dayMs = 86_400_000;
const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const firstMs = -62_135_596_800_000;
const lastMs = 253_402_300_799_999;

/** Null when the text is not the exact form above or names no real moment of the years 1–9999 (2026-02-30, 25:00). */
export function parseInstant(text: string): Instant | null {
  if (!pattern.test(text)) return null;
  const ms = new Date(text).getTime();
  // `24:00` and `2026-02-30` are read as the next day by some engines: only what comes back unchanged was meant.
  return ms >= firstMs && ms <= lastMs && instantFromMs(ms) === text ? instantFromMs(ms) : null;
}

/** Milliseconds since 1970 UTC. Throws RangeError outside the years 1–9999, where the text would no longer sort. */
export function instantFromMs(ms: number): Instant {
  if (!(ms >= firstMs && ms <= lastMs)) throw new RangeError(`${ms} ms leaves the years 1–9999`);
  // Safe: toISOString has this exact form within the years just checked.
  return new Date(ms).toISOString() as Instant;
}

export function instantToMs(instant: Instant): number {
  return new Date(instant).getTime();
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

interface WallClock {
  readonly day: CalendarDate;
  /** `HH:mm` */
  readonly time: string;
  readonly second: number;
}

function wallClock(instant: Instant, timeZone: string): WallClock {
  const found: Record<string, string> = {};
  for (const part of formatterFor(timeZone).formatToParts(new Date(instant))) found[part.type] = part.value;
  const year = found.era?.startsWith('B') ? 0 : Number(found.year);
  const day = calendarDate(year, Number(found.month), Number(found.day));
  if (!day) throw new RangeError(`${instant} falls outside the years 1–9999 in ${timeZone}`);
  return { day, time: `${found.hour}:${found.minute}`, second: Number(found.second) };
}

/** The day and the wall clock (`HH:mm`) of an instant in an IANA zone (domain §0). Throws RangeError on an unknown zone. */
export function localParts(instant: Instant, timeZone: string): { day: CalendarDate; time: string } {
  const { day, time } = wallClock(instant, timeZone);
  return { day, time };
}

/** The day an instant falls on in the book's zone (domain §0). */
export function dayOfInstant(instant: Instant, timeZone: string): CalendarDate {
  return localParts(instant, timeZone).day;
}

/**
 * The instant at which the wall clock of `timeZone` shows `day` `time` (`HH:mm`).
 * In the hour that summer time skips it gives the moment after the skip; in the hour that comes twice, the first.
 * Throws RangeError when the time is none, or when that moment lies outside the years 1–9999.
 */
export function instantAt(day: CalendarDate, time: string, timeZone: string): Instant {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`${time} is no time of day`);
  const asUtc = new Date(`${day}T${time}:00.000Z`).getTime();
  const byOffsetBefore = instantFromMs(asUtc - offsetMs(asUtc - dayMs, timeZone));
  const byOffsetAfter = instantFromMs(asUtc - offsetMs(asUtc + dayMs, timeZone));
  const shows = (instant: Instant) => {
    const local = localParts(instant, timeZone);
    return local.day === day && local.time === time;
  };
  return !shows(byOffsetBefore) && shows(byOffsetAfter) ? byOffsetAfter : byOffsetBefore;
}

/** How far the zone's clock is ahead of UTC at that moment. To the second: before 1901 Shanghai was 8:05:43 ahead. */
function offsetMs(ms: number, timeZone: string): number {
  const at = Math.min(Math.max(ms, firstMs + dayMs), lastMs - dayMs);
  const { day, time, second } = wallClock(instantFromMs(at), timeZone);
  return new Date(`${day}T${time}:00.000Z`).getTime() + second * 1000 - Math.floor(at / 1000) * 1000;
}

export function isTimeZone(name: string): boolean {
  try {
    // Kept: making one takes longer than all else of a click that asks for the book's day.
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}
