import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dayNumber,
  fromDayNumber,
  parseCalendarDate,
} from '../src-shared/core/calendar-date.ts';
import { type LunarDate, lunarDateOf } from '../src-shared/lunar/lunar-date.ts';
import { newMoonsInBeijing } from '../src-shared/lunar/testing/new-moon.ts';
import { builtInWorkCalendar } from '../src-shared/workdays/create-work-calendar.ts';
import { parseYearFile } from '../src-shared/workdays/parse-year-file.ts';
import type { SpecialDay } from '../src-shared/workdays/work-calendar.ts';

/*
 * `npm run check:calendar -- FOLDER`: every day of 2007 to 2026 against holiday-cn_YEAR.json, and every line of
 * lunar_days_*.tsv (solar, lunar year, month, leap, day, as ICU gives it) against the app's own calendar.
 * Where the two lunar calendars differ, the moon decides (docs/adr/0014): a month begins on the Beijing day of its new moon,
 * worked out here by another way than the app's. Fails on a difference that the moon does not explain.
 */
const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error('npm run check:calendar -- FOLDER');
  process.exit(2);
}
const [firstYear, lastYear] = [2007, 2026];
const lunarFile = path.join(folder, 'lunar_days_icu_1990_2030.tsv');

const wrongDays = checkWorkdays(folder);
const wrongLunarDays = checkLunarDays(lunarFile);
process.exitCode = wrongDays + wrongLunarDays === 0 ? 0 : 1;

/** How many days differ in what they are or are called. */
function checkWorkdays(from: string): number {
  const published = new Map<CalendarDate, SpecialDay>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    const read = parseYearFile(readFileSync(path.join(from, `holiday-cn_${year}.json`), 'utf8'));
    if (!read.ok) throw new Error(`holiday-cn_${year}.json: ${JSON.stringify(read.error)}`);
    for (const day of read.value.days) published.set(day.on, day);
  }
  const differing: string[] = [];
  let days = 0;
  for (let day = dayOf(firstYear, 1, 1); day <= dayOf(lastYear, 12, 31); day = addDays(day, 1)) {
    days += 1;
    const special = published.get(day);
    // Worked out apart from the app's own weekdays: 1970-01-01 was a Thursday.
    const isWeekend = [2, 3].includes(((dayNumber(day) % 7) + 7) % 7);
    const isOff = special ? special.isOffDay : isWeekend;
    const name = special?.name ?? null;
    if (builtInWorkCalendar.isWorkday(day) === isOff || builtInWorkCalendar.nameOf(day) !== name) differing.push(day);
  }
  for (const day of differing) console.log(`  ${day} differs`);
  console.log(
    `workdays  ${days} days ${firstYear}–${lastYear}, ${published.size} of them named: ${differing.length} differences`,
  );
  return differing.length;
}

interface LunarLine {
  readonly day: CalendarDate;
  readonly lunar: LunarDate;
}

/** How many days differ without the moon saying that Keben's is right and the file's is not. */
function checkLunarDays(file: string): number {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1).map(lunarLine);
  const differing = lines.filter(({ day, lunar }) => JSON.stringify(lunarDateOf(day)) !== JSON.stringify(lunar));
  const moons = newMoonsInBeijing(1989, 2031);
  const beganWithMoon = ({ day, lunar }: LunarLine): boolean => {
    const moon = moons.findLast((each) => each.day <= dayNumber(day));
    return moon?.day === dayNumber(day) - lunar.day + 1;
  };
  const isFileWrong = (line: LunarLine) =>
    !beganWithMoon(line) && beganWithMoon({ ...line, lunar: lunarDateOf(line.day) });
  const wrong = differing.filter((line) => !isFileWrong(line)).length;
  const runs = runsOf(differing);
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    const moon = moons.find((each) => each.day >= dayNumber(first.day));
    const at = moon ? `${fromDayNumber(moon.day)} ${clock(moon.secondsIntoDay)}` : 'unknown';
    console.log(`  ${first.day} to ${last.day}, ${run.length} days. New moon in Beijing: ${at}`);
    console.log(`    ${first.day} is lunar ${said(lunarDateOf(first.day))} in Keben, ${said(first.lunar)} in the file`);
  }
  console.log(
    `lunar     ${lines.length} days ${lines[0]?.day} to ${lines.at(-1)?.day}: ${lines.length - differing.length} the same; ` +
      `${differing.length - wrong} in the ${runs.length} runs above, where the file begins a month a day off its new moon ` +
      `and Keben begins it on the day (docs/adr/0014); ${wrong} that the moon does not explain`,
  );
  return wrong;
}

function runsOf(lines: readonly LunarLine[]): readonly (readonly LunarLine[])[] {
  const runs: LunarLine[][] = [];
  let before = Number.NaN;
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && dayNumber(line.day) === before + 1) run.push(line);
    else runs.push([line]);
    before = dayNumber(line.day);
  }
  return runs;
}

function lunarLine(line: string): LunarLine {
  const [solar = '', ...numbers] = line.trim().split('\t');
  const day = parseCalendarDate(solar);
  const [year, month, leap, lunarDay] = numbers.map(Number);
  if (!day || !year || !month || !lunarDay) throw new Error(`not a line of lunar days: ${line}`);
  return { day, lunar: { year, month, day: lunarDay, isLeapMonth: leap === 1 } };
}

function said({ year, month, day, isLeapMonth }: LunarDate): string {
  return `${year}/${month}${isLeapMonth ? '+' : ''}/${day}`;
}

/** `23:54:10`. */
function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  const found = calendarDate(year, month, day);
  if (!found) throw new Error(`no day ${year}-${month}-${day}`);
  return found;
}
