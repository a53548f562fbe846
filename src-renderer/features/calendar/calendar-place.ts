import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { dayOfWidget, timeOfWidget } from './shown-days.ts';

/** A place in the calendar. `time` null: the day, at no hour. */
export interface CalendarPlace {
  readonly on: CalendarDate;
  readonly time: string | null;
}

/** Where the widget says that something stands. */
export function placeOf(start: Date, isAllDay: boolean): CalendarPlace {
  return { on: dayOfWidget(start), time: isAllDay ? null : timeOfWidget(start) };
}
