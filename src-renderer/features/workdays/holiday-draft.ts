import { z } from 'zod';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { daysOfRuns, type HolidayRun, runsOfDays } from '../../../src-shared/workdays/holiday-runs.ts';
import { isOfNotice } from '../../../src-shared/workdays/holiday-year.ts';
import type { HolidayYear } from '../../../src-shared/workdays/work-calendar.ts';

const rowSchema = z.object({
  key: z.string(),
  from: calendarDateField.nullable(),
  to: calendarDateField.nullable(),
  name: z.string(),
  isOffDay: z.boolean(),
});
export type HolidayRow = z.output<typeof rowSchema>;

/** A year being entered, kept over a change of page and a crash. */
export const holidayDraftSchema = z.object({
  year: z.number().int(),
  rows: z.array(rowSchema),
  /** The file it was read from; null: by hand. */
  fileName: z.string().nullable(),
});
export type HolidayDraft = z.output<typeof holidayDraftSchema>;

export function draftOfYear({ year, days }: HolidayYear, fileName: string | null): HolidayDraft {
  return { year, fileName, rows: runsOfDays(days).map((run) => ({ ...run, key: `${run.from}${run.isOffDay}` })) };
}

/** The names of a notice in their order, the days left to fill in. */
export function emptyDraft(year: number, names: readonly string[]): HolidayDraft {
  return { year, fileName: null, rows: names.map((name) => blankRow(name)) };
}

let rowsMade = 0;

export function blankRow(name: string): HolidayRow {
  rowsMade += 1;
  return { key: `row-${rowsMade}-${name}`, from: null, to: null, name, isOffDay: true };
}

export type RowProblem = 'dates' | 'order' | 'name' | 'other_year' | 'twice';

/** What is wrong, by the row's key; rows in which nothing is filled in are left out of it and of the year. */
export function problemsOf({ year, rows }: HolidayDraft): ReadonlyMap<string, RowProblem> {
  const problems = new Map<string, RowProblem>();
  const taken = new Set<string>();
  for (const row of rows.filter(isFilledIn)) {
    const run = runOf(row);
    if (!run) problems.set(row.key, 'dates');
    else if (run.to < run.from || daysOfRuns([run]).length === 0) problems.set(row.key, 'order');
    else if (row.name.trim() === '') problems.set(row.key, 'name');
    else {
      const days = daysOfRuns([run]).map(({ on }) => on);
      if (days.some((on) => !isOfNotice(year, on))) problems.set(row.key, 'other_year');
      else if (days.some((on) => taken.has(on))) problems.set(row.key, 'twice');
      for (const on of days) taken.add(on);
    }
  }
  return problems;
}

export function yearOf({ year, rows }: HolidayDraft): HolidayYear {
  const runs = rows.map(runOf).filter((run) => run !== null);
  return { year, days: daysOfRuns(runs).toSorted((a, b) => (a.on < b.on ? -1 : 1)) };
}

function isFilledIn({ from, to }: HolidayRow): boolean {
  return from !== null || to !== null;
}

/** One day needs no end. */
function runOf({ from, to, name, isOffDay }: HolidayRow): HolidayRun | null {
  return from === null ? null : { from, to: to ?? from, name: name.trim(), isOffDay };
}
