import type { TFunction } from 'i18next';
import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';

/** 王建国 生日, 王建国 60 岁生日, 恒通装饰 合作 6 周年: who it is about and what. */
export function occasionText(t: TFunction, occasion: Occasion): string {
  const { source, years } = occasion;
  const who = occasion.contactName ?? occasion.customerName;
  if (source.kind === 'since') {
    return years === null || years === 0
      ? t('calendar.occasion.since', { who })
      : t('calendar.occasion.sinceYears', { who, count: years });
  }
  const { kind, title } = source.anniversary;
  const what = title ?? t(`calendar.occasion.kind.${kind}`);
  if (years === null || years === 0) return t('calendar.occasion.plain', { who, what });
  return kind === 'birthday'
    ? t('calendar.occasion.birthdayAge', { who, what, count: years })
    : t('calendar.occasion.years', { who, what, count: years });
}
