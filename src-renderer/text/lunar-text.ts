import type { TFunction } from 'i18next';
import type { DayLabel } from '../../src-shared/lunar/day-label.ts';
import type { LunarDate } from '../../src-shared/lunar/lunar-date.ts';
import { type LunarNaming, lunarCellName, lunarDateName } from '../../src-shared/lunar/lunar-names.ts';

/** What a calendar prints beside a date: 中秋, 白露, 八月, 初七; in English Mid-Autumn, White Dew, L8/1, L8/7. */
export function dayLabelText(t: TFunction, label: DayLabel): string {
  if (label.kind === 'festival') return t(`festival.${label.festival}`);
  if (label.kind === 'solar_term') return t(`solarTerm.${label.term}`);
  return lunarCellName(label.lunar, lunarNamingOf(t));
}

/** 农历闰六月初一, Lunar L6+/1. */
export function lunarDayText(t: TFunction, lunar: Omit<LunarDate, 'year'>): string {
  return t('lunar.date', { date: lunarDateName(lunar, lunarNamingOf(t)) });
}

/** The catalogue says in which notation its language writes lunar days: their Chinese names, or numbers. */
export function lunarNamingOf(t: TFunction): LunarNaming {
  return t('lunar.notation') === 'names' ? 'names' : 'numbers';
}
