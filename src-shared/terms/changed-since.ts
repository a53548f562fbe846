import { addDays, type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import type { TermsAdvice } from './terms-advice.ts';

interface Decided {
  readonly decidedOn: CalendarDate;
  readonly advice: TermsAdvice;
}

/**
 * The day since which the advice is not what terms were decided on; null: it still is. Looks back in steps that double and
 * then halves what is left: an advice that went to and fro gives a day on which it changed away, the last one unless it went
 * back for less time than the step. A fact typed in later can have changed the day of the decision itself: then that day.
 */
export function adviceChangedSince(
  adviceOn: (day: CalendarDate) => TermsAdvice,
  { decidedOn, advice }: Decided,
  today: CalendarDate,
): CalendarDate | null {
  const isAnother = (daysBack: number) => adviceOn(addDays(today, -daysBack)) !== advice;
  if (!isAnother(0)) return null;
  const all = Math.max(0, daysBetween(decidedOn, today));
  let another = 0;
  let same = 1;
  while (isAnother(Math.min(same, all))) {
    if (same >= all) return addDays(today, -all);
    another = same;
    same *= 2;
  }
  same = Math.min(same, all);
  while (same - another > 1) {
    const between = Math.floor((same + another) / 2);
    if (isAnother(between)) another = between;
    else same = between;
  }
  return addDays(today, -another);
}
