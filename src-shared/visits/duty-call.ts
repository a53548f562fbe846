import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import type { RelationshipLevel } from '../tiers/tier.ts';
import type { WorkCalendar } from '../workdays/work-calendar.ts';

/** Called within so many days of delivery (domain §4). */
export const dutyCallDays = 7;
/** Time to unpack and try it. */
const workdaysToCall = 3;

/** 负责型 and above: who delivers to such a customer asks how it went. */
export function obligesToCall(level: RelationshipLevel | null): boolean {
  return level === 'accountable' || level === 'proactive' || level === 'partnership';
}

/**
 * The day of the call: the third workday after delivery, not before today, and within 7 days of it. Holidays that fill
 * all of these put it on the first workday behind them. Null: the 7 days are over.
 */
export function dutyCallDay(
  deliveredOn: CalendarDate,
  today: CalendarDate,
  calendar: Pick<WorkCalendar, 'addWorkdays' | 'onOrAfter' | 'isWorkday'>,
): CalendarDate | null {
  const last = addDays(deliveredOn, dutyCallDays);
  if (today > last) return null;
  const usual = calendar.addWorkdays(deliveredOn, workdaysToCall);
  const first = usual < today ? calendar.onOrAfter(today) : usual;
  if (first <= last) return first;
  for (let day = last; day > deliveredOn && day >= today; day = addDays(day, -1))
    if (calendar.isWorkday(day)) return day;
  return calendar.onOrAfter(last);
}
