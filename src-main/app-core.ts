import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackupOfClosedBook } from '../db/backup.ts';
import { opensSlowly } from '../db/open.ts';
import type { AppInfo } from '../src-shared/book/book-contract.ts';
import { newId } from '../src-shared/core/id.ts';
import { dayOfInstant, type Instant, instantToMs } from '../src-shared/core/instant.ts';
import { type Topic, topics } from '../src-shared/ipc/topics.ts';
import type { Language } from '../src-shared/workspace/workspace-contract.ts';
import type { AppPaths } from './app-paths.ts';
import { defaultBackupFolder, FolderBackups } from './features/backups/folder-backups.ts';
import { firstOwnerName, sampleCompanyName } from './features/book/book-places.ts';
import { BookSession } from './features/book/book-session.ts';
import { BookSwitch } from './features/book/book-switch.ts';
import { ImportDesk } from './features/files-in/import-desk.ts';
import { ReminderService } from './features/reminders/reminder-service.ts';
import { SeatLock } from './features/users/seat-lock.ts';
import { WorkspaceStore } from './features/workspace/workspace-store.ts';
import { ShownCopies } from './files/attachment-store.ts';
import { ChosenPaths, rememberingPaths } from './files/chosen-paths.ts';
import { readLicences } from './files/licences.ts';
import { createLogFile } from './files/log-file.ts';
import { createSpreadsheetReader, type ForkReader } from './files/spreadsheet/reader-host.ts';
import type { AppServices, Clipboard, Desktop, Dialogs, Look, Notifier, PagePrinter } from './ipc/app-services.ts';
import { createDispatch, type Dispatch } from './ipc/dispatch.ts';
import { handlers } from './ipc/handlers.ts';
import { RunningJobs } from './ipc/running-jobs.ts';
import { createJobRunner, unwatched } from './jobs/job-runner.ts';
import { bringWarnings } from './workflows/bring-warnings.ts';
import { closeBook } from './workflows/close-book.ts';
import { dailyBackup } from './workflows/daily-backup.ts';
import { forgottenPlans } from './workflows/forgotten-plans.ts';
import { newDay } from './workflows/new-day.ts';
import { remindedDesk } from './workflows/reminded-desk.ts';
import { sweepStagedFiles } from './workflows/sweep-staged-files.ts';

export interface CoreDeps {
  /** Electron's userData. */
  readonly dataFolder: string;
  readonly paths: Pick<AppPaths, 'jobWorker' | 'migrations' | 'licences'>;
  readonly launchBook: string | null;
  readonly appVersion: string;
  readonly runtimeVersions: AppInfo['runtimeVersions'];
  /** Of the first start; later the user's choice counts. */
  readonly systemLanguage: Language;
  /** IANA name of the PC's zone. */
  readonly timeZone: string;
  readonly now: () => Instant;
  readonly announce: (topics: readonly Topic[]) => void;
  /** Starts the process that reads spreadsheets. */
  readonly forkReader: ForkReader;
  readonly dialogs: (language: () => Language) => Dialogs;
  readonly desktop: Desktop;
  readonly printer: PagePrinter;
  readonly clipboard: Clipboard;
  readonly look: Look;
  readonly notifier: Notifier;
}

/** Everything of the app but Electron: the book, the workspace, the jobs and what answers calls. */
export interface AppCore {
  readonly dispatch: Dispatch;
  readonly workspace: WorkspaceStore;
  readonly session: BookSession;
  readonly services: AppServices;
  /** Opens the user's book or makes it at the first run; a book that cannot be opened is told in book.status. */
  openBook(): Promise<void>;
  /** Whether that takes seconds, in which the window should be there to say so. */
  opensBookSlowly(): boolean;
  /** A book that was double-clicked while the app runs. False: a job works on the present one, which stays open. */
  openNamedBook(path: string): Promise<boolean>;
  /** To be called at start and after sleep: what is due is reminded of. */
  remind(): Promise<void>;
  /** To be called every minute: a new day is announced, what is due reminded of, a daily backup made when it is due. */
  tick(): Promise<void>;
  /** Stops the jobs, makes the backup at quit within bounds and closes the file. */
  close(): Promise<void>;
}

/** The sizes that a log file may have, and how many old ones are kept. */
const logMaxBytes = 1_000_000;
const logsKept = 3;
/** How long quitting waits for jobs to stop, and then for the backup. */
const quitPatienceMs = 10_000;

