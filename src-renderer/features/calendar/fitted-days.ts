import type { EventInput } from '@fullcalendar/react';
import { type CalendarDate, daysBetween, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Chip, chipOf } from './calendar-chips.ts';
import { type CalendarView, shownDays } from './shown-days.ts';

/** In pixels, as visit-calendar.module.css and visit-chip.module.css set them. */
const lineHeight = { comfortable: 22, compact: 20 } as const;
const monthHead = 27;
const dayTop = 27;
/** Of a week or a day, the share of the height that visits without an hour may take. */
const anyTimeShare = { week: 0.25, day: 0.4 } as const;

/** How many entries a day has room for; null: any number, the view scrolls. */
export function linesFor(
  view: CalendarView,
  day: CalendarDate,
  height: number,
  density: keyof typeof lineHeight,
): number | null {
  const line = lineHeight[density];
  switch (view) {
    case 'agenda':
      return null;
    case 'week':
    case 'day':
      return Math.max(2, Math.floor((height * anyTimeShare[view]) / line));
    case 'month': {
      const row = (height - monthHead) / weeksOf(day);
      return Math.max(1, Math.floor((row - dayTop) / line));
    }
  }
}

function weeksOf(day: CalendarDate): number {
  const { from, to } = shownDays('month', day);
  return (daysBetween(from, to) + 1) / 7;
}

export type DayEntries = ReadonlyMap<CalendarDate, readonly EventInput[]>;

/** What stands on each day, in its order. `isTimed` counts too what has an hour of its own in the view. */
export function entriesByDay(events: readonly EventInput[], isTimed: boolean): DayEntries {
  const days = new Map<CalendarDate, EventInput[]>();
  for (const event of events) {
    const on = dayOfEvent(event);
    if (on === null || (event.allDay !== true && !isTimed)) continue;
    const day = days.get(on);
    if (day) day.push(event);
    else days.set(on, [event]);
  }
  for (const day of days.values()) day.sort((a, b) => compare(rankOf(a), rankOf(b)));
  return days;
}

/**
 * As many entries of a day as it has lines for; the last line of a fuller day says how many more there are. What is not
 * seen is not drawn: a month of a firm with twenty salespersons has a thousand.
 */
export function fitted(events: readonly EventInput[], byDay: DayEntries, lines: number | null): EventInput[] {
  if (lines === null) return [...events];
  const hidden = new Set<EventInput>();
  const links: EventInput[] = [];
  for (const [on, entries] of byDay) {
    if (entries.length <= lines) continue;
    const rest = entries.slice(lines - 1);
    for (const entry of rest) hidden.add(entry);
    links.push(moreEvent(on, rest));
  }
  return hidden.size === 0 ? [...events] : [...events.filter((event) => !hidden.has(event)), ...links];
}

function moreEvent(on: CalendarDate, rest: readonly EventInput[]): EventInput {
  const kinds = rest.map((event) => chipOf({ extendedProps: event })?.kind);
  const chip: Chip = {
    kind: 'more',
    on,
    count: rest.length,
    proposed: kinds.filter((kind) => kind === 'proposal').length,
  };
  return { id: `more:${on}`, start: on, allDay: true, editable: false, rank: '9', chip };
}

function dayOfEvent({ start }: EventInput): CalendarDate | null {
  return typeof start === 'string' ? parseCalendarDate(start.slice(0, 10)) : null;
}

function rankOf(event: EventInput): string {
  return typeof event.rank === 'string' ? event.rank : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
