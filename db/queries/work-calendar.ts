import { createWorkCalendar } from '../../src-shared/workdays/create-work-calendar.ts';
import { holidayYearSchema } from '../../src-shared/workdays/holiday-year.ts';
import type { HolidayYear, WorkCalendar } from '../../src-shared/workdays/work-calendar.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { holidayYearSettings } from '../setting-names.ts';

/** The years the user entered or loaded, the earliest first. Throws when a stored one is damaged. */
export function holidayYearsOf(db: Pick<ReadDb, 'sqlite'>): readonly HolidayYear[] {
  return storedYears(db)
    .map((text) => holidayYearSchema.parse(JSON.parse(text)))
    .sort((a, b) => a.year - b.year);
}

let latest: { readonly content: string; readonly calendar: WorkCalendar } | null = null;

/**
 * Workdays of this book: the built-in years with the user's over them. Cheap to ask again and again: made anew only
 * when the stored years say something else than at the last call.
 */
export function workCalendarOf(db: Pick<ReadDb, 'sqlite'>): WorkCalendar {
  const content = storedYears(db).join('\n');
  if (latest?.content !== content) latest = { content, calendar: createWorkCalendar(holidayYearsOf(db)) };
  return latest.calendar;
}

/** JSON texts. Names are compared as a range, so that the primary key answers. */
function storedYears(db: Pick<ReadDb, 'sqlite'>): readonly string[] {
  return valuesOf<string>(
    db.sqlite,
    'SELECT value FROM book_settings WHERE id >= ? AND id < ? AND deleted_at IS NULL ORDER BY id',
  ).all(...holidayYearSettings);
}
