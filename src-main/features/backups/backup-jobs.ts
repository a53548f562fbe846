import { makeBackup, verifyBackup } from '../../../db/backup.ts';
import { type Restored, type RestoreRequest, restoreBackup } from '../../../db/restore.ts';
import type { Backup, BackupReason } from '../../../src-shared/backups/backups-contract.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { Job } from '../../jobs/job.ts';

export interface MakeBackupOrder {
  readonly bookPath: string;
  readonly folder: string;
  readonly reason: BackupReason;
  readonly now: Instant;
}

/** Copies the open book through a connection of its own while others go on writing. */
export const makeBackupJob: Job<MakeBackupOrder, Backup> = async ({ bookPath, ...request }, control) => {
  const outcome = await makeBackup(bookPath, {
    ...request,
    onProgress: (done, total) =>
      control.progress({ stage: 'copying', fraction: total === 0 ? null : done / total, done, total, leftMs: null }),
    onFile: (done, total) =>
      control.progress({ stage: 'copying', fraction: total === 0 ? null : done / total, done, total, leftMs: null }),
    isCancelled: () => control.isCancelled(),
  });
  return outcome;
};

export const verifyBackupJob: Job<{ readonly folder: string; readonly fileName: string }, Backup['state']> = (
  { folder, fileName },
  control,
) => {
  control.progress({ stage: 'verifying', fraction: null, done: null, total: null, leftMs: null });
  return verifyBackup(folder, fileName);
};

/** The book is closed by everyone while this runs. It cannot be cancelled half way, and asks for nothing meanwhile. */
export const restoreBackupJob: Job<RestoreRequest, Restored> = (request, control) => {
  control.progress({ stage: 'copying', fraction: null, done: null, total: null, leftMs: null });
  return restoreBackup(request);
};
