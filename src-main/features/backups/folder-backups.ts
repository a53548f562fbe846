import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '../../../db/backup.ts';
import type { Restored } from '../../../db/restore.ts';
import { type StorageError, storageErrorOf } from '../../../db/storage-error.ts';
import type { Backup, BackupReason } from '../../../src-shared/backups/backups-contract.ts';
import type { AppError, StorageReason } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Topic } from '../../../src-shared/ipc/topics.ts';
import type { JobRunner, JobWatcher } from '../../jobs/job-runner.ts';
import type { BackupStatus, BackupStore } from './backup-store.ts';

export interface FolderBackupsDeps {
  /** The book that is open; null while there is a problem with it. */
  readonly book: () => { readonly bookId: Id; readonly path: string } | null;
  /** Closes the book, lets the work at its file and opens it again. */
  readonly whileClosed: <T>(work: (path: string) => Promise<Result<T, AppError>>) => Promise<Result<T, AppError>>;
  readonly memory: { readonly backupFolder: string | null; saveBackupFolder(folder: string | null): Promise<void> };
  readonly defaultFolder: string;
  readonly migrationsFolder: string;
  readonly jobs: JobRunner;
  readonly now: () => Instant;
  /** A backup that nobody asked for (daily, before an import) changes what the window shows. */
  readonly announce: (topics: readonly Topic[]) => void;
}

/** Where backups lie unless the user chose a folder, a second disk for instance. */
export function defaultBackupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** The backups of the book that is open, in one folder; whatever reads a whole file runs in a job. */
export class FolderBackups implements BackupStore {
  readonly #deps: FolderBackupsDeps;
  /** Of one book: the newest in the folder and the last failure. Null: not looked at yet. */
  #known: { readonly bookId: Id; readonly status: BackupStatus } | null = null;

  constructor(deps: FolderBackupsDeps) {
    this.#deps = deps;
  }

  get folder(): string {
    return this.#deps.memory.backupFolder ?? this.#deps.defaultFolder;
  }

  get isDefaultFolder(): boolean {
    return this.#deps.memory.backupFolder === null;
  }

  status(): BackupStatus {
    const bookId = this.#deps.book()?.bookId;
    if (bookId === undefined) return { lastBackupAt: null, problem: null };
    if (this.#known?.bookId !== bookId) this.#known = { bookId, status: statusOf(this.list()) };
    return this.#known.status;
  }

  list(): Result<readonly Backup[], StorageError> {
    return listBackups(this.folder, this.#deps.book()?.bookId ?? null);
  }

  async make(reason: BackupReason, watcher: JobWatcher): Promise<Result<Backup, AppError>> {
    const { book, jobs, now, announce } = this.#deps;
    const present = book();
    if (!present) return err({ kind: 'storage', reason: 'file_missing' });
    const order = { bookPath: present.path, folder: this.folder, reason, now: now() };
    const outcome = await jobs.run('makeBackup', order, watcher);
    if (outcome.ok) this.#know(present.bookId, { lastBackupAt: outcome.value.at, problem: null });
    else if (outcome.error.kind === 'storage') this.#failed(present.bookId, outcome.error.reason);
    announce(['backups', 'book']);
    return outcome;
  }

  verify(fileName: string, watcher: JobWatcher): Promise<Result<Backup['state'], AppError>> {
    return this.#deps.jobs.run('verifyBackup', { folder: this.folder, fileName }, watcher);
  }

  async restore(fileName: string, watcher: JobWatcher): Promise<Result<Restored, AppError>> {
    const { jobs, migrationsFolder, now, whileClosed } = this.#deps;
    const { folder } = this;
    const outcome = await whileClosed((bookPath) =>
      jobs.run('restoreBackup', { bookPath, folder, fileName, now: now(), migrationsFolder }, watcher),
    );
    this.#known = null;
    return outcome;
  }

  async moveTo(folder: string | null): Promise<Result<null, AppError>> {
    const refused = folder === null ? null : cannotWriteTo(folder);
    if (refused) return err(refused);
    await this.#deps.memory.saveBackupFolder(folder);
    this.#known = null;
    return ok(null);
  }

  #know(bookId: Id, status: BackupStatus): void {
    this.#known = { bookId, status };
  }

  #failed(bookId: Id, problem: StorageReason): void {
    this.#know(bookId, { lastBackupAt: this.status().lastBackupAt, problem });
  }
}

/** The newest good one; a folder that cannot be read is itself the problem. */
function statusOf(listed: Result<readonly Backup[], StorageError>): BackupStatus {
  if (!listed.ok) return { lastBackupAt: null, problem: listed.error.reason };
  return { lastBackupAt: listed.value.find(({ state }) => state === 'good')?.at ?? null, problem: null };
}

function cannotWriteTo(folder: string): StorageError | null {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return null;
  } catch (cause) {
    const known = storageErrorOf(cause);
    if (!known) throw cause;
    return known;
  }
}
