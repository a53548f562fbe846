import type { CalendarDate } from '../core/calendar-date.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';

/**
 * The workdays that may be planned: from today, when it is one, up to and with the `horizonWorkdays`-th after today, as
 * 3个工作日后 counts (domain §6). So a Monday with 10 reaches to the Monday two weeks later, eleven days in all.
 */
export function planningDays(
  calendar: WorkCalendar,
  today: CalendarDate,
  horizonWorkdays: number,
): readonly CalendarDate[] {
  const days: CalendarDate[] = calendar.isWorkday(today) ? [today] : [];
  for (let n = 1; n <= horizonWorkdays; n += 1) days.push(calendar.addWorkdays(today, n));
  return days;
}

export function horizonEnd(days: readonly CalendarDate[]): CalendarDate {
  const last = days.at(-1);
  if (last === undefined) throw new Error('a plan without a day to plan');
  return last;
}

/** Where the days lie that suit a customer, as places in planningDays: `first` to `last`, both in it. */
export interface PlanWindow {
  readonly first: number;
  readonly last: number;
  /** Any day after this place is late. Below 0: the time to come has passed, whatever day is chosen. */
  readonly lateAfter: number;
}

/**
 * max(2, ⌊cadence ÷ 4⌋) workdays either side of the due day, not before today and not beyond the horizon (domain §6).
 * `duePlace`: of the due day among planningDays, negative so many workdays before the first.
 *
 * Of a customer who should have been seen so long ago that none of these days is left, the window is taken anew from
 * today, as many workdays as it had after the due day; the visit is late on each. Without it whoever is behind with most
 * of his customers would be sent across all districts every day (docs/adr/0013).
 */
export function planWindow(duePlace: number, cadenceDays: number, dayCount: number): PlanWindow {
  const side = Math.max(2, Math.floor(cadenceDays / 4));
  const lateAfter = duePlace + side;
  const last = lateAfter < 0 ? side : lateAfter;
  return { first: Math.max(0, duePlace - side), last: Math.min(last, dayCount - 1), lateAfter };
}

/** Places of due days among planningDays, each day worked out once: ten thousand customers share some hundred days. */
export function duePlaces(calendar: WorkCalendar, days: readonly CalendarDate[]): (dueOn: CalendarDate) => number {
  const [firstDay] = days;
  if (firstDay === undefined) throw new Error('a plan without a day to plan');
  const places = new Map<CalendarDate, number>(days.map((day, place) => [day, place]));
  return (dueOn) => {
    let place = places.get(dueOn);
    if (place === undefined) {
      const workday = calendar.onOrAfter(dueOn);
      place = places.get(workday) ?? -calendar.workdaysBetween(workday, firstDay);
      places.set(dueOn, place);
    }
    return place;
  };
}
