import type { Anniversary, AnniversaryDate } from '../../../src-shared/anniversaries/anniversary.ts';
import { nextOccurrence } from '../../../src-shared/anniversaries/occurrences.ts';
import { daysBetween } from '../../../src-shared/core/calendar-date.ts';
import { lunarDateOf } from '../../../src-shared/lunar/lunar-date.ts';
import { dayText } from '../../text/day-text.ts';
import { lunarDayText } from '../../text/lunar-text.ts';
import type { WindowWords } from '../../text/use-window-words.ts';

/** 农历八月初九, 1980 年; 9 月 19 日: the day as it was given. */
export function givenDayText({ t }: WindowWords, date: AnniversaryDate): string {
  const { calendar, year, month, day } = date;
  const said = calendar === 'lunar' ? lunarDayText(t, date) : t('anniversary.solarDay', { month, day });
  return year === null ? said : t('anniversary.withYear', { day: said, year });
}

/** 下次 09-19 周六（农历八月初九）, 46 岁; in both calendars, whichever it was given in. */
export function nextText(words: WindowWords, date: AnniversaryDate, kind: Anniversary['kind']): string {
  const { t, today } = words;
  const { on, years } = nextOccurrence(date, today);
  const ahead = daysBetween(today, on);
  const lunar = lunarDayText(t, lunarDateOf(on));
  const next = t('anniversary.next', { day: dayText(words, on), lunar });
  const when = ahead === 0 ? t('day.today') : t('anniversary.inDays', { count: ahead });
  const age = years !== null && years > 0 ? ageText(words, kind, years) : null;
  return [next, when, age].filter((part) => part !== null).join(' · ');
}

function ageText({ t }: WindowWords, kind: Anniversary['kind'], years: number): string {
  return kind === 'birthday' ? t('anniversary.age', { years }) : t('anniversary.years', { count: years });
}
