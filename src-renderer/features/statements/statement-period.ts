import { useState } from 'react';
import { z } from 'zod';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { calendarDateField } from '../../../src-shared/core/fields.ts';
import { type DaySpan, namedPeriod } from '../../../src-shared/core/named-period.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';

/** 本月, 上月, 本季, 今年. */
export const statementPeriods = ['this_month', 'last_month', 'this_quarter', 'this_year'] as const;
export type StatementPeriod = (typeof statementPeriods)[number];

const chosenSchema = z.union([
  z.enum(statementPeriods),
  /** 自选 */
  z.object({ from: calendarDateField, to: calendarDateField }),
]);
export type ChosenPeriod = z.output<typeof chosenSchema>;

const layoutKey = 'statements.period';

/** The span a choice means today: a period that still runs ends today, because nothing later has been agreed upon. */
export function statementSpan(chosen: ChosenPeriod, today: CalendarDate): DaySpan {
  if (typeof chosen !== 'string') return chosen;
  const { from, to } = namedPeriod(chosen, today);
  return { from, to: to < today ? to : today };
}

/** A day chosen by hand; the other end gives way where it would lie on the wrong side. */
export function withDay(span: DaySpan, end: 'from' | 'to', day: CalendarDate): DaySpan {
  if (end === 'from') return { from: day, to: span.to < day ? day : span.to };
  return { from: span.from > day ? day : span.from, to: day };
}

/** What was chosen last, for any customer: a bookkeeper goes through all of them with one period. */
export function useStatementPeriod() {
  const [chosen, setChosen] = useState<ChosenPeriod>(() => readLayout(layoutKey, chosenSchema) ?? 'this_quarter');
  return {
    chosen,
    choose: (next: ChosenPeriod) => {
      setChosen(next);
      saveLayout(layoutKey, next);
    },
  };
}
