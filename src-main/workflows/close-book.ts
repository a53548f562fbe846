import type { Instant } from '../../src-shared/core/instant.ts';
import type { BackupStore } from '../features/backups/backup-store.ts';
import type { BookSession, OpenedBook } from '../features/book/book-session.ts';
import type { Log } from '../ipc/app-services.ts';
import type { RunningJobs } from '../ipc/running-jobs.ts';
import type { JobWatcher } from '../jobs/job-runner.ts';
import { hasChangedSince } from './daily-backup.ts';

export interface ClosingDeps {
  readonly session: BookSession;
  readonly backups: Pick<BackupStore, 'status' | 'make'>;
  readonly runningJobs: RunningJobs;
  readonly log: Log;
  /** How long the jobs' end and the backup may take each, before the app closes without them. */
  readonly patienceMs: number;
}

/**
 * The end of the app's work: jobs are asked to stop, a changed book is backed up, the file is closed (which merges its
 * log). Whatever does not end in time is left behind: the file is safe without it, and a PC that shuts down will not wait.
 */
export async function closeBook({ session, backups, runningJobs, log, patienceMs }: ClosingDeps): Promise<void> {
  runningJobs.cancelAll();
  const isQuiet = await within(
    patienceMs,
    session.exclusively(() => {}),
  );
  if (!isQuiet) log.warn('quit', 'a job did not stop in time');
  const { opened } = session;
  if (isQuiet && opened && isWorthABackup(opened, backups.status().lastBackupAt)) {
    await backupWithin(patienceMs, backups, log);
  }
  if (isQuiet) await session.close();
}

/** Something was written since it was opened. What was written before is the daily backup's, so that a short look stays short. */
function isWorthABackup(opened: OpenedBook, lastBackupAt: Instant | null): boolean {
  return !opened.isSample && hasChangedSince(opened, opened.openedAt) && hasChangedSince(opened, lastBackupAt);
}

async function backupWithin(patienceMs: number, backups: ClosingDeps['backups'], log: Log): Promise<void> {
  let stop: () => void = () => {};
  const watcher: JobWatcher = {
    progress: () => {},
    onCancel: (cancel) => {
      stop = cancel;
    },
  };
  const made = backups.make('at_quit', watcher).catch((cause: unknown) => void log.error('backup at quit', cause));
  if (await within(patienceMs, made)) return;
  log.warn('quit', 'the backup did not end in time');
  stop();
  await within(patienceMs / 4, made);
}

/** False: it took longer. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), ms);
  try {
    return await Promise.race([work.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
