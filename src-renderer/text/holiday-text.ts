import type { TFunction } from 'i18next';
import { festivalsOfHoliday } from '../../src-shared/workdays/holiday-festivals.ts';
import { lunarNamingOf } from './lunar-text.ts';

/** A statutory holiday in the language of the window; one that the user named, as he did. */
export function holidayText(t: TFunction, name: string): string {
  const festivals = lunarNamingOf(t) === 'names' ? null : festivalsOfHoliday(name);
  if (festivals === null) return name;
  return festivals.map((festival) => t(`festival.${festival}`)).join(t('filter.separator'));
}
