import { lastEntryAt } from '../../db/queries/book-facts.ts';
import { dayOfInstant, type Instant, instantToMs } from '../../src-shared/core/instant.ts';
import type { BackupStore } from '../features/backups/backup-store.ts';
import type { BookSession, OpenedBook } from '../features/book/book-session.ts';
import { readBookSettings } from '../features/settings/book-settings.ts';
import { unwatched } from '../jobs/job-runner.ts';

/** Not while the user is just sitting down: the first minutes of the day belong to them. */
const quietStartMs = 2 * 60_000;
/** After a failure (a full disk, a folder that is gone) the next try waits this long. */
const retryAfterMs = 60 * 60_000;

export interface DailyBackupDeps {
  readonly session: BookSession;
  readonly backups: Pick<BackupStore, 'status' | 'make'>;
  readonly now: () => Instant;
}

/** Gives the function to call every minute: it makes a backup when the book has changed and has none of today yet. */
export function dailyBackup({ session, backups, now }: DailyBackupDeps): () => Promise<void> {
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let isMaking = false;
  return async () => {
    const { opened } = session;
    const at = now();
    if (!opened || isMaking || instantToMs(at) - triedAtMs < retryAfterMs) return;
    if (!isDue(opened, backups.status().lastBackupAt, at)) return;
    triedAtMs = instantToMs(at);
    isMaking = true;
    try {
      await backups.make('daily', unwatched);
    } finally {
      isMaking = false;
    }
  };
}

function isDue(opened: OpenedBook, lastBackupAt: Instant | null, now: Instant): boolean {
  if (opened.isSample || instantToMs(now) - instantToMs(opened.openedAt) < quietStartMs) return false;
  if (!hasChangedSince(opened, lastBackupAt)) return false;
  const { timeZone } = readBookSettings(opened.db);
  return lastBackupAt === null || dayOfInstant(lastBackupAt, timeZone) !== dayOfInstant(now, timeZone);
}

/** Whether anything was written that no backup holds. A copy of what is copied already would push out an older one. */
export function hasChangedSince({ db }: OpenedBook, lastBackupAt: Instant | null): boolean {
  const changedAt = lastEntryAt(db);
  return changedAt !== null && (lastBackupAt === null || changedAt >= lastBackupAt);
}
