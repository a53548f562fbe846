import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { dayReader } from '../../src-shared/core/day-reader.ts';
import type { WorkCalendar } from '../../src-shared/workdays/work-calendar.ts';
import type { Sqlite } from '../connection.ts';
import { settingValue } from '../queries/book-settings.ts';
import { workCalendarOf } from '../queries/work-calendar.ts';
import { timeZoneSetting } from '../setting-names.ts';
import type { DatesBook } from './customer-dates.ts';

interface Kept {
  readonly calendar: WorkCalendar;
  readonly book: DatesBook;
}
const keptOf = new WeakMap<Sqlite, Kept>();

/**
 * The zone and the workdays of the book as they stand inside this transaction. Kept until a setting changes: a saved
 * follow-up must not pay for learning a zone and a calendar anew.
 */
export function datesBook(sqlite: Sqlite): DatesBook {
  const timeZone = timeZoneOf(sqlite);
  const calendar = workCalendarOf({ sqlite });
  const kept = keptOf.get(sqlite);
  if (kept?.calendar === calendar && kept.book.timeZone === timeZone) return kept.book;
  const book = { timeZone, dayOf: dayReader(timeZone), workCalendar: remembered(calendar) };
  keptOf.set(sqlite, { calendar, book });
  return book;
}

/** Throws when there is none: every new book is given one, so then the file is damaged. */
function timeZoneOf(sqlite: Sqlite): string {
  const stored = settingValue({ sqlite }, timeZoneSetting);
  if (typeof stored !== 'string') throw new Error('the book has no time zone');
  return stored;
}

/** An import asks the same of each of its customers. */
function remembered(calendar: WorkCalendar): DatesBook['workCalendar'] {
  const known = new Map<string, CalendarDate>();
  return {
    addWorkdays: (day, n) => {
      const key = `${day} ${n}`;
      let found = known.get(key);
      if (found === undefined) {
        found = calendar.addWorkdays(day, n);
        known.set(key, found);
      }
      return found;
    },
  };
}
