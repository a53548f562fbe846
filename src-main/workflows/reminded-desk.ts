import { occasionsBetween } from '../../db/queries/occasions.ts';
import { workCalendarOf } from '../../db/queries/work-calendar.ts';
import type { Occasion } from '../../src-shared/calendar/calendar-item.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { ComingOccasion } from '../../src-shared/reminders/reminder-material.ts';
import type { BookSession } from '../features/book/book-session.ts';
import type { RemindedDesk } from '../features/reminders/reminder-service.ts';
import { bookDay } from '../features/settings/book-day.ts';
import { currentUser, type Seats } from '../features/users/current-user.ts';

/** Looks anew at each call: book, user and day all change in a running app. */
export function remindedDesk(session: BookSession, seats: Seats, now: () => Instant): () => RemindedDesk | null {
  return () => {
    const { opened } = session;
    const user = currentUser(session, seats);
    if (!opened || !user) return null;
    const { db, bookId, isSample } = opened;
    const { today, timeZone } = bookDay(db, now());
    return {
      db,
      bookId,
      userId: user.id,
      isSample,
      today,
      timeZone,
      isWorkday: (day) => workCalendarOf(db).isWorkday(day),
      occasions: (span, ownerId) =>
        occasionsBetween(db, span, ownerId === null ? undefined : [ownerId, null]).flatMap(toComing),
    };
  };
}

/**
 * Only days that somebody entered: the yearly return of each customer's first day stands in 今日, and popping up for
 * every customer of a large book it would teach people to click reminders away.
 */
function toComing({ source, customerId, customerName, contactName, phone, on }: Occasion): readonly ComingOccasion[] {
  if (source.kind !== 'stored') return [];
  const { id, kind, title } = source.anniversary;
  return [{ id, customerId, customerName, contactName, phone, kind, title, on }];
}
