import { bringMoneyToDay } from '../../db/search/bring-money-to-day.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { dayOfInstant, type Instant } from '../../src-shared/core/instant.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import type { BookSession } from '../features/book/book-session.ts';
import { readBookSettings } from '../features/settings/book-settings.ts';

export interface NewDayDeps {
  readonly session: BookSession;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
}

/**
 * Gives the function to call every minute: when the book's day has changed since the last look, what counts in days is
 * stale, and what is owed from that day on is owed. Looking at the clock, and not a timer set for midnight: a PC that slept would be late.
 */
export function newDay({ session, now, announce }: NewDayDeps): () => void {
  let seen: { readonly bookId: string; readonly today: CalendarDate } | null = null;
  return () => {
    const { opened } = session;
    const at = now();
    const today = opened && {
      bookId: opened.bookId,
      today: dayOfInstant(at, readBookSettings(opened.db).timeZone),
    };
    const isNew = today !== null && today.bookId === seen?.bookId && today.today !== seen.today;
    // Before it counts as seen: when a job holds the book, the next minute tries again.
    if (opened && isNew) bringMoneyToDay(opened.db, at);
    seen = today;
    if (isNew) announce(['book', 'customers', 'visit_plans', 'orders', 'receivables', 'payments', 'terms', 'warnings']);
  };
}
