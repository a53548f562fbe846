import type { ReadDb } from '../../../db/open.ts';
import { daysDue } from '../../../db/queries/money/days-due.ts';
import { occasionsBetween } from '../../../db/queries/occasions.ts';
import { visitEntriesBetween } from '../../../db/queries/visit-entries.ts';
import type { CalendarItem, CalendarItemKind } from '../../../src-shared/calendar/calendar-item.ts';
import type { CalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import { type Right, reachOf } from '../../../src-shared/users/rights.ts';
import type { CurrentUser } from '../../ipc/handler-context.ts';
import { ownersWithinReach } from '../../ipc/reachable-customer.ts';

type ItemOf<K extends CalendarItemKind> = Extract<CalendarItem, { readonly kind: K }>;

/** Where items of one kind come from. A later area adds its own and its line below. */
export interface CalendarSource<K extends CalendarItemKind> {
  readonly kind: K;
  /** Who has it not sees no such items; who has it for own customers sees those of own and nobody's. */
  readonly right: Right;
  /** By day. Runs on the main thread, a day at a time (read-by-day.ts): it reads by an index, whatever the size of the book. */
  itemsBetween(db: ReadDb, span: CalendarSpan, persons: WantedPersons): readonly ItemOf<K>[];
}

export type AnyCalendarSource = { [K in CalendarItemKind]: CalendarSource<K> }[CalendarItemKind];

const visitsSource: CalendarSource<'visit'> = {
  kind: 'visit',
  right: 'customers.read',
  itemsBetween: (db, span, persons) =>
    visitEntriesBetween(db, span, persons).map((entry) => ({ kind: 'visit', on: entry.plan.plannedOn, entry })),
};

/** Birthdays and anniversaries, of the persons' customers. */
export const anniversariesSource: CalendarSource<'anniversary'> = {
  kind: 'anniversary',
  right: 'customers.read',
  itemsBetween: (db, span, persons) =>
    occasionsBetween(db, span, persons).map((occasion) => ({ kind: 'anniversary', on: occasion.on, occasion })),
};

/** What is open and falls due, a day in one item; of the persons' customers. */
const dueSource: CalendarSource<'due'> = {
  kind: 'due',
  right: 'money.read',
  itemsBetween: (db, span, persons) => daysDue(db, span, persons).map(({ on, ...due }) => ({ kind: 'due', on, due })),
};

const calendarSources: readonly AnyCalendarSource[] = [anniversariesSource, dueSource, visitsSource];

/** Everything on the days of a span that the viewer may see; by day, and within a day source by source. */
export function calendarItems(
  db: ReadDb,
  viewer: Pick<CurrentUser, 'id' | 'role'>,
  span: CalendarSpan,
  persons: WantedPersons,
  sources: readonly AnyCalendarSource[] = calendarSources,
): readonly CalendarItem[] {
  const items = sources.flatMap<CalendarItem>((source) => {
    const reach = reachOf(viewer.role, source.right);
    if (!reach) return [];
    return source.itemsBetween(db, span, ownersWithinReach({ reach, userId: viewer.id }, 'all', persons));
  });
  // Stable: the order of a source stays.
  return items.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
