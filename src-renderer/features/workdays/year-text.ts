import type { TFunction } from 'i18next';
import { assertNever } from '../../../src-shared/core/assert-never.ts';
import { type HolidayRun, runsOfDays } from '../../../src-shared/workdays/holiday-runs.ts';
import type { YearFileProblem } from '../../../src-shared/workdays/parse-year-file.ts';
import type { HolidayYear } from '../../../src-shared/workdays/work-calendar.ts';

/** 休 28 天，班 6 天. */
export function yearCountsText(t: TFunction, { days }: HolidayYear): string {
  const off = days.filter(({ isOffDay }) => isOffDay).length;
  return t('workdays.counts', { off, worked: days.length - off });
}

/** 元旦 01-01 至 01-03 休 · 元旦 01-04 班. */
export function yearDaysText(t: TFunction, { year, days }: HolidayYear): string {
  return runsOfDays(days)
    .map((run) => {
      const key = run.isOffDay ? 'workdays.runOff' : 'workdays.runWorked';
      return t(key, { name: run.name, days: runText(t, year, run) });
    })
    .join(' · ');
}

function runText(t: TFunction, year: number, { from, to }: HolidayRun): string {
  const short = (day: string) => (day.startsWith(`${year}-`) ? day.slice(5) : day);
  return from === to ? short(from) : t('workdays.fromTo', { from: short(from), to: short(to) });
}

/** Why a file was not taken and what to do. */
export function yearFileProblemText(t: TFunction, problem: YearFileProblem): string {
  switch (problem.kind) {
    case 'line':
      return t('workdays.file.line', {
        line: problem.line,
        text: problem.text,
        reason: t(`workdays.file.lineProblem.${problem.reason}`),
      });
    case 'day_twice':
      return t('workdays.file.day_twice', { on: problem.on });
    case 'other_year':
      return t('workdays.file.other_year', { on: problem.on, year: problem.year });
    case 'year_out_of_range':
      return t('workdays.file.year_out_of_range', { year: problem.year, from: problem.from, to: problem.to });
    case 'too_large':
    case 'not_text':
    case 'no_days':
    case 'not_holidays_json':
      return t(`workdays.file.${problem.kind}`);
    default:
      return assertNever(problem);
  }
}
