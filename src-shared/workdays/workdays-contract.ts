import { z } from 'zod';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { firstHolidayYear, holidayYearSchema, lastHolidayYear } from './holiday-year.ts';
import type { YearFileProblem } from './parse-year-file.ts';
import type { HolidayYear } from './work-calendar.ts';

/** Due days, the visits' colours and what is missed hang on workdays. */
const workdayTopics = ['workdays', 'settings', 'customers', 'visit_plans', 'history'] as const;

/** What a chosen file holds. Nothing is written until the user takes it with saveYear. */
export type YearFile =
  | { readonly state: 'closed' }
  | { readonly state: 'read'; readonly fileName: string; readonly year: HolidayYear }
  | { readonly state: 'refused'; readonly fileName: string; readonly problem: YearFileProblem };

export const workdaysContract = {
  /** The years that the user gave, earliest first; the built-in ones need no asking (builtInHolidayYears). */
  years: query(
    'app.use',
    z.object({}),
    returns<{ readonly userYears: readonly HolidayYear[]; readonly knownUntilYear: number }>(),
  ),
  /** Takes the place of what was there for that year, built in or given before. */
  saveYear: command('settings.edit', holidayYearSchema, returns<ChangeOutcome>(), workdayTopics),
  /** Then the built-in year is in force again, or the year is unknown. */
  removeYear: command(
    'settings.edit',
    z.object({ year: z.number().int().min(firstHolidayYear).max(lastHolidayYear) }),
    returns<ChangeOutcome>(),
    workdayTopics,
  ),
  /** Asks for a file and reads it. */
  readYearFile: command('settings.edit', z.object({}), returns<YearFile>(), []),
};
