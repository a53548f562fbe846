import { afterEach, describe, expect, it } from 'vitest';
import { openTestBook } from '../../db/testing/open-test-book.ts';
import { newId } from '../../src-shared/core/id.ts';
import { type Instant, instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { ok } from '../../src-shared/core/result.ts';
import type { BackupStore } from '../features/backups/backup-store.ts';
import { BookSession } from '../features/book/book-session.ts';
import { RunningJobs } from '../ipc/running-jobs.ts';
import type { JobWatcher } from '../jobs/job-runner.ts';
import { closeBook } from './close-book.ts';
import { dailyBackup } from './daily-backup.ts';
import { newDay } from './new-day.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A book behind a session, and a store that writes down which backups were asked for. */
function setUp(make: (watcher: JobWatcher) => Promise<void> = async () => {}, openedAfterMs = 0) {
  const test = openTestBook();
  let nowMs = instantToMs(test.now) + openedAfterMs;
  let lastBackupAt: Instant | null = null;
  const made: string[] = [];
  const warned: string[] = [];
  const session = new BookSession({
    db: test.book,
    bookId: newId(),
    path: ':memory:',
    isSample: false,
    openedAt: instantFromMs(nowMs),
    warnings: [],
  });
  const backups: Pick<BackupStore, 'status' | 'make'> = {
    status: () => ({ lastBackupAt, problem: null }),
    make: async (reason, watcher) => {
      made.push(reason);
      await make(watcher);
      lastBackupAt = instantFromMs(nowMs);
      return ok({
        fileName: 'a.keben',
        at: lastBackupAt,
        reason,
        bytes: 1,
        customers: 0,
        followUps: 0,
        attachments: 0,
        lastFollowUpAt: null,
        appVersion: '1',
        state: 'good',
      });
    },
  };
  const runningJobs = new RunningJobs();
  const now = () => instantFromMs(nowMs);
  const log = { error: () => 'ref', warn: (_where: string, what: string) => void warned.push(what) };
  return {
    test,
    session,
    made,
    warned,
    runningJobs,
    pass: (ms: number) => {
      nowMs += ms;
    },
    now,
    backedUp: (at: Instant | null) => {
      lastBackupAt = at;
    },
    tick: dailyBackup({ session, backups, now }),
    close: (patienceMs = 500) => closeBook({ session, backups, runningJobs, log, patienceMs }),
  };
}

let open: ReturnType<typeof setUp> | null = null;
afterEach(async () => {
  await open?.session.close();
  open = null;
});
const start = (make?: (watcher: JobWatcher) => Promise<void>, openedAfterMs?: number) => {
  open = setUp(make, openedAfterMs);
  return open;
};

describe('closeBook', () => {
  it('backs a changed book up and closes it', async () => {
    const app = start();
    await app.close();
    expect(app.made).toEqual(['at_quit']);
    expect(app.session.opened).toBeNull();
    expect(app.test.book.sqlite.open).toBe(false);
  });

  it('makes no second backup of what is backed up', async () => {
    const app = start();
    app.pass(minute);
    app.backedUp(app.now());
    await app.close();
    expect(app.made).toEqual([]);
    expect(app.session.opened).toBeNull();
  });

  it('makes none of a book that was only looked at', async () => {
    const app = start(undefined, hour);
    await app.close();
    expect(app.made).toEqual([]);
    expect(app.session.opened).toBeNull();
  });

  it('asks the jobs to stop and waits for the one that writes', async () => {
    const app = start();
    const job = app.runningJobs.start('1', () => {});
    const seen: string[] = [];
    const writing = app.session.exclusively(
      () =>
        new Promise<void>((resolve) => {
          job?.onCancel(() => {
            seen.push('asked to stop');
            setTimeout(() => {
              seen.push('stopped');
              resolve();
            }, 30);
          });
        }),
    );
    await app.close();
    expect(seen).toEqual(['asked to stop', 'stopped']);
    expect(app.session.opened).toBeNull();
    await writing;
  });

  it('does not wait for ever for a backup, and asks it to stop', async () => {
    let stopped = false;
    const app = start(
      (watcher) =>
        new Promise((resolve) => {
          watcher.onCancel(() => {
            stopped = true;
            resolve();
          });
        }),
    );
    await app.close(40);
    expect(stopped).toBe(true);
    expect(app.session.opened).toBeNull();
    expect(app.warned).toEqual(['the backup did not end in time']);
  });

  it('goes without closing the file when a job does not stop', async () => {
    const app = start();
    const stuck = Promise.withResolvers<void>();
    const writing = app.session.exclusively(() => stuck.promise);
    await app.close(40);
    expect(app.warned).toEqual(['a job did not stop in time']);
    expect(app.made).toEqual([]);
    stuck.resolve();
    await writing;
  });
});

describe('dailyBackup', () => {
  it('leaves the first minutes to the user, then makes one a day', async () => {
    const app = start();
    await app.tick();
    app.pass(3 * minute);
    await app.tick();
    await app.tick();
    expect(app.made).toEqual(['daily']);
    app.pass(2 * hour);
    app.test.aCustomer();
    await app.tick();
    expect(app.made).toEqual(['daily']);
  });

  it('makes the next one when the day of the book is another and something was written', async () => {
    const app = start();
    app.pass(3 * minute);
    await app.tick();
    app.pass(24 * hour);
    await app.tick();
    expect(app.made).toEqual(['daily']);
    app.backedUp(app.test.now);
    await app.tick();
    expect(app.made).toEqual(['daily', 'daily']);
  });

  it('waits an hour after a failure', async () => {
    const app = start(() => Promise.reject(new Error('disk')));
    app.pass(3 * minute);
    await expect(app.tick()).rejects.toThrow('disk');
    app.pass(30 * minute);
    await app.tick();
    expect(app.made).toEqual(['daily']);
    app.pass(31 * minute);
    await expect(app.tick()).rejects.toThrow('disk');
    expect(app.made).toEqual(['daily', 'daily']);
  });

  it('makes no two at once', async () => {
    const wait = Promise.withResolvers<void>();
    const app = start(() => wait.promise);
    app.pass(3 * minute);
    const first = app.tick();
    app.pass(2 * hour);
    await app.tick();
    expect(app.made).toEqual(['daily']);
    wait.resolve();
    await first;
  });
});

describe('newDay', () => {
  it('tells the windows once when the day of the book turns, in its own zone', () => {
    const { session, now, pass } = start();
    const announced: unknown[] = [];
    const look = newDay({ session, now, announce: (topics) => announced.push(topics) });
    // 16:00 in Shanghai: eight hours of this day are left, and in Greenwich sixteen.
    look();
    pass(7 * hour + 59 * minute);
    look();
    expect(announced).toEqual([]);
    pass(2 * minute);
    look();
    look();
    expect(announced).toEqual([
      ['book', 'customers', 'visit_plans', 'orders', 'receivables', 'payments', 'terms', 'warnings'],
    ]);
  });
});
