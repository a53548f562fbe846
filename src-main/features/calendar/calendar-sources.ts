import type { ReadDb } from '../../../db/open.ts';
import { occasionsBetween } from '../../../db/queries/occasions.ts';
import { visitEntriesBetween } from '../../../db/queries/visit-entries.ts';
import type { CalendarItem, CalendarItemKind } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';

type ItemOf<K extends CalendarItemKind> = Extract<CalendarItem, { readonly kind: K }>;

/** Where items of one kind come from. A later area (receivables that fall due) adds its own and its line below. */
export interface CalendarSource<K extends CalendarItemKind> {
  readonly kind: K;
  /** By day. Runs on the main thread: it reads by an index, whatever the size of the book. */
  itemsBetween(db: ReadDb, span: CalendarSpan, persons: WantedPersons): readonly ItemOf<K>[];
}

export type AnyCalendarSource = { [K in CalendarItemKind]: CalendarSource<K> }[CalendarItemKind];

const visitsSource: CalendarSource<'visit'> = {
  kind: 'visit',
  itemsBetween: (db, span, persons) =>
    visitEntriesBetween(db, span, persons).map((entry) => ({ kind: 'visit', on: entry.plan.plannedOn, entry })),
};

/** Birthdays and anniversaries, of the persons' customers. */
export const anniversariesSource: CalendarSource<'anniversary'> = {
  kind: 'anniversary',
  itemsBetween: (db, span, persons) =>
    occasionsBetween(db, span, persons).map((occasion) => ({ kind: 'anniversary', on: occasion.on, occasion })),
};

const calendarSources: readonly AnyCalendarSource[] = [anniversariesSource, visitsSource];

/** Everything on the days of a span; by day, and within a day source by source. */
export function calendarItems(
  db: ReadDb,
  span: CalendarSpan,
  persons: WantedPersons,
  sources: readonly AnyCalendarSource[] = calendarSources,
): readonly CalendarItem[] {
  const items = sources.flatMap<CalendarItem>((source) => source.itemsBetween(db, span, persons));
  // Stable: the order of a source stays.
  return items.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
