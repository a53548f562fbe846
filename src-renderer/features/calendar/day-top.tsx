import { useTranslation } from 'react-i18next';
import { type CalendarDate, partsOf } from '../../../src-shared/core/calendar-date.ts';
import styles from './calendar-day.module.css';
import type { DayMark } from './day-marks.ts';
import { dayOfMonthText } from './shown-days.ts';

interface Props {
  readonly day: CalendarDate;
  /** Before the number where no head of the column says it. */
  readonly weekday?: string;
  readonly mark: DayMark;
  readonly isToday: boolean;
  /** Of the month before or after the one shown. */
  readonly isOther: boolean;
}

/** The line at the head of a day: its number, 休 or 班, and at the right festival, solar term or lunar day. */
export function DayTop({ day, weekday, mark, isToday, isOther }: Props) {
  const { t, i18n } = useTranslation();
  const { day: ofMonth } = partsOf(day);
  return (
    <span className={styles.top} data-other={isOther || undefined}>
      {weekday && <span className={styles.weekday}>{weekday}</span>}
      <span className={styles.number} data-today={isToday || undefined}>
        {ofMonth === 1 ? dayOfMonthText(day, i18n.language) : ofMonth}
      </span>
      {mark.badge && (
        <span className={styles.badge} data-badge={mark.badge}>
          {t(`calendar.badge.${mark.badge}`)}
        </span>
      )}
      <span className={styles.label} data-named={mark.isNamed || undefined} title={mark.label}>
        {mark.label}
      </span>
    </span>
  );
}
