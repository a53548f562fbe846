import { type CalendarDate, parseCalendarDate } from '../../core/calendar-date.ts';
import { builtInWorkCalendar } from '../../workdays/create-work-calendar.ts';
import type { AutoPlanInput, PlanCandidate } from '../auto-plan.ts';

export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}

/** A customer of 李娜's in 上城区, to be seen every week. */
export function aCandidate(
  customerId: string,
  dueOn: string,
  rest: Partial<Omit<PlanCandidate, 'customerId' | 'dueOn'>> = {},
): PlanCandidate {
  return {
    customerId,
    name: customerId,
    nameKey: customerId,
    tierId: null,
    tierPosition: null,
    ownerId: '李娜',
    city: '杭州市',
    district: '上城区',
    dueOn: day(dueOn),
    cadenceDays: 7,
    ...rest,
  };
}

/** With the defaults of the app and the statutory holidays. */
export function aPlanInput(today: string, rest: Partial<Omit<AutoPlanInput, 'today'>> = {}): AutoPlanInput {
  return {
    today: day(today),
    calendar: builtInWorkCalendar,
    horizonWorkdays: 10,
    maxPerDay: 6,
    candidates: [],
    booked: [],
    ...rest,
  };
}
