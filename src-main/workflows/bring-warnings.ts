import { liveCustomerCount } from '../../db/queries/book-facts.ts';
import { warningsGround, writeWarnings } from '../../db/search/bring-warnings-to-day.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import { ok } from '../../src-shared/core/result.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import type { BookSession } from '../features/book/book-session.ts';
import { bookDay } from '../features/settings/book-day.ts';
import type { Log } from '../ipc/app-services.ts';
import { turnOfOthers } from '../ipc/turn-of-others.ts';
import type { JobRunner, JobWatcher } from '../jobs/job-runner.ts';
import { setMoneyBack } from './set-money-back.ts';

export interface BringWarningsDeps {
  readonly session: BookSession;
  readonly jobs: JobRunner;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly log: Pick<Log, 'warn'>;
}

/** Customers written in one go on the main thread: some milliseconds, between which other work has its turn. */
const atOnce = 25;
/** Beyond so many a thread writes them, so many at a time: a save between two waits less than a second. Nor is so much done unsaid. */
const mostOnMainThread = 2_000;

export interface WarningsBringer {
  look(): Promise<void>;
  /** Before the app closes: a thread that still reads would keep the book's file open. */
  stop(): Promise<void>;
}

/**
 * `look` is to be called when a book was opened and every minute after: on a new day, and when tiers, holidays or the
 * zone changed, it looks in a thread whose warnings are others now, and writes those. On most days that is a few in a
 * hundred: how bad a warning is grows in steps. What is owed warns too, so a clock that was set back is looked for first.
 */
export function bringWarnings({ session, jobs, now, announce, log }: BringWarningsDeps): WarningsBringer {
  let seen = '';
  let lastDay: { readonly bookId: string; readonly today: CalendarDate } | null = null;
  let isStopped = false;
  let cancel: () => void = () => {};
  let running: Promise<void> | null = null;
  const watcher: JobWatcher = {
    progress: () => {},
    onCancel: (wish) => {
      cancel = wish;
    },
  };
  const sayStale = (areStale: boolean): void => {
    if (session.areWarningsStale === areStale) return;
    session.areWarningsStale = areStale;
    announce(['book']);
  };
  const bring = async (): Promise<void> => {
    const { opened } = session;
    if (!opened || opened.db.isReadOnly) return;
    const { db, bookId } = opened;
    const { today } = bookDay(db, now());
    const ground = `${bookId} ${today} ${warningsGround(db)}`;
    if (ground === seen) return;
    if (liveCustomerCount(db) > mostOnMainThread) sayStale(true);
    if (lastDay?.bookId !== bookId || today < lastDay.today) {
      const setBack = await setMoneyBack({ session, jobs, watcher }, db, today);
      if (!setBack.ok) {
        if (!isStopped) log.warn('money', `it could not be set back to ${today}: ${setBack.error.kind}`);
        return;
      }
      if (setBack.value > 0) announce(['customers', 'orders', 'receivables', 'payments', 'terms']);
    }
    lastDay = { bookId, today };
    const found = await jobs.run('staleWarnings', { today }, watcher);
    if (!found.ok) {
      if (isStopped) return;
      log.warn('warnings', `they could not be brought to ${today}: ${found.error.kind}`);
      return;
    }
    const { ids } = found.value;
    const isMany = ids.length > mostOnMainThread;
    const step = isMany ? mostOnMainThread : atOnce;
    for (let done = 0; done < ids.length && !isStopped; done += step) {
      const some = ids.slice(done, done + step);
      const written = await session.exclusively(async () => {
        if (session.opened?.db !== db) return ok({});
        if (isMany) return jobs.run('writeWarnings', { ids: some, today }, watcher);
        writeWarnings(db, some, today);
        return ok({});
      });
      if (!written.ok) {
        log.warn('warnings', `they could not be written: ${written.error.kind}`);
        return;
      }
      await turnOfOthers();
    }
    seen = ground;
    if (ids.length > 0) announce(['warnings']);
  };
  return {
    look: async () => {
      if (running || isStopped) return;
      running = bring();
      try {
        await running;
      } finally {
        running = null;
        sayStale(false);
      }
    },
    stop: async () => {
      isStopped = true;
      cancel();
      // What went wrong with it is said by `look`.
      await running?.catch(() => {});
    },
  };
}
