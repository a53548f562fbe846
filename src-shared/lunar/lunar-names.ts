import type { LunarDate } from './lunar-date.ts';

/** The calendar's own notation, not the window's words: 八月初七 in Chinese, or L8/7, with L6+ for a leap month. */
export type LunarNaming = 'names' | 'numbers';

const monthNames = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月'];
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 八月, 闰六月, 冬月, 腊月; L8, L6+. Month 1–12. */
export function lunarMonthName(month: number, isLeapMonth: boolean, naming: LunarNaming): string {
  const name = monthNames[month - 1];
  if (name === undefined) throw new RangeError(`lunar month ${month}`);
  if (naming === 'numbers') return isLeapMonth ? `L${month}+` : `L${month}`;
  return isLeapMonth ? `闰${name}` : name;
}

/** 初一 … 初十, 十一 … 二十, 廿一 … 三十; 1 … 30. Day 1–30. */
export function lunarDayName(day: number, naming: LunarNaming): string {
  const digit = digits[(day - 1) % 10];
  if (digit === undefined || day > 30) throw new RangeError(`lunar day ${day}`);
  if (naming === 'numbers') return String(day);
  if (day <= 10) return `初${digit}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${digit}`;
}

/** 八月初七, 闰六月初一; L8/7, L6+/1. */
export function lunarDateName(lunar: Omit<LunarDate, 'year'>, naming: LunarNaming): string {
  const month = lunarMonthName(lunar.month, lunar.isLeapMonth, naming);
  const day = lunarDayName(lunar.day, naming);
  return naming === 'numbers' ? `${month}/${day}` : `${month}${day}`;
}

/** What stands in a cell of a month: the month's name on its first day, else the day; in numbers always both. */
export function lunarCellName(lunar: LunarDate, naming: LunarNaming): string {
  if (naming === 'numbers') return lunarDateName(lunar, naming);
  return lunar.day === 1 ? lunarMonthName(lunar.month, lunar.isLeapMonth, naming) : lunarDayName(lunar.day, naming);
}
