import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  daysInMonth,
  partsOf,
  weekdayOf,
} from '../../../src-shared/core/calendar-date.ts';

export const calendarViews = ['month', 'week', 'day', 'agenda'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** Both days belong to it. */
export interface ShownDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Weeks begin on Monday. */
export function mondayOf(day: CalendarDate): CalendarDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** The days a view draws around a day: a month with the rest of its first and last week, an agenda the month alone. */
export function shownDays(view: CalendarView, day: CalendarDate): ShownDays {
  switch (view) {
    case 'month': {
      const month = monthOf(day);
      return { from: mondayOf(month.from), to: addDays(mondayOf(month.to), 6) };
    }
    case 'week':
      return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
    case 'day':
      return { from: day, to: day };
    case 'agenda':
      return monthOf(day);
  }
}

function monthOf(day: CalendarDate): ShownDays {
  const { year, month, day: ofMonth } = partsOf(day);
  const first = addDays(day, 1 - ofMonth);
  return { from: first, to: calendarDate(year, month, daysInMonth(year, month)) ?? day };
}

/** The day to stand on after `steps` pages forward or, negative, back. */
export function pagedDay(view: CalendarView, day: CalendarDate, steps: number): CalendarDate {
  switch (view) {
    case 'month':
    case 'agenda':
      return addMonths(day, steps);
    case 'week':
      return addDays(day, steps * 7);
    case 'day':
      return addDays(day, steps);
  }
}

/** A calendar day as the Date that stands for it in the calendar widget, whose zone is UTC. */
export function widgetDate(day: CalendarDate): Date {
  const { year, month, day: ofMonth } = partsOf(day);
  return new Date(Date.UTC(year, month - 1, ofMonth));
}

/** The day of a Date of the calendar widget. Throws RangeError outside the years 1–9999, which it never shows. */
export function dayOfWidget(date: Date): CalendarDate {
  const day = calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (!day) throw new RangeError(`${date.getTime()} is on no calendar day`);
  return day;
}

/** `HH:MM` of a Date of the calendar widget. */
export function timeOfWidget(date: Date): string {
  return `${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}

/** What the page is called: the month, the week's first and last day, or the day. */
export function titleOf(view: CalendarView, day: CalendarDate, language: string): string {
  const { from, to } = shownDays(view, day);
  if (view === 'month' || view === 'agenda') {
    return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      widgetDate(day),
    );
  }
  if (view === 'day') {
    // Written in full an English day takes the room of the buttons beside it.
    const length = language.startsWith('zh') ? 'long' : 'short';
    return new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month: length,
      day: 'numeric',
      weekday: length,
      timeZone: 'UTC',
    }).format(widgetDate(day));
  }
  if (!language.startsWith('zh')) {
    return new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }).formatRange(widgetDate(from), widgetDate(to));
  }
  // Of a span the platform's Chinese makes `2026/9/14 – 2026/9/20`.
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const last = new Intl.DateTimeFormat(language, {
    ...(isOneMonth ? {} : { month: 'long' }),
    day: 'numeric',
    timeZone: 'UTC',
  });
  return `${first.format(widgetDate(from))} – ${last.format(widgetDate(to))}`;
}

const dayOfMonthForms = new Map<string, Intl.DateTimeFormat>();

/** `9月1日`, `Sep 1`. */
export function dayOfMonthText(day: CalendarDate, language: string): string {
  let form = dayOfMonthForms.get(language);
  if (!form) {
    form = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
    dayOfMonthForms.set(language, form);
  }
  return form.format(widgetDate(day));
}
