import { addDays, type CalendarDate, calendarDate, isLeapYear, weekdayOf } from '../core/calendar-date.ts';
import { builtInHolidayYears } from './statutory-holidays.ts';
import type { DayKind, HolidayYear, SpecialDay, WorkCalendar } from './work-calendar.ts';

/**
 * The built-in years with the user's own over them: a year given here replaces the built-in one of that number whole,
 * days of a neighbouring year that its notice settled included. Where two years speak of one day, the later notice wins.
 * Years are laid out once, when first asked for: 自动排期 asks hundreds of thousands of times.
 */
export function createWorkCalendar(userYears: readonly HolidayYear[]): WorkCalendar {
  const byYear = new Map([...builtInHolidayYears, ...userYears].map((year) => [year.year, year]));
  const special = specialDays(byYear);
  const tables = new Map<number, YearTable>();

  const tableOf = (year: number): YearTable => {
    const known = tables.get(year);
    if (known) return known;
    const table = layOut(year, special);
    tables.set(year, table);
    return table;
  };

  const isWorkday = (day: CalendarDate): boolean => {
    const table = tableOf(yearOf(day));
    const index = indexInYear(day);
    return through(table, index) > through(table, index - 1);
  };

  /** The workday that is `ordinal`-th counted from the start of `year`; below 1 and past its end lie other years. */
  const nth = (year: number, ordinal: number): CalendarDate => {
    let table = tableOf(year);
    let left = ordinal;
    let current = year;
    while (left < 1) {
      current -= 1;
      table = tableOf(current);
      left += table.workdays.length;
    }
    while (left > table.workdays.length) {
      left -= table.workdays.length;
      current += 1;
      table = tableOf(current);
    }
    const day = table.workdays[left - 1];
    if (day === undefined) throw new Error(`year ${current} has no workday ${left}`);
    return day;
  };

  const addWorkdays = (day: CalendarDate, n: number): CalendarDate => {
    if (!Number.isInteger(n)) throw new RangeError(`${n} workdays`);
    const year = yearOf(day);
    const table = tableOf(year);
    const before = through(table, indexInYear(day) - 1);
    if (n < 0) return nth(year, before + n + 1);
    if (n === 0) return nth(year, before + 1);
    return nth(year, through(table, indexInYear(day)) + n);
  };

  const workdaysBetween = (from: CalendarDate, to: CalendarDate): number => {
    if (from > to) return -workdaysBetween(to, from);
    const [first, last] = [yearOf(from), yearOf(to)];
    let count = through(tableOf(last), indexInYear(to)) - through(tableOf(first), indexInYear(from));
    for (let year = first; year < last; year += 1) count += tableOf(year).workdays.length;
    return count;
  };

  return {
    kindOf: (day) => kindOf(day, special.get(day)),
    nameOf: (day) => special.get(day)?.name ?? null,
    isWorkday,
    onOrAfter: (day) => (isWorkday(day) ? day : addWorkdays(day, 0)),
    addWorkdays,
    workdaysBetween,
    knownUntilYear: endOfRun(byYear),
    isKnown: (day) => byYear.has(yearOf(day)),
  };
}

/** 2007 to 2026, without what a user entered. */
export const builtInWorkCalendar: WorkCalendar = createWorkCalendar([]);

interface YearTable {
  /** By index in the year, from 1: how many workdays there are up to and with that day. At 0 none. */
  readonly workdaysThrough: Uint16Array;
  readonly workdays: readonly CalendarDate[];
}

function layOut(year: number, special: ReadonlyMap<CalendarDate, SpecialDay>): YearTable {
  const first = calendarDate(year, 1, 1);
  if (!first) throw new RangeError(`year ${year} leaves the years 1–9999`);
  const workdaysThrough = new Uint16Array(1 + (isLeapYear(year) ? 366 : 365));
  const workdays: CalendarDate[] = [];
  for (let index = 1; index < workdaysThrough.length; index += 1) {
    const day = addDays(first, index - 1);
    const kind = kindOf(day, special.get(day));
    if (kind === 'workday' || kind === 'makeup_workday') workdays.push(day);
    workdaysThrough[index] = workdays.length;
  }
  return { workdaysThrough, workdays };
}

function through(table: YearTable, index: number): number {
  return table.workdaysThrough[index] ?? 0;
}

function kindOf(day: CalendarDate, special: SpecialDay | undefined): DayKind {
  const isWeekend = weekdayOf(day) > 5;
  if (!special) return isWeekend ? 'weekend' : 'workday';
  if (special.isOffDay) return 'holiday';
  return isWeekend ? 'makeup_workday' : 'workday';
}

function specialDays(byYear: ReadonlyMap<number, HolidayYear>): ReadonlyMap<CalendarDate, SpecialDay> {
  const special = new Map<CalendarDate, SpecialDay>();
  for (const { days } of [...byYear.values()].sort((a, b) => a.year - b.year)) {
    for (const day of days) special.set(day.on, day);
  }
  return special;
}

/** The last year of the run that starts with the first built-in one. */
function endOfRun(byYear: ReadonlyMap<number, HolidayYear>): number {
  let year = builtInHolidayYears[0]?.year ?? 0;
  while (byYear.has(year + 1)) year += 1;
  return year;
}

function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** 1 on 1 January. Plain arithmetic on the text: this is asked more often than anything else. */
function indexInYear(day: CalendarDate): number {
  const month = Number(day.slice(5, 7));
  const leapDay = month > 2 && isLeapYear(yearOf(day)) ? 1 : 0;
  return (daysBefore[month - 1] ?? 0) + leapDay + Number(day.slice(8, 10));
}
