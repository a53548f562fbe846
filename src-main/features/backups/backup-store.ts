import type { Restored } from '../../../db/restore.ts';
import type { Backup, BackupReason } from '../../../src-shared/backups/backups-contract.ts';
import type { AppError, StorageReason } from '../../../src-shared/core/app-error.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import type { JobWatcher } from '../../jobs/job-runner.ts';

/** What the shell says of the backups of the book that is open. */
export interface BackupStatus {
  /** Null: none of this book lies in the folder. */
  readonly lastBackupAt: Instant | null;
  /** Why the last try failed; null when it did not. */
  readonly problem: StorageReason | null;
}

/** The copies of the book in one folder, which the user can choose. */
export interface BackupStore {
  readonly folder: string;
  readonly isDefaultFolder: boolean;
  status(): BackupStatus;
  /** The newest first. A folder that cannot be read is a storage error, one that is not there is empty. */
  list(): Result<readonly Backup[], AppError>;
  make(reason: BackupReason, watcher: JobWatcher): Promise<Result<Backup, AppError>>;
  /** Reads every page of the copy, its SHA-256 and that of each attachment. */
  verify(fileName: string, watcher: JobWatcher): Promise<Result<Backup['state'], AppError>>;
  /** Puts the copy in the book's place; the present one is copied first and listed as `savedAs`. */
  restore(fileName: string, watcher: JobWatcher): Promise<Result<Restored, AppError>>;
  /** Null: the default folder. Refuses a folder that cannot be written to. */
  moveTo(folder: string | null): Promise<Result<null, AppError>>;
}
