import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import { lunarDateOf, solarTermOn } from './lunar-date.ts';

/** 'lunar month-day' of the plain month; a leap month has no festivals. */
const lunarFestivals = {
  '1-1': 'spring_festival',
  '1-15': 'lantern_festival',
  '2-2': 'dragon_head',
  '5-5': 'dragon_boat',
  '7-7': 'qixi',
  '7-15': 'zhongyuan',
  '8-15': 'mid_autumn',
  '9-9': 'double_ninth',
  '12-8': 'laba',
  // As in the north; the south keeps it a day later.
  '12-23': 'little_new_year',
} as const;

const solarFestivals = {
  '01-01': 'new_year',
  '03-08': 'womens_day',
  '03-12': 'arbor_day',
  '05-01': 'labour_day',
  '05-04': 'youth_day',
  '06-01': 'childrens_day',
  '09-10': 'teachers_day',
  '10-01': 'national_day',
} as const;

export type Festival =
  | (typeof lunarFestivals)[keyof typeof lunarFestivals]
  | (typeof solarFestivals)[keyof typeof solarFestivals]
  | 'new_years_eve'
  | 'qingming';

const byLunarDay: Readonly<Record<string, Festival>> = lunarFestivals;
const bySolarDay: Readonly<Record<string, Festival>> = solarFestivals;

/** Traditional ones first, then those of the solar calendar; mostly none. */
export function festivalsOn(day: CalendarDate): readonly Festival[] {
  return [traditionalFestivalOn(day), bySolarDay[day.slice(5)]].filter((festival) => festival !== undefined);
}

function traditionalFestivalOn(day: CalendarDate): Festival | undefined {
  const lunar = lunarDateOf(day);
  const byDay = lunar.isLeapMonth ? undefined : byLunarDay[`${lunar.month}-${lunar.day}`];
  if (byDay) return byDay;
  if (solarTermOn(day) === 'qingming') return 'qingming';
  // 除夕 is the 29th or the 30th: the day before 春节.
  return lunar.month === 12 && lunar.day >= 29 && lunarDateOf(addDays(day, 1)).month === 1
    ? 'new_years_eve'
    : undefined;
}
