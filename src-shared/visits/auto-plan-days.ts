import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';
import type { AutoPlanProposal } from './auto-plan-proposal.ts';

/** What of a span is unlike other weeks: holidays by name, and weekend days worked for them. Plain weekends are not said. */
export function unusualDays(
  calendar: WorkCalendar,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Pick<AutoPlanProposal, 'daysOff' | 'makeupWorkdays'> {
  const daysOff: { on: CalendarDate; name: string }[] = [];
  const makeupWorkdays: CalendarDate[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const kind = calendar.kindOf(on);
    if (kind === 'holiday') daysOff.push({ on, name: calendar.nameOf(on) ?? '' });
    if (kind === 'makeup_workday') makeupWorkdays.push(on);
  }
  return { daysOff, makeupWorkdays };
}
