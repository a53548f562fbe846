import { isCalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { readByDay } from '../../ipc/read-by-day.ts';
import { anniversariesSource, calendarItems } from './calendar-sources.ts';

export const calendarHandlers: HandlersOf<'calendar'> = {
  between: async ({ session, user }, { persons, ...span }) => {
    if (!isCalendarSpan(span)) return outOfRange('to');
    const wanted = wantedPersons(persons);
    const items = await readByDay(
      () => session.db(),
      span,
      (db, day) => calendarItems(db, user, day, wanted),
    );
    return ok({ items });
  },
  occasions: async ({ session, user }, { scope, ...span }) => {
    if (!isCalendarSpan(span)) return outOfRange('to');
    const persons = scope === 'mine' ? [user.id, null] : undefined;
    const items = await readByDay(
      () => session.db(),
      span,
      (db, day) => anniversariesSource.itemsBetween(db, day, persons),
    );
    return ok({ items });
  },
};
