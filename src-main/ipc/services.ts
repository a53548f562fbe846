import type { AppInfo } from '../../src-shared/book/book-contract.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { BackupStore } from '../features/backups/backup-store.ts';
import type { WorkspaceStore } from '../features/workspace/workspace-store.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { RunningJobs } from '../jobs/job-control.ts';
import type { Log } from '../files/log.ts';

/** The window's dialogs. Null: the user closed the dialog. */
export interface Dialogs {
  openSpreadsheet(): Promise<string | null>;
  saveWorkbook(proposedName: string): Promise<string | null>;
  openFolder(startIn: string): Promise<string | null>;
}

/** What leaves the app for the desktop. */
export interface Desktop {
  /** https:, mailto: and tel: only; anything else is a validation error on `url`. */
  openLink(url: string): Promise<Result<null, AppError>>;
  showInFolder(path: string): void;
  openFolder(path: string): Promise<Result<null, AppError>>;
  copyText(text: string): void;
}

/** Effects behind interfaces, so that handlers are tested without Electron. */
export interface AppServices {
  readonly dialogs: Dialogs;
  readonly desktop: Desktop;
  readonly workspace: WorkspaceStore;
  readonly jobs: JobRunner;
  readonly runningJobs: RunningJobs;
  readonly backups: BackupStore;
  readonly log: Log;
  readonly dataFolder: string;
  readonly appVersion: string;
  readonly runtimeVersions: AppInfo['runtimeVersions'];
  licences(): AppInfo['licences'];
}
