import type { AppInfo } from '../../src-shared/book/book-contract.ts';
import type { Preferences } from '../../src-shared/workspace/workspace-contract.ts';
import type { BackupStore } from '../features/backups/backup-store.ts';
import type { BookSwitch } from '../features/book/book-switch.ts';
import type { ImportDesk } from '../features/files-in/import-desk.ts';
import type { ReminderService } from '../features/reminders/reminder-service.ts';
import type { SeatLock } from '../features/users/seat-lock.ts';
import type { WorkspaceStore } from '../features/workspace/workspace-store.ts';
import type { ShownCopies } from '../files/attachment-store.ts';
import type { ChosenPaths } from '../files/chosen-paths.ts';
import type { SpreadsheetReader } from '../files/spreadsheet/reader-host.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import type { RunningJobs } from './running-jobs.ts';

/** Native dialogs. Null: the user closed it. Paths are absolute. */
export interface Dialogs {
  openSpreadsheet(): Promise<string | null>;
  /** `proposedName` has no folder. */
  saveWorkbook(proposedName: string): Promise<string | null>;
  saveCalendar(proposedName: string): Promise<string | null>;
  savePicture(proposedName: string, format: 'png' | 'svg'): Promise<string | null>;
  savePdf(proposedName: string): Promise<string | null>;
  openFolder(startIn: string): Promise<string | null>;
  /** A folder that files are written into. */
  openExportFolder(): Promise<string | null>;
  /** A year of holidays: JSON or lines of text. */
  openHolidays(): Promise<string | null>;
  /** Any number of files of any kind; none: closed. */
  openFiles(): Promise<readonly string[]>;
  /** A file of any kind; the ending stays as proposed unless the user gives another. */
  saveCopy(proposedName: string): Promise<string | null>;
}

/** What the app asks of the desktop around it. */
export interface Desktop {
  /** Only after the URL passed the allow-list of security.ts. False: it was refused. */
  openExternal(url: string): Promise<boolean>;
  /** Whether this PC has a program that takes tel: links. */
  canDial(): boolean;
  showItemInFolder(path: string): void;
  openPath(path: string): Promise<void>;
}

/** Prints the window into a file instead of onto paper. */
export interface PagePrinter {
  readonly canPrintToFile: boolean;
  /** The pages that the window shows for printing, as PDF. Throws when it cannot. */
  pagesAsPdf(): Promise<Uint8Array>;
}

export interface Clipboard {
  writeText(text: string): void;
}

/** What of the user's preferences shows outside the page. */
export interface Look {
  follow(preferences: Preferences): void;
}

/** Notifications at the corner of the desktop. */
export interface Notifier {
  /** `onClick` runs with the window already brought forward. False: this desktop shows none. */
  show(notice: { readonly title: string; readonly body: string }, onClick: () => void): boolean;
}

/** The app's log file. Gives back the reference that an `internal` error shows to the user. */
export interface Log {
  error(where: string, cause: unknown): string;
  warn(where: string, what: string): void;
}

/** Effects behind interfaces, so that dispatch tests need no Electron. */
export interface AppServices {
  readonly dialogs: Dialogs;
  /** The only files that are written to or shown. */
  readonly chosenPaths: ChosenPaths;
  /** Attachments that are looked at. */
  readonly shownCopies: ShownCopies;
  readonly desktop: Desktop;
  readonly printer: PagePrinter;
  readonly clipboard: Clipboard;
  readonly look: Look;
  readonly workspace: WorkspaceStore;
  readonly seatLock: SeatLock;
  readonly books: BookSwitch;
  readonly backups: BackupStore;
  readonly jobs: JobRunner;
  readonly spreadsheets: SpreadsheetReader;
  readonly imports: ImportDesk;
  readonly runningJobs: RunningJobs;
  readonly notifier: Notifier;
  readonly reminders: ReminderService;
  readonly appInfo: () => AppInfo;
  readonly log: Log;
}
