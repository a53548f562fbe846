import { addDays, type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import type { SpecialDay } from './work-calendar.ts';

/** Days in a row that are off, or worked, for one holiday: how a notice says it and a person enters it. */
export interface HolidayRun {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly name: string;
  readonly isOffDay: boolean;
}

/** `days` in order. */
export function runsOfDays(days: readonly SpecialDay[]): readonly HolidayRun[] {
  const runs: HolidayRun[] = [];
  for (const { on, name, isOffDay } of days) {
    const last = runs.at(-1);
    if (last && last.name === name && last.isOffDay === isOffDay && addDays(last.to, 1) === on)
      runs[runs.length - 1] = { ...last, to: on };
    else runs.push({ from: on, to: on, name, isOffDay });
  }
  return runs;
}

/** A run that ends before it begins, or is longer than a year of holidays, has no days. */
export function daysOfRuns(runs: readonly HolidayRun[]): readonly SpecialDay[] {
  return runs.flatMap(({ from, to, name, isOffDay }) => {
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > 150) return [];
    return Array.from({ length }, (_, index) => ({ on: addDays(from, index), name, isOffDay }));
  });
}
