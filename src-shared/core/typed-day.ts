import { addDays, addMonths, type CalendarDate, calendarDate, partsOf, weekdayOf } from './calendar-date.ts';

export interface TypedDayContext {
  readonly today: CalendarDate;
  /** Days before it, or after `upTo`, are not meant. */
  readonly from?: CalendarDate | undefined;
  readonly upTo?: CalendarDate | undefined;
}

const yearFirst = /^(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const monthAndDay = /^(\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const dayOfMonth = /^(\d{1,2})[日号]$/;
/** A bare number is none of these: it may be the beginning of a date. */
const fromToday = /^(?:\+(\d{1,3})|(?:in)?(\d{1,3})个?(天|周|星期|礼拜|月|day|week|month)s?后?)$/;
const weekday = /^(下|next)?(?:个?(?:周|星期|礼拜)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)$/;
const weekdayNumber: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 },
  ...{ mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 },
};
const namedDay: Readonly<Record<string, number>> = {
  ...{ 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3, 昨天: -1, 昨日: -1, 前天: -2 },
  ...{ today: 0, tomorrow: 1, yesterday: -1 },
};

/**
 * Reads a day as a person types it, in either language: `2026/9/24`, `9月24日`, `9-24`, `24号`, `明天`, `周五`, `下周三`,
 * `+3`, `2周后`. What is written without its year or month is in the nearest one that `from` and `upTo` allow.
 * Null when it is no day, or none that they allow.
 */
export function readTypedDay(typed: string, context: TypedDayContext): CalendarDate | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  const day = readWhole(text) ?? readPart(text, context) ?? readAway(text, context) ?? readWeekday(text, context);
  return day !== null && isMeant(day, context) ? day : null;
}

function isMeant(day: CalendarDate, { from, upTo }: TypedDayContext): boolean {
  return (from === undefined || day >= from) && (upTo === undefined || day <= upTo);
}

function readWhole(text: string): CalendarDate | null {
  const [, year = '', month, day] = yearFirst.exec(text) ?? compact.exec(text) ?? [];
  return year === '' ? null : calendarDate(Number(year.padStart(4, '20')), Number(month), Number(day));
}

/** Of this year or month, else of the next, else of the one before. */
function readPart(text: string, context: TypedDayContext): CalendarDate | null {
  const { year, month } = partsOf(context.today);
  const dated = monthAndDay.exec(text);
  const numbered = dayOfMonth.exec(text);
  if (!dated && !numbered) return null;
  const inYear = (away: number) => calendarDate(year + away, Number(dated?.[1]), Number(dated?.[2]));
  const inMonth = (away: number) => {
    const index = year * 12 + month - 1 + away;
    return calendarDate(Math.floor(index / 12), (index % 12) + 1, Number(numbered?.[1]));
  };
  const days = [0, 1, -1].map(dated ? inYear : inMonth);
  return days.find((day) => day !== null && isMeant(day, context)) ?? null;
}

function readAway(text: string, { today }: TypedDayContext): CalendarDate | null {
  const named = namedDay[text];
  if (named !== undefined) return addDays(today, named);
  const [, plus, count, unit = 'day'] = fromToday.exec(text) ?? [];
  const number = plus ?? count;
  if (number === undefined) return null;
  if (unit === '月' || unit === 'month') return addMonths(today, Number(number));
  return addDays(today, Number(number) * (unit === '天' || unit === 'day' ? 1 : 7));
}

/** `周五` is today or the next one, where only past days are meant the last one; `下周五` is that of next week. */
function readWeekday(text: string, context: TypedDayContext): CalendarDate | null {
  const [, next, chinese = '', english = ''] = weekday.exec(text) ?? [];
  const wanted = weekdayNumber[chinese] ?? weekdayNumber[english];
  if (wanted === undefined) return null;
  const away = wanted - weekdayOf(context.today);
  if (next !== undefined) return addDays(context.today, away + 7);
  const coming = addDays(context.today, away < 0 ? away + 7 : away);
  return isMeant(coming, context) ? coming : addDays(coming, -7);
}
