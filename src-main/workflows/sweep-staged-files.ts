import { rmSync } from 'node:fs';
import { attachedFiles } from '../../db/attachments/attached-files.ts';
import { filesFolderOf, isOlder, storedHashes, storedPath } from '../../db/attachments/stored-files.ts';
import { storageErrorOf } from '../../db/storage-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { type Instant, instantToMs } from '../../src-shared/core/instant.ts';
import type { BookSession } from '../features/book/book-session.ts';
import type { WorkspaceStore } from '../features/workspace/workspace-store.ts';
import type { RunningJobs } from '../ipc/running-jobs.ts';

export interface SweepDeps {
  readonly session: BookSession;
  readonly workspace: Pick<WorkspaceStore, 'draftsOfBook'>;
  readonly runningJobs: Pick<RunningJobs, 'count'>;
  readonly now: () => Instant;
}

/**
 * How long a file that was chosen and never saved stays. Not a day: after a book was damaged and an older backup took
 * its place, the damaged one's latest attachments lie nowhere but here.
 */
const keptMs = 30 * 86_400_000;

/**
 * Gives the function to call when a book was opened and every minute after: once for each book that is opened, in a
 * moment without jobs, it removes the files beside it that were chosen for a talk and never saved. What a draft still
 * holds stays, and so does what a row in the bin names. Answers how many were removed.
 */
export function sweepStagedFiles({ session, workspace, runningJobs, now }: SweepDeps): () => Promise<number> {
  let swept: Id | null = null;
  return async () => {
    if (!session.opened || session.opened.bookId === swept || runningJobs.count > 0) return 0;
    return session.exclusively(() => {
      const { opened } = session;
      if (!opened) return 0;
      swept = opened.bookId;
      const folder = filesFolderOf(opened.path);
      const inDrafts = JSON.stringify(workspace.draftsOfBook(opened.bookId));
      const nowMs = instantToMs(now());
      const named = new Set(attachedFiles(opened.db.sqlite).map(({ sha256 }) => sha256));
      const left = storedHashes(folder)
        .filter((sha256) => !named.has(sha256) && !inDrafts.includes(sha256))
        .map((sha256) => storedPath(folder, sha256))
        .filter((path) => isOlder(path, nowMs, keptMs));
      return left.filter(removed).length;
    });
  };
}

/** False: another program holds it, or the folder cannot be written to; the next start tries again. */
function removed(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch (error) {
    if (!storageErrorOf(error)) throw error;
    return false;
  }
}
