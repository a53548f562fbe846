import { countCustomersReached } from '../../../db/queries/customers-reached.ts';
import { holidayYearsOf, workCalendarOf } from '../../../db/queries/work-calendar.ts';
import { holidayYearSetting } from '../../../db/setting-names.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { HandlerContext } from '../../ipc/handler-context.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize, customersOnMainThread } from '../../workflows/change-at-size.ts';
import { readYearFile } from './read-year-file.ts';

export const workdaysHandlers: HandlersOf<'workdays'> = {
  years: ({ session }) => {
    const db = session.db();
    return ok({ userYears: holidayYearsOf(db), knownUntilYear: workCalendarOf(db).knownUntilYear });
  },
  saveYear: (context, input) => {
    const customers = customersReached(context, input.year);
    return changeAtSize(context, { kind: 'saveHolidayYear', source: 'edit', input, customers });
  },
  removeYear: (context, { year }) => {
    const customers = customersReached(context, year);
    return changeAtSize(context, { kind: 'removeHolidayYear', source: 'edit', input: year, customers });
  },
  readYearFile: async ({ services }) => {
    const path = await services.dialogs.openHolidays();
    return path === null ? ok({ state: 'closed' }) : readYearFile(path);
  },
};

function customersReached({ session }: HandlerContext, year: number): number {
  const touched = new Map([['book_settings', new Set([holidayYearSetting(year)])]]);
  return countCustomersReached(session.db(), touched, customersOnMainThread + 1);
}
