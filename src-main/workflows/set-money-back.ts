import type { AppDb } from '../../db/open.ts';
import { writeMoneyOfDay } from '../../db/search/bring-money-to-day.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { ok, type Result } from '../../src-shared/core/result.ts';
import type { BookSession } from '../features/book/book-session.ts';
import { turnOfOthers } from '../ipc/turn-of-others.ts';
import type { JobRunner, JobWatcher } from '../jobs/job-runner.ts';

export interface SetMoneyBackDeps {
  readonly session: BookSession;
  readonly jobs: JobRunner;
  readonly watcher: JobWatcher;
}

/** Customers written in one go on the main thread: some milliseconds, between which other work has its turn. */
const atOnce = 25;

/**
 * What is owed is kept as of today and brought forward by itself. When the clock of the PC was ahead and is set right,
 * it is kept of a day still to come, and nothing in the book says so: it is looked for in a thread. Gives of how many.
 */
export async function setMoneyBack(
  { session, jobs, watcher }: SetMoneyBackDeps,
  db: AppDb,
  today: CalendarDate,
): Promise<Result<number, AppError>> {
  const found = await jobs.run('moneyOfLaterDay', { today }, watcher);
  if (!found.ok) return found;
  const { ids } = found.value;
  for (let done = 0; done < ids.length; done += atOnce) {
    await session.exclusively(() => {
      if (session.opened?.db === db) writeMoneyOfDay(db, ids.slice(done, done + atOnce), today);
    });
    await turnOfOthers();
  }
  return ok(ids.length);
}
