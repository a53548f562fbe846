import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { AppDb } from '../connection.ts';
import { writeDerived } from '../journal.ts';
import { valuesOf } from '../prepared.ts';
import { holidayYearSettings } from '../setting-names.ts';
import { datesBook } from './dates-book.ts';
import { refreshWarnings, warnableCustomers } from './refresh-warnings.ts';

/** Brings the warnings of these customers to the book's day; a book that is only read is left as it is. */
export function writeWarnings(book: AppDb, ids: readonly string[], today: CalendarDate): void {
  if (ids.length === 0 || book.isReadOnly) return;
  writeDerived(book, (sqlite) => refreshWarnings(sqlite, ids, today));
}

/** Brings the warnings of all customers to a day: at the end of what writes a book of years in one go. */
export function bringWarningsToDay(book: AppDb, today: CalendarDate): void {
  writeDerived(book, (sqlite) => refreshWarnings(sqlite, warnableCustomers(sqlite), today));
}

const whatWarnsOfAll = `
  SELECT json_group_array(part) FROM (
    SELECT id || ' ' || cadence_days || ' ' || is_key AS part FROM tiers
    UNION ALL SELECT id || ' ' || ifnull(deleted_at, '') || ' ' || value FROM book_settings WHERE id >= ? AND id < ?
    ORDER BY 1)`;

/** Changes with all that may warn of any customer without a word written of him: tiers, holidays and the zone. */
export function warningsGround({ sqlite }: AppDb): string {
  return `${datesBook(sqlite).timeZone} ${valuesOf<string>(sqlite, whatWarnsOfAll).get(...holidayYearSettings) ?? ''}`;
}
