import type { TFunction } from 'i18next';
import type { Occasion } from '../../src-shared/calendar/calendar-item.ts';
import { daysBetween } from '../../src-shared/core/calendar-date.ts';
import type { WorkCalendar } from '../../src-shared/workdays/work-calendar.ts';
import { dayText } from './day-text.ts';
import { holidayText } from './holiday-text.ts';
import { lunarDayText } from './lunar-text.ts';
import type { WindowWords } from './use-window-words.ts';

/** Days ahead on which it is pointed out (domain §6). */
const soonDays = 3;

export function isSoon(words: WindowWords, occasion: Occasion): boolean {
  return daysBetween(words.today, occasion.on) <= soonDays;
}

/** Stable for one coming of one anniversary. */
export function occasionKey(occasion: Occasion): string {
  const { source } = occasion;
  return `occasion:${source.kind === 'stored' ? source.anniversary.id : `since:${occasion.customerId}`}:${occasion.on}`;
}

/** Whose day it is: the contact, else the customer. */
export function occasionWho(occasion: Occasion): string {
  return occasion.contactName ?? occasion.customerName;
}

/** 生日, 农历八月初九, 45 岁; 合作 6 周年; the title of another day. */
export function occasionText(t: TFunction, occasion: Occasion): string {
  const { source, years } = occasion;
  if (source.kind === 'since') return t('today.occasion.since', { count: years ?? 0 });
  const { anniversary } = source;
  const parts = [anniversary.title ?? t(`today.occasion.${anniversary.kind}`)];
  if (anniversary.calendar === 'lunar') parts.push(lunarDayText(t, anniversary));
  if (years !== null && years > 0) {
    parts.push(t(anniversary.kind === 'birthday' ? 'today.occasion.age' : 'today.occasion.years', { count: years }));
  }
  return parts.join(t('today.comma'));
}

/** 今天, 明天, else 09-20 周日; with 补班 or the holiday's name where the weekday misleads. */
export function occasionDayText(words: WindowWords, occasion: Occasion, calendar: WorkCalendar): string {
  const ahead = daysBetween(words.today, occasion.on);
  const { t } = words;
  const day = ahead === 0 ? t('day.today') : ahead === 1 ? t('day.tomorrow') : dayText(words, occasion.on);
  const kind = calendar.kindOf(occasion.on);
  if (kind === 'makeup_workday') return t('today.dayNote', { day, note: t('today.makeupWorkday') });
  const holiday = kind === 'holiday' ? calendar.nameOf(occasion.on) : null;
  return holiday === null ? day : t('today.dayNote', { day, note: holidayText(t, holiday) });
}
