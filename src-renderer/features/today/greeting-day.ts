import type { Occasion } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { WorkCalendar } from '../../../src-shared/workdays/work-calendar.ts';

/**
 * The day on which the customer is greeted, planned or done already; null: nothing is planned. A visit on the day itself
 * counts, and before a day off one from the last workday on: who has birthday on Sunday is greeted on Friday.
 */
export function greetingDay(
  { customerId, on }: Pick<Occasion, 'customerId' | 'on'>,
  visits: readonly VisitEntry[],
  calendar: Pick<WorkCalendar, 'isWorkday' | 'addWorkdays'>,
): CalendarDate | null {
  const from = calendar.isWorkday(on) ? on : calendar.addWorkdays(on, -1);
  const days = visits
    .filter(({ plan }) => plan.customerId === customerId && (plan.status === 'planned' || plan.status === 'done'))
    .map(({ plan }) => plan.plannedOn)
    .filter((day) => day >= from && day <= on)
    .sort();
  return days.at(-1) ?? null;
}
