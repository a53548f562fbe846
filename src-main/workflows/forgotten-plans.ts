import { forgottenPlanIds } from '../../db/queries/forgotten-plans.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { missedBefore } from '../../src-shared/visits/missed.ts';
import type { BookSession } from '../features/book/book-session.ts';
import { bookDay } from '../features/settings/book-day.ts';
import { markForgottenPlans } from '../features/visits/mark-forgotten-plans.ts';
import type { Log } from '../ipc/app-services.ts';
import { type JobRunner, unwatched } from '../jobs/job-runner.ts';
import { customersOnMainThread } from './change-at-size.ts';

export interface ForgottenPlansDeps {
  readonly session: BookSession;
  readonly jobs: JobRunner;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Gives the function to call when a book was opened and every minute after: once on each day of the book it calls
 * missed what nobody kept for 30 days (domain §6). One batch of the app's own: history says so, and it can be undone.
 */
export function forgottenPlans({ session, jobs, now, announce, log }: ForgottenPlansDeps): () => Promise<void> {
  let seen: { readonly bookId: string; readonly today: CalendarDate } | null = null;
  return async () => {
    const { opened } = session;
    if (!opened) return;
    const { db, bookId } = opened;
    const at = now();
    const { today } = bookDay(db, at);
    if (seen?.bookId === bookId && seen.today === today) return;
    seen = { bookId, today };
    const before = missedBefore(today);
    // Most days there are none or a handful; after a long absence they may be thousands.
    const few = forgottenPlanIds(db, before, customersOnMainThread + 1);
    if (few.length === 0) return;
    const request = { source: 'system', userId: null, now: at } as const;
    const outcome =
      few.length > customersOnMainThread
        ? await session.exclusively(() => jobs.run('markForgottenPlans', { before, request }, unwatched))
        : await session.write(request, (write) => markForgottenPlans(write, before));
    if (outcome.ok) announce(['customers', 'visit_plans', 'history', 'reminders']);
    else log.warn('visits', `plans that nobody kept could not be called missed: ${outcome.error.kind}`);
  };
}
