import { isCalendarSpan } from '../../../src-shared/calendar/calendar-span.ts';
import { wantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { anniversariesSource, calendarItems } from './calendar-sources.ts';

export const calendarHandlers: HandlersOf<'calendar'> = {
  between: ({ session, user }, { persons, ...span }) =>
    isCalendarSpan(span)
      ? ok({ items: calendarItems(session.db(), user, span, wantedPersons(persons)) })
      : outOfRange('to'),
  occasions: ({ session, user }, { scope, ...span }) => {
    if (!isCalendarSpan(span)) return outOfRange('to');
    const persons = scope === 'mine' ? [user.id, null] : undefined;
    return ok({ items: anniversariesSource.itemsBetween(session.db(), span, persons) });
  },
};