export function createAppCore(deps: CoreDeps): AppCore {
  const { dataFolder, paths, now, appVersion } = deps;
  mkdirSync(dataFolder, { recursive: true });
  const log = createLogFile({
    folder: join(dataFolder, 'logs'),
    now,
    maxBytes: logMaxBytes,
    keep: logsKept,
    otherwise: (line) => console.error(line),
  });
  const workspace = WorkspaceStore.open(
    dataFolder,
    {
      deviceId: newId(instantToMs(now())),
      preferences: { language: deps.systemLanguage, theme: 'system', density: 'comfortable' },
    },
    (what) => log.warn('workspace', what),
  );
  const session = new BookSession();
  const runningJobs = new RunningJobs();
  const jobs = createJobRunner(paths.jobWorker, () => ({
    path: session.opened?.path ?? null,
    deviceId: workspace.deviceId,
  }));
  const migrationsFolder = paths.migrations;
  const backups: FolderBackups = new FolderBackups({
    book: () => session.opened,
    whileClosed: (work) => books.whileClosed(work),
    memory: workspace,
    defaultFolder: defaultBackupFolder(dataFolder),
    migrationsFolder,
    jobs,
    now,
    announce: deps.announce,
  });
  const books = new BookSwitch({
    session,
    memory: workspace,
    opener: {
      options: { deviceId: workspace.deviceId, migrationsFolder, appVersion },
      backupBeforeMigration: (path) =>
        makeBackupOfClosedBook(path, { folder: backups.folder, reason: 'before_migration', now: now() }),
      prepare: (path) => {
        if (!opensSlowly(path, migrationsFolder)) return null;
        deps.announce(['book']);
        const options = { deviceId: workspace.deviceId, migrationsFolder, appVersion };
        return jobs.run('prepareBook', { path, options, backupFolder: backups.folder, now: now() }, unwatched);
      },
      now,
      log,
    },
    dataFolder,
    launchBook: deps.launchBook,
    timeZone: deps.timeZone,
    writeSample: (path) => {
      const { language } = workspace.preferences;
      const order = {
        path,
        options: { deviceId: workspace.deviceId, migrationsFolder, appVersion },
        ownerName: firstOwnerName(language),
        companyName: sampleCompanyName(language),
        today: dayOfInstant(now(), deps.timeZone),
      };
      return jobs.run('writeSample', order, unwatched);
    },
    runningJobs,
  });
  const reminders = new ReminderService({
    desk: remindedDesk(session, workspace, now),
    keeper: workspace,
    notifier: deps.notifier,
    now,
    announce: deps.announce,
    log,
  });
  const chosenPaths = new ChosenPaths();
  const shownCopies = new ShownCopies(join(dataFolder, 'shown'));
  const services: AppServices = {
    dialogs: rememberingPaths(
      deps.dialogs(() => workspace.preferences.language),
      chosenPaths,
    ),
    chosenPaths,
    shownCopies,
    desktop: deps.desktop,
    printer: deps.printer,
    clipboard: deps.clipboard,
    look: deps.look,
    workspace,
    seatLock: new SeatLock(),
    books,
    backups,
    jobs,
    spreadsheets: createSpreadsheetReader(deps.forkReader),
    imports: new ImportDesk(join(dataFolder, 'imports')),
    runningJobs,
    notifier: deps.notifier,
    reminders,
    log,
    appInfo: () => ({
      version: appVersion,
      runtimeVersions: deps.runtimeVersions,
      dataFolder,
      bookPath: session.opened?.path ?? session.problem?.path ?? books.ownPath,
      licences: readLicences(paths.licences),
    }),
  };
  const lookAtDay = newDay({ session, now, announce: deps.announce });
  const missForgottenPlans = forgottenPlans({ session, jobs, now, announce: deps.announce, log });
  const warnings = bringWarnings({ session, jobs, now, announce: deps.announce, log });
  const sweepFiles = sweepStagedFiles({ session, workspace, runningJobs, now });
  const makeDailyBackup = dailyBackup({ session, backups, now });
  const remind = async (): Promise<void> => {
    try {
      lookAtDay();
      await reminders.tick();
    } catch (cause) {
      log.error('reminding', cause);
    }
  };
  return {
    session,
    workspace,
    services,
    dispatch: createDispatch({ session, services, handlers, now, announce: deps.announce }),
    opensBookSlowly: () => opensSlowly(books.ownPath, migrationsFolder),
    openBook: async () => {
      await shownCopies.clear();
      const outcome = await books.openOwn();
      if (!outcome.ok) log.warn('book', `it cannot be opened: ${outcome.error.reason}`);
      deps.announce(topics);
      // Not waited for: the window need not.
      missForgottenPlans().catch((cause: unknown) => log.error('visits', cause));
      warnings.look().catch((cause: unknown) => log.error('warnings', cause));
      sweepFiles().catch((cause: unknown) => log.error('attachments', cause));
    },
    openNamedBook: async (path) => {
      const outcome = await books.openNamed(path);
      if (!outcome.ok) log.warn('book', `${path} was not opened: ${JSON.stringify(outcome.error)}`);
      deps.announce(topics);
      return outcome.ok || outcome.error.kind !== 'conflict';
    },
    remind,
    tick: async () => {
      await remind();
      try {
        await missForgottenPlans();
        await warnings.look();
        await sweepFiles();
        await makeDailyBackup();
      } catch (cause) {
        log.error('tick', cause);
      }
    },
    close: async () => {
      await warnings.stop();
      await closeBook({ session, backups, runningJobs, log, patienceMs: quitPatienceMs });
    },
  };
}
