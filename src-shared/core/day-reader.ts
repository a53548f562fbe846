import { addDays, type CalendarDate, daysBetween, fromDayNumber, parseCalendarDate } from './calendar-date.ts';
import { dayOfInstant, type Instant, instantAt, parseInstant } from './instant.ts';

/**
 * dayOfInstant for one zone, for a hundred thousand instants: the zone is asked once per UTC day, not once per instant.
 * Throws RangeError on an unknown zone.
 */
export function dayReader(timeZone: string): (instant: Instant) => CalendarDate {
  const known = new Map<string, UtcDay | null>();
  return (instant) => {
    const key = instant.slice(0, 10);
    let utcDay = known.get(key);
    if (utcDay === undefined) {
      if (known.size >= daysKept) known.clear();
      utcDay = readUtcDay(key, timeZone);
      known.set(key, utcDay);
    }
    if (!utcDay) return dayOfInstant(instant, timeZone);
    return instant < utcDay.midnight ? utcDay.before : utcDay.after;
  };
}

/** fromDayNumber for a hundred thousand numbers that lie on a few thousand days. */
export function dayNumberReader(): (number: number) => CalendarDate {
  const known = new Map<number, CalendarDate>();
  return (number) => {
    let day = known.get(number);
    if (day === undefined) {
      if (known.size >= daysKept) known.clear();
      day = fromDayNumber(number);
      known.set(number, day);
    }
    return day;
  };
}

const keptReaders = new Map<string, (instant: Instant) => CalendarDate>();

/** The dayReader of a zone, made once: nearly every click asks what day it is, and asking a zone takes longer than a query. */
export function dayReaderOf(timeZone: string): (instant: Instant) => CalendarDate {
  let reader = keptReaders.get(timeZone);
  if (!reader) {
    reader = dayReader(timeZone);
    keptReaders.set(timeZone, reader);
  }
  return reader;
}

/** Eleven years: more than the contacts of a book span. */
const daysKept = 4_000;

/** The two local days that a UTC day touches; where it touches one, both are that day. */
interface UtcDay {
  readonly midnight: string;
  readonly before: CalendarDate;
  readonly after: CalendarDate;
}

/** Null: a day was skipped or a clock went over midnight twice, so each instant must be asked for by itself. */
function readUtcDay(key: string, timeZone: string): UtcDay | null {
  const [first, last] = [parseInstant(`${key}T00:00:00.000Z`), parseInstant(`${key}T23:59:59.999Z`)];
  if (!first || !last || !parseCalendarDate(key)) return null;
  const [before, after] = [dayOfInstant(first, timeZone), dayOfInstant(last, timeZone)];
  if (before === after) return { midnight: first, before, after };
  if (daysBetween(before, after) !== 1 || addDays(before, 1) !== after) return null;
  return { midnight: instantAt(after, '00:00', timeZone), before, after };
}
