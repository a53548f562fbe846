import { z } from 'zod';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  partsOf,
} from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { type DaySpan, namedPeriod } from '../../../src-shared/core/named-period.ts';

export const ladderPeriods = [
  'this_month',
  'last_month',
  'this_quarter',
  'this_year',
  'last_year',
  'last_12_months',
  'last_5_years',
] as const;
export type LadderPeriod = (typeof ladderPeriods)[number];

export const chosenPeriodSchema = z.union([
  z.enum(ladderPeriods),
  /** 自选 */
  z.object({ from: calendarDateField, to: calendarDateField }),
]);
export type ChosenPeriod = z.output<typeof chosenPeriodSchema>;

/** The days a choice means today; a period that still runs ends today, for the days to come sold nothing yet. */
export function ladderSpan(chosen: ChosenPeriod, today: CalendarDate): DaySpan {
  if (typeof chosen !== 'string') return chosen;
  switch (chosen) {
    case 'last_year':
      return yearBefore(today);
    case 'last_12_months':
      return back(today, 12);
    case 'last_5_years':
      return back(today, 60);
    default: {
      const { from, to } = namedPeriod(chosen, today);
      return { from, to: to < today ? to : today };
    }
  }
}

function back(today: CalendarDate, months: number): DaySpan {
  return { from: addDays(addMonths(today, -months), 1), to: today };
}

function yearBefore(today: CalendarDate): DaySpan {
  const { year } = partsOf(today);
  const [from, to] = [calendarDate(year - 1, 1, 1), calendarDate(year - 1, 12, 31)];
  if (!from || !to) throw new Error(`there is no year before ${today}`);
  return { from, to };
}

/** A day chosen by hand; the other end gives way where it would lie on the wrong side. */
export function withEnd(span: DaySpan, end: 'from' | 'to', day: CalendarDate): DaySpan {
  if (end === 'from') return { from: day, to: span.to < day ? day : span.to };
  return { from: span.from > day ? day : span.from, to: day };
}
