import { useTranslation } from 'react-i18next';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  partsOf,
} from '../../../../src-shared/core/calendar-date.ts';
import { DayPicker } from '../../../components/day-picker.tsx';
import { useToday } from '../../../ipc/use-book.ts';
import { changeAging, useAgingLook } from './aging-store.ts';
import styles from './as-of-picker.module.css';

const monthEndsOffered = 4;

/** 截至: today, or any day; the last month ends are one click away. */
export function AsOfPicker() {
  const { t } = useTranslation();
  const today = useToday();
  const asOf = useAgingLook((look) => look.asOf);
  return (
    <span className={styles.asOf}>
      <span className={styles.label}>{t('desk.asOf')}</span>
      <DayPicker
        size="small"
        label={t('desk.asOf')}
        value={asOf ?? today}
        isClearable={false}
        presets={[
          { label: t('day.today'), day: today },
          ...lastMonthEnds(today).map((day) => ({ label: t('desk.endOf', { month: day.slice(0, 7) }), day })),
        ]}
        onChange={(day) => changeAging({ asOf: day === today ? null : day })}
      />
      {asOf !== null && (
        <button type="button" className={styles.today} onClick={() => changeAging({ asOf: null })}>
          {t('desk.backToToday')}
        </button>
      )}
    </span>
  );
}

function lastMonthEnds(today: CalendarDate): readonly CalendarDate[] {
  const { year, month } = partsOf(today);
  const first = calendarDate(year, month, 1);
  if (!first) return [];
  return Array.from({ length: monthEndsOffered }, (_, back) => addDays(addMonths(first, -back), -1));
}
