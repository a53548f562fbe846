import { occasionsBetween } from '../../../db/queries/occasions.ts';
import type { CalendarSource } from './calendar-sources.ts';

/** Birthdays and other days that come back; of the customers of the persons asked for. */
export const anniversarySource: CalendarSource<'anniversary'> = {
  kind: 'anniversary',
  itemsBetween: (db, span, persons) =>
    occasionsBetween(db, span, persons).map((occasion) => ({ kind: 'anniversary', on: occasion.on, occasion })),
};
