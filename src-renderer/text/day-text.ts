import type { TFunction } from 'i18next';
import { type CalendarDate, daysBetween, partsOf, weekdayOf } from '../../src-shared/core/calendar-date.ts';
import { type Instant, localParts } from '../../src-shared/core/instant.ts';
import type { WindowWords } from './use-window-words.ts';

/** `09-22`, or with the year outside the running one. */
export function shortDayText(words: WindowWords, day: CalendarDate): string {
  return day.slice(0, 4) === words.today.slice(0, 4) ? day.slice(5) : day;
}

/** `09-22 周二`; with the year outside the running one, then without the weekday. */
export function dayText(words: WindowWords, day: CalendarDate): string {
  if (day.slice(0, 4) !== words.today.slice(0, 4)) return day;
  return words.t('day.withWeekday', { day: day.slice(5), weekday: words.t(`weekday.${weekdayOf(day)}`) });
}

/** A day in the past or the present: 今天, 昨天, else `09-10 周四`. */
export function pastDayText(words: WindowWords, day: CalendarDate): string {
  const ago = daysBetween(day, words.today);
  if (ago === 0) return words.t('day.today');
  if (ago === 1) return words.t('day.yesterday');
  return dayText(words, day);
}

export type DueTone = 'overdue' | 'today' | 'soon' | 'later';

/** When something planned is due: 逾期 3 天, 今天, 明天, else the day. */
export function dueText(words: WindowWords, day: CalendarDate): { readonly text: string; readonly tone: DueTone } {
  const left = daysBetween(words.today, day);
  if (left < 0) return { text: words.t('day.overdue', { count: -left }), tone: 'overdue' };
  if (left === 0) return { text: words.t('day.today'), tone: 'today' };
  if (left === 1) return { text: words.t('day.tomorrow'), tone: 'soon' };
  return { text: dayText(words, day), tone: 'later' };
}

/** A moment on the book's wall clock: `今天 08:31`, `09-10 周四 14:05`. */
export function momentText(words: WindowWords, at: Instant): string {
  const { day, time } = localParts(at, words.timeZone);
  return `${pastDayText(words, day)} ${time}`;
}

/** The day of a moment, said as pastDayText does. */
export function momentDayText(words: WindowWords, at: Instant): string {
  return pastDayText(words, localParts(at, words.timeZone).day);
}

const monthKeys = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

/** The month of a day as long days name it. */
export function monthName(t: TFunction, day: CalendarDate): string {
  const monthKey = monthKeys[partsOf(day).month - 1] ?? '01';
  return t(`month.${monthKey}`);
}

/** The head of a page or a sheet: `9 月 17 日 周四`, `Thu, 17 September`. */
export function longDayText(t: TFunction, day: CalendarDate): string {
  const { day: ofMonth } = partsOf(day);
  return t('day.long', { month: monthName(t, day), day: ofMonth, weekday: t(`weekday.${weekdayOf(day)}`) });
}
