import { join } from 'node:path';
import { migrationsFolder } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { instantFromMs } from '../../../src-shared/core/instant.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { BackupStore } from '../../features/backups/backup-store.ts';
import type { BookSession } from '../../features/book/book-session.ts';
import { BookSwitch } from '../../features/book/book-switch.ts';
import { ImportDesk } from '../../features/files-in/import-desk.ts';
import { SeatLock } from '../../features/users/seat-lock.ts';
import { ShownCopies } from '../../files/attachment-store.ts';
import { ChosenPaths } from '../../files/chosen-paths.ts';
import { forkNodeReader } from '../../files/spreadsheet/fork-node-reader.ts';
import { createSpreadsheetReader } from '../../files/spreadsheet/reader-host.ts';
import type { Job } from '../../jobs/job.ts';
import { jobKinds } from '../../jobs/job-kinds.ts';
import type { JobRunner } from '../../jobs/job-runner.ts';
import type { AppServices, Log } from '../app-services.ts';
import type { RunningJobs } from '../running-jobs.ts';

/** What the app asked of the world around it. */
export interface Effects {
  readonly links: string[];
  readonly copied: string[];
  readonly paths: string[];
  /** Notifications, oldest first. */
  readonly notices: RecordedNotice[];
}

export interface RecordedNotice {
  readonly title: string;
  readonly body: string;
  readonly click: () => void;
}

interface World {
  readonly session: BookSession;
  readonly folder: string;
  readonly runningJobs: RunningJobs;
  readonly log: Log;
  /** The reading process's entry; asked for when a file is read. */
  readonly reader: () => string;
}

/** The world outside the book, as a test wants it: dialogs are closed at once, nothing leaves the process. */
export function recordingEffects(
  world: World,
): Omit<AppServices, 'workspace' | 'runningJobs' | 'log' | 'reminders'> & { readonly effects: Effects } {
  const effects: Effects = { links: [], copied: [], paths: [], notices: [] };
  return {
    effects,
    dialogs: {
      openSpreadsheet: () => Promise.resolve(null),
      saveWorkbook: () => Promise.resolve(null),
      saveCalendar: () => Promise.resolve(null),
      savePicture: () => Promise.resolve(null),
      savePdf: () => Promise.resolve(null),
      openExportFolder: () => Promise.resolve(null),
      openFolder: () => Promise.resolve(null),
      openHolidays: () => Promise.resolve(null),
      openFiles: () => Promise.resolve([]),
      saveCopy: () => Promise.resolve(null),
    },
    seatLock: new SeatLock(),
    chosenPaths: new ChosenPaths(),
    shownCopies: new ShownCopies(join(world.folder, 'shown')),
    desktop: {
      openExternal: (url) => {
        effects.links.push(url);
        return Promise.resolve(/^(?:https:\/\/|tel:)/.test(url));
      },
      canDial: () => true,
      showItemInFolder: (path) => void effects.paths.push(path),
      openPath: (path) => {
        effects.paths.push(path);
        return Promise.resolve();
      },
    },
    notifier: {
      show: (notice, click) => {
        effects.notices.push({ ...notice, click });
        return true;
      },
    },
    printer: { canPrintToFile: true, pagesAsPdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7')) },
    clipboard: { writeText: (text) => void effects.copied.push(text) },
    look: { follow: () => {} },
    books: bookSwitch(world),
    backups: noBackups(world.folder),
    jobs: jobsInThisThread(world.session),
    spreadsheets: createSpreadsheetReader(() => forkNodeReader(world.reader())()),
    imports: new ImportDesk(join(world.folder, 'imports')),
    appInfo: () => ({
      version: '0.0.0-test',
      runtimeVersions: { electron: '', chrome: '', node: process.versions.node, sqlite: '' },
      dataFolder: world.folder,
      bookPath: world.session.opened?.path ?? '',
      licences: [],
    }),
  };
}

/** The real one, on a disk that is too full for a sample book. */
function bookSwitch({ session, folder, runningJobs, log }: World): BookSwitch {
  return new BookSwitch({
    session,
    memory: { hasBook: true, preferences: { language: 'zh-CN' }, saveHasBook: () => Promise.resolve() },
    opener: {
      options: { deviceId: newId(), migrationsFolder, appVersion: '0.0.0-test' },
      backupBeforeMigration: () => ok(null),
      prepare: () => null,
      now: () => instantFromMs(Date.now()),
      log,
    },
    dataFolder: folder,
    launchBook: null,
    timeZone: 'Asia/Shanghai',
    writeSample: () => Promise.resolve(err({ kind: 'storage', reason: 'disk_full' })),
    runningJobs,
  });
}

/** A folder of backups that cannot be written to. */
function noBackups(folder: string): BackupStore {
  const refused = () => Promise.resolve(err({ kind: 'storage', reason: 'no_permission' } as const));
  return {
    folder,
    isDefaultFolder: true,
    status: () => ({ lastBackupAt: null, problem: null }),
    list: () => ok([]),
    make: refused,
    verify: refused,
    restore: refused,
    moveTo: refused,
  };
}

/** Jobs that read or write the book and nothing else, run on its own connection: a book in memory has no second one. Others touch files and are tested on their own. */
const bookJobs: ReadonlySet<string> = new Set([
  'largeChange',
  'undoBatch',
  'previewUndo',
  'proposeVisits',
  'markForgottenPlans',
  'exportVisits',
  'moneyOfLaterDay',
  'staleWarnings',
  'writeWarnings',
  'winBack',
  'aging',
  'callList',
  'moneyTotals',
  'ledgerRead',
  'statement',
  'paymentGrades',
  'moneyReport',
  'statementFiles',
]);

function jobsInThisThread(session: BookSession): JobRunner {
  const kinds = jobKinds as unknown as Readonly<Record<string, Job<unknown, unknown>>>;
  return {
    run: async (kind, input, watcher) => {
      const job = bookJobs.has(kind) ? kinds[kind] : undefined;
      if (!job) return err({ kind: 'storage', reason: 'no_permission' });
      let isCancelled = false;
      watcher.onCancel(() => {
        isCancelled = true;
      });
      const outcome = await job(input, {
        progress: (progress) => watcher.progress(progress),
        isCancelled: () => isCancelled,
        openBook: () => ok(session.db()),
      });
      // Safe: the job was looked up by this kind.
      return outcome as never;
    },
  };
}
