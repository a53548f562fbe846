import { makeBackupOfClosedBook } from '../../../db/backup.ts';
import type { OpenOptions } from '../../../db/open.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { Job } from '../../jobs/job.ts';
import { openCopied } from './open-copied.ts';

export interface PrepareOrder {
  readonly path: string;
  readonly options: OpenOptions;
  /** Where the copy before a migration goes. */
  readonly backupFolder: string;
  readonly now: Instant;
}

export interface Prepared {
  /** As in OpenedBook of db/open.ts: afterwards the file no longer says so. */
  readonly wasUnclean: boolean;
}

/** Brings a large book up to date, or reads its every page after a crash, so that then it opens at once. Nobody has it open. */
export const prepareBookJob: Job<PrepareOrder, Prepared> = ({ path, options, backupFolder, now }) => {
  const outcome = openCopied(path, options, (whole) =>
    makeBackupOfClosedBook(whole, { folder: backupFolder, reason: 'before_migration', now }),
  );
  if (!outcome.ok) return outcome;
  const { book, wasUnclean } = outcome.value;
  book.close();
  return ok({ wasUnclean });
};
