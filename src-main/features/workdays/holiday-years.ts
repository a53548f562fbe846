import type { WriteDb } from '../../../db/journal.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { bookSettings } from '../../../db/schema/book.ts';
import { holidayYearSetting } from '../../../db/setting-names.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { HolidayYear } from '../../../src-shared/workdays/work-calendar.ts';

/** One setting a year, so that undoing one year leaves the others alone. */
export function saveHolidayYear(db: WriteDb, { year, days }: HolidayYear): Result<object, AppError> {
  const id = holidayYearSetting(year);
  const value = { year, days };
  if (findRow(db, bookSettings, id)) db.update(bookSettings, id, { value, deletedAt: null });
  else db.insert(bookSettings, { id, value });
  return ok({});
}

/** Errors: not_found, also when it was removed before. */
export function removeHolidayYear(db: WriteDb, year: number): Result<object, AppError> {
  const id = holidayYearSetting(year);
  const row = findRow(db, bookSettings, id);
  if (!row || row.deletedAt !== null) return err({ kind: 'not_found', entity: 'book_settings', id });
  db.update(bookSettings, id, { deletedAt: db.info.now });
  return ok({});
}
