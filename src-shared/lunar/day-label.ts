import type { CalendarDate } from '../core/calendar-date.ts';
import { type Festival, festivalsOn } from './festivals.ts';
import { type LunarDate, lunarDateOf, solarTermOn } from './lunar-date.ts';
import type { SolarTerm } from './lunar-months.ts';

/** What a calendar prints beside a date; the words are the window's (text/lunar-text.ts). */
export type DayLabel =
  | { readonly kind: 'festival'; readonly festival: Festival; readonly lunar: LunarDate }
  | { readonly kind: 'solar_term'; readonly term: SolarTerm; readonly lunar: LunarDate }
  /** On the first of a month, the month: 八月, 闰六月. */
  | { readonly kind: 'lunar_month'; readonly lunar: LunarDate }
  | { readonly kind: 'lunar_day'; readonly lunar: LunarDate };

/** The first that fits: festival, solar term, name of the month that begins, day of the lunar month. */
export function dayLabelOf(day: CalendarDate): DayLabel {
  const lunar = lunarDateOf(day);
  const [festival] = festivalsOn(day);
  if (festival) return { kind: 'festival', festival, lunar };
  const term = solarTermOn(day);
  if (term) return { kind: 'solar_term', term, lunar };
  return { kind: lunar.day === 1 ? 'lunar_month' : 'lunar_day', lunar };
}
