import { type CalendarDate, calendarDate } from '../core/calendar-date.ts';
import { err, ok } from '../core/result.ts';
import type { ColumnAnswers } from './column-answers.ts';
import type { ImportProblem } from './import-problem.ts';
import { type CellReading, cellProblem, isPlaceholder } from './read-cell.ts';
import { cellText, type SheetCell } from './sheet-cell.ts';

export interface DayAndTime {
  readonly day: CalendarDate;
  /** `HH:mm` as written; null for a day alone and for midnight, which is how Excel writes a day alone. */
  readonly time: string | null;
}

type Attempt = DayAndTime | ImportProblem | null;

/** Years a sheet of customers can mean; a typing slip such as 20260 or 206 is refused. */
const firstYear = 1900;
const lastYear = 2199;

const clock = String.raw`(?:[T\s]*(?:上午|下午)?\s*(\d{1,2})[:时点](\d{1,2})?分?(?::(\d{1,2})(?:\.\d+)?)?秒?\s*([AP]M)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const weekday = String.raw`\s*(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?\s*`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?${weekday}${clock}$`,
  'i',
);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const shortYearChinese = new RegExp(String.raw`^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?${weekday}$`);
const withoutYear = new RegExp(String.raw`^(\d{1,2})月(\d{1,2})[日号]?${weekday}$`);
const yearLast = new RegExp(String.raw`^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})${clock}$`, 'i');
const monthName = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const dayNameYear = new RegExp(String.raw`^(\d{1,2})[-\s/.]*${monthName}[-\s/.,]*(\d{4})${clock}$`, 'i');
const nameDayYear = new RegExp(String.raw`^${monthName}\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})${clock}$`, 'i');
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Reads a day as sheets write it (domain §10). Never guesses: `03/05/2026` and `3月5日` come back as questions until the
 * column has an answer; a day that does not exist is an error; so is a number that was never shown as a date.
 */
export function readDateCell(cell: SheetCell | null, answers: ColumnAnswers = {}): CellReading<DayAndTime> {
  const problem = cellProblem(cell);
  if (problem) return err(problem);
  if (cell === null || isPlaceholder(cell)) return ok(null);
  if (cell.t === 'b') return err('not_a_date');
  if (cell.t === 'd' && /^\d{2}:/.test(cell.v)) return err('time_without_date');
  const text = cellText(cell).normalize('NFKC').trim();
  const attempt =
    readYearFirst(text) ?? readWithoutYear(text, answers) ?? readNamedMonth(text) ?? readYearLast(text, answers);
  if (attempt === null) return err(/^\d{1,2}:\d{2}(?::\d{2})?$/.test(text) ? 'time_without_date' : 'not_a_date');
  return typeof attempt === 'string' ? err(attempt) : ok(attempt);
}

function readYearFirst(text: string): Attempt {
  const long = yearFirst.exec(text);
  if (long) return dayAndTime(long[1], long[2], long[3], timeOf(text, long.slice(4)));
  const short = compact.exec(text);
  if (short) return dayAndTime(short[1], short[2], short[3], null);
  const chinese = shortYearChinese.exec(text);
  return chinese ? dayAndTime(`20${chinese[1]}`, chinese[2], chinese[3], null) : null;
}

function readWithoutYear(text: string, answers: ColumnAnswers): Attempt {
  const match = withoutYear.exec(text);
  if (!match) return null;
  if (answers.year !== undefined) return dayAndTime(String(answers.year), match[1], match[2], null);
  // A day that no year has is wrong whatever the answer; 2024 had a 29 February.
  return typeof dayAndTime('2024', match[1], match[2], null) === 'string' ? 'impossible_date' : 'date_without_year';
}

function readNamedMonth(text: string): Attempt {
  const dayFirst = dayNameYear.exec(text);
  if (dayFirst) return dayAndTime(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], timeOf(text, dayFirst.slice(4)));
  const nameFirst = nameDayYear.exec(text);
  if (!nameFirst) return null;
  return dayAndTime(nameFirst[3], monthNumber(nameFirst[1]), nameFirst[2], timeOf(text, nameFirst.slice(4)));
}

function readYearLast(text: string, answers: ColumnAnswers): Attempt {
  const match = yearLast.exec(text);
  if (!match) return null;
  const [, first, , second, writtenYear = ''] = match;
  // 26.3.5 may be a year, a month or a day in front: no answer about the column can tell.
  if (writtenYear.length === 2) return 'not_a_date';
  const time = timeOf(text, match.slice(5));
  const dayFirst = dayAndTime(writtenYear, second, first, time);
  const monthFirst = dayAndTime(writtenYear, first, second, time);
  if (answers.dateOrder) return answers.dateOrder === 'dmy' ? dayFirst : monthFirst;
  if (typeof dayFirst === 'string') return monthFirst;
  if (typeof monthFirst === 'string' || first === second) return dayFirst;
  return 'ambiguous_date';
}

function monthNumber(name = ''): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayAndTime(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: string | null | 'impossible_date',
): DayAndTime | ImportProblem {
  const found = calendarDate(Number(year), Number(month), Number(day));
  if (!found || Number(year) < firstYear || Number(year) > lastYear || time === 'impossible_date')
    return 'impossible_date';
  return { day: found, time };
}

function timeOf(
  text: string,
  [hour, minute, , half]: readonly (string | undefined)[],
): string | null | 'impossible_date' {
  if (hour === undefined) return null;
  const isAfternoon = half?.toUpperCase() === 'PM' || text.includes('下午');
  const isMorning = half?.toUpperCase() === 'AM' || text.includes('上午');
  let hours = Number(hour);
  if (isAfternoon && hours < 12) hours += 12;
  if (isMorning && hours === 12) hours = 0;
  const minutes = Number(minute ?? 0);
  if (hours > 23 || minutes > 59) return 'impossible_date';
  return hours === 0 && minutes === 0 ? null : `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
