import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDate, weekdayOf } from '../../../src-shared/core/calendar-date.ts';
import { dayLabelOf } from '../../../src-shared/lunar/day-label.ts';
import { lunarDateOf } from '../../../src-shared/lunar/lunar-date.ts';
import { useWorkCalendar } from '../../ipc/use-work-calendar.ts';
import { dayLabelText, lunarDayText } from '../../text/lunar-text.ts';
import type { CalendarLook } from './calendar-look.ts';

/** What is printed beside a date and how its cell is tinted. */
export interface DayMark {
  /** Tinted: a weekend or a holiday. A weekend day that is worked is white like a workday. */
  readonly isOff: boolean;
  readonly badge: 'off' | 'worked' | null;
  /** Festival, solar term or lunar day; with those switched off the holiday, else ''. */
  readonly label: string;
  /** The label names more than an ordinary lunar day. */
  readonly isNamed: boolean;
  /** For screen readers: weekday, kind of day, label. */
  readonly spoken: string;
}

export interface DayMarks {
  readonly of: (day: CalendarDate) => DayMark;
  readonly knownUntilYear: number;
}

/** Memoised: the calendar draws its cells anew when it changes. */
export function useDayMarks(look: Pick<CalendarLook, 'hidden'>): DayMarks {
  const { t } = useTranslation();
  const workCalendar = useWorkCalendar();
  const showsHolidays = !look.hidden.includes('holidays');
  const showsLunar = !look.hidden.includes('lunar');
  return useMemo(() => {
    const known = new Map<CalendarDate, DayMark>();
    const markOf = (day: CalendarDate): DayMark => {
      const kind = workCalendar.kindOf(day);
      const badge = kind === 'holiday' ? 'off' : kind === 'makeup_workday' ? 'worked' : null;
      const holiday = showsHolidays && kind === 'holiday' ? workCalendar.nameOf(day) : null;
      const lunar = showsLunar ? dayLabelOf(day) : null;
      const label = lunar ? dayLabelText(t, lunar) : '';
      const isNamed = lunar !== null && lunar.kind !== 'lunar_day';
      return {
        isOff: !workCalendar.isWorkday(day),
        badge: showsHolidays ? badge : null,
        label: lunar ? label : (holiday ?? ''),
        isNamed: isNamed || holiday !== null,
        spoken: [
          day,
          t(`weekday.${weekdayOf(day)}`),
          t(`calendar.dayKind.${kind}`),
          holiday,
          isNamed ? label : null,
          showsLunar ? lunarDayText(t, lunarDateOf(day)) : null,
        ]
          .filter(Boolean)
          .join(' '),
      };
    };
    const of = (day: CalendarDate): DayMark => {
      const seen = known.get(day);
      if (seen) return seen;
      const mark = markOf(day);
      known.set(day, mark);
      return mark;
    };
    return { of, knownUntilYear: workCalendar.knownUntilYear };
  }, [t, workCalendar, showsHolidays, showsLunar]);
}
