import type { DatePicker } from 'antd';
import {
  addDays,
  addMonths,
  addYears,
  endOfMonth,
  format,
  getISOWeek,
  isValid,
  parse,
  set,
  startOfWeek,
} from 'date-fns';
import { enUS, zhCN } from 'date-fns/locale';

/** How Ant Design's picker counts days; its type is only reachable through the function that takes it. */
type CalendarOf<D extends object> = Parameters<typeof DatePicker.generatePicker<D>>[0];

/** Ant Design writes `YYYY-MM-DD`, date-fns `yyyy-MM-dd`. */
function tokens(pattern: string): string {
  return pattern.replaceAll('Y', 'y').replaceAll('D', 'd');
}

/** Of Ant Design's name for a language, `zh_CN` or `en_US`. */
function inLanguage(locale: string) {
  return { locale: locale.startsWith('zh') ? zhCN : enUS };
}

function namesOf(locale: string, part: 'weekday' | 'month', dates: readonly Date[]): string[] {
  const formatter = new Intl.DateTimeFormat(locale.replace('_', '-'), {
    [part]: part === 'weekday' ? 'narrow' : 'short',
  });
  return dates.map((date) => formatter.format(date));
}

/** A Sunday, so that the seven days from it are named in the picker's order. */
const sunday = new Date(2023, 0, 1);

/** date-fns for Ant Design's picker. Local midnights stand for days; no instant is ever made of them. */
export const dateFnsCalendar: CalendarOf<Date> = {
  getNow: () => new Date(),
  getFixedDate: (fixed) => parse(fixed, 'yyyy-MM-dd', sunday),
  getEndDate: endOfMonth,
  getWeekDay: (date) => date.getDay(),
  getMillisecond: (date) => date.getMilliseconds(),
  getSecond: (date) => date.getSeconds(),
  getMinute: (date) => date.getMinutes(),
  getHour: (date) => date.getHours(),
  getDate: (date) => date.getDate(),
  getMonth: (date) => date.getMonth(),
  getYear: (date) => date.getFullYear(),
  addYear: addYears,
  addMonth: addMonths,
  addDate: addDays,
  setYear: (date, year) => set(date, { year }),
  setMonth: (date, month) => set(date, { month }),
  setDate: (date, day) => set(date, { date: day }),
  setHour: (date, hours) => set(date, { hours }),
  setMinute: (date, minutes) => set(date, { minutes }),
  setSecond: (date, seconds) => set(date, { seconds }),
  setMillisecond: (date, milliseconds) => set(date, { milliseconds }),
  isAfter: (date, other) => date > other,
  isValidate: isValid,
  locale: {
    getWeekFirstDay: () => 1,
    getWeekFirstDate: (_locale, date) => startOfWeek(date, { weekStartsOn: 1 }),
    getWeek: (_locale, date) => getISOWeek(date),
    format: (locale, date, pattern) => (isValid(date) ? format(date, tokens(pattern), inLanguage(locale)) : ''),
    parse: (locale, text, patterns) => {
      const typed = text.trim();
      for (const pattern of patterns) {
        // A day written without its year is one of this year.
        const reference = pattern.includes('Y') ? sunday : new Date();
        const date = parse(typed, tokens(pattern), reference, inLanguage(locale));
        if (isValid(date) && format(date, tokens(pattern), inLanguage(locale)) === typed) return date;
      }
      return null;
    },
    getShortWeekDays: (locale) =>
      namesOf(
        locale,
        'weekday',
        [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(sunday, day)),
      ),
    getShortMonths: (locale) =>
      namesOf(
        locale,
        'month',
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((month) => addMonths(sunday, month)),
      ),
  },
};
