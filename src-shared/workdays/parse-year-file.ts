import { z } from 'zod';
import { type CalendarDate, calendarDate, parseCalendarDate, partsOf } from '../core/calendar-date.ts';
import { err, ok, type Result } from '../core/result.ts';
import { firstHolidayYear, holidayYearSchema, isOfNotice, lastHolidayYear } from './holiday-year.ts';
import type { HolidayYear, SpecialDay } from './work-calendar.ts';

/** Why a file of holidays cannot be taken; `line` counts from 1. */
export type YearFileProblem =
  | { readonly kind: 'too_large' }
  /** Neither UTF-8 nor GB18030 text: a workbook, a picture. */
  | { readonly kind: 'not_text' }
  | { readonly kind: 'no_days' }
  | { readonly kind: 'not_holidays_json' }
  | { readonly kind: 'line'; readonly line: number; readonly text: string; readonly reason: YearLineProblem }
  | { readonly kind: 'day_twice'; readonly on: CalendarDate }
  | { readonly kind: 'other_year'; readonly on: CalendarDate; readonly year: number }
  | { readonly kind: 'year_out_of_range'; readonly year: number; readonly from: number; readonly to: number };

/** What a line lacks. */
export type YearLineProblem = 'no_date' | 'no_such_day' | 'no_name' | 'no_kind';

/**
 * Reads the holidays of one year: JSON as holiday-cn publishes it, or lines `2027-01-01,元旦,休`, with 班 for a day
 * worked. Commas, tabs, semicolons and 、 part a line; a heading line and empty lines are skipped.
 */
export function parseYearFile(text: string): Result<HolidayYear, YearFileProblem> {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content.startsWith('{')) return parseJson(content);
  const days = parseLines(content);
  return days.ok ? yearOf(days.value, null) : days;
}

const jsonSchema = z.object({
  year: z.number().int(),
  days: z.array(
    z.object({
      name: z.string().trim().min(1).max(50),
      date: z.string().transform((text, context) => parseCalendarDate(text) ?? refuse(context)),
      isOffDay: z.boolean(),
    }),
  ),
});

function refuse(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'invalid_date' });
  return z.NEVER;
}

function parseJson(content: string): Result<HolidayYear, YearFileProblem> {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    return err({ kind: 'not_holidays_json' });
  }
  const read = jsonSchema.safeParse(data);
  if (!read.success) return err({ kind: 'not_holidays_json' });
  const days = read.data.days.map(({ date, name, isOffDay }) => ({ on: date, name, isOffDay }));
  return yearOf(days, read.data.year);
}

function parseLines(content: string): Result<readonly SpecialDay[], YearFileProblem> {
  const days: SpecialDay[] = [];
  for (const [index, raw] of content.split(/\r\n|\n|\r/).entries()) {
    const text = raw.trim();
    if (text === '') continue;
    const line = parseLine(text);
    if (typeof line !== 'string') days.push(line);
    // Headings and titles stand before the first day and hold nothing that looks like one.
    else if (days.length > 0 || line !== 'no_date' || /\d\s*[-/.月]\s*\d/.test(text))
      return err({ kind: 'line', line: index + 1, text: text.slice(0, 80), reason: line });
  }
  return ok(days);
}

const offWords: ReadonlySet<string> = new Set(['休', '放假', '假', '休息', 'off', 'holiday', 'true']);
const workedWords: ReadonlySet<string> = new Set(['班', '上班', '补班', '调休', 'work', 'workday', 'false']);

function parseLine(text: string): SpecialDay | YearLineProblem {
  const [first = '', name = '', kind = ''] = text.split(/[,，\t;；、]/).map((part) =>
    part
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(first);
  if (!match) return 'no_date';
  const on = calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!on) return 'no_such_day';
  if (name === '' || name.length > 50) return 'no_name';
  const word = kind.toLowerCase();
  if (!offWords.has(word) && !workedWords.has(word)) return 'no_kind';
  return { on, name, isOffDay: offWords.has(word) };
}

/** `said`: the year the file names; null: that of most of its days. */
function yearOf(days: readonly SpecialDay[], said: number | null): Result<HolidayYear, YearFileProblem> {
  if (days.length === 0) return err({ kind: 'no_days' });
  const year = said ?? mostFrequentYear(days);
  if (year < firstHolidayYear || year > lastHolidayYear)
    return err({ kind: 'year_out_of_range', year, from: firstHolidayYear, to: lastHolidayYear });
  const stranger = days.find(({ on }) => !isOfNotice(year, on));
  if (stranger) return err({ kind: 'other_year', on: stranger.on, year });
  const seen = new Set<CalendarDate>();
  for (const { on } of days) {
    if (seen.has(on)) return err({ kind: 'day_twice', on });
    seen.add(on);
  }
  const read = holidayYearSchema.safeParse({ year, days });
  return read.success ? ok(read.data) : err({ kind: 'not_holidays_json' });
}

function mostFrequentYear(days: readonly SpecialDay[]): number {
  const counts = new Map<number, number>();
  for (const { on } of days) counts.set(partsOf(on).year, (counts.get(partsOf(on).year) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}
