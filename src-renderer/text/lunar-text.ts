import type { i18n, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DayLabel } from '../../src-shared/lunar/day-label.ts';
import type { LunarDate } from '../../src-shared/lunar/lunar-date.ts';
import { type LunarNaming, lunarCellName, lunarDateName } from '../../src-shared/lunar/lunar-names.ts';

/** What it takes to say a lunar day in the window's language. */
export interface LunarWords {
  readonly t: TFunction;
  readonly naming: LunarNaming;
}

export function useLunarWords(): LunarWords {
  const { t, i18n: translations } = useTranslation();
  return { t, naming: namingOf(translations) };
}

/** What a calendar prints beside a date: 中秋, 白露, 八月, 初七; in English Mid-Autumn, White Dew, L8/1, L8/7. */
export function dayLabelText({ t, naming }: LunarWords, label: DayLabel): string {
  if (label.kind === 'festival') return t(`festival.${label.festival}`);
  if (label.kind === 'solar_term') return t(`solarTerm.${label.term}`);
  return lunarCellName(label.lunar, naming);
}

/** 农历闰六月初一, Lunar L6+/1. */
export function lunarDateText({ t, naming }: LunarWords, lunar: Omit<LunarDate, 'year'>): string {
  return t('lunar.date', { date: lunarDateName(lunar, naming) });
}

function namingOf(translations: i18n): LunarNaming {
  return translations.language === 'zh-CN' ? 'zh-CN' : 'en';
}
