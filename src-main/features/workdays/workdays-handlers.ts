import { holidayYearsOf, workCalendarOf } from '../../../db/queries/work-calendar.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { removeHolidayYear, saveHolidayYear } from './holiday-years.ts';
import { readYearFile } from './read-year-file.ts';

export const workdaysHandlers: HandlersOf<'workdays'> = {
  years: ({ session }) => {
    const db = session.db();
    return ok({ userYears: holidayYearsOf(db), knownUntilYear: workCalendarOf(db).knownUntilYear });
  },
  saveYear: (context, year) => change(context, 'edit', (db) => saveHolidayYear(db, year)),
  removeYear: (context, { year }) => change(context, 'edit', (db) => removeHolidayYear(db, year)),
  readYearFile: async ({ services }) => {
    const path = await services.dialogs.openHolidays();
    return path === null ? ok({ state: 'closed' }) : readYearFile(path);
  },
};
