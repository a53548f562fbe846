import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { instantFromMs } from '../../src-shared/core/instant.ts';
import { dayText, dueText, momentText, pastDayText } from './day-text.ts';
import en from './en.json' with { type: 'json' };
import type { WindowWords } from './use-window-words.ts';
import zhCN from './zh-CN.json' with { type: 'json' };

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`${text} is no day`);
  return parsed;
}

function words(language: string): WindowWords {
  return { t: i18next.getFixedT(language), today: day('2026-09-17'), timeZone: 'Asia/Shanghai' };
}

beforeAll(async () => {
  await i18next.init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

describe('dueText', () => {
  it.each([
    ['2026-09-14', '逾期 3 天', '3 days late', 'overdue'],
    ['2026-09-16', '逾期 1 天', '1 day late', 'overdue'],
    ['2026-09-17', '今天', 'Today', 'today'],
    ['2026-09-18', '明天', 'Tomorrow', 'soon'],
    ['2026-09-22', '09-22 周二', 'Tue 09-22', 'later'],
    ['2027-01-04', '2027-01-04', '2027-01-04', 'later'],
  ] as const)('says of %s: %s, in English %s', (text, chinese, english, tone) => {
    expect(dueText(words('zh-CN'), day(text))).toEqual({ text: chinese, tone });
    expect(dueText(words('en'), day(text)).text).toBe(english);
  });
});

describe('pastDayText', () => {
  it('says yesterday by its name and older days with their weekday', () => {
    expect(pastDayText(words('zh-CN'), day('2026-09-16'))).toBe('昨天');
    expect(pastDayText(words('zh-CN'), day('2026-09-10'))).toBe('09-10 周四');
  });
});

describe('dayText', () => {
  it('writes the year of another year', () => {
    expect(dayText(words('zh-CN'), day('2025-12-31'))).toBe('2025-12-31');
  });
});

describe('momentText', () => {
  it('uses the wall clock of the book, not that of the PC', () => {
    expect(momentText(words('zh-CN'), instantFromMs(Date.UTC(2026, 8, 17, 0, 31)))).toBe('今天 08:31');
    expect(momentText(words('zh-CN'), instantFromMs(Date.UTC(2026, 8, 16, 15, 59)))).toBe('昨天 23:59');
  });
});
