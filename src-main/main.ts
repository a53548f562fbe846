import { app, BrowserWindow, session as browserSession, dialog, powerMonitor, utilityProcess } from 'electron';
import { sqliteVersion } from '../db/sqlite-version.ts';
import { instantFromMs } from '../src-shared/core/instant.ts';
import type { Topic } from '../src-shared/ipc/topics.ts';
import { type AppCore, createAppCore } from './app-core.ts';
import { appPaths } from './app-paths.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { createDialogs, createLook, createNotifier, desktop, pagePrinter, systemClipboard } from './app-services.ts';
import { BookToOpen, bookInUse } from './book-to-open.ts';
import { forkElectronReader } from './files/spreadsheet/fork-electron-reader.ts';
import { announceTo, registerCalls } from './ipc/register.ts';
import { parseLaunchOptions } from './launch-options.ts';
import { lockSession, sandboxEveryPage } from './security.ts';
import { createTray } from './tray.ts';
import type { TrayState } from './tray-template.ts';
import { focusWindow, followClosingChoice, openMainWindow } from './window.ts';

const tickMs = 60_000;

const options = parseLaunchOptions(process.argv.slice(1), process.cwd());
if (options.userDataDir !== null) app.setPath('userData', options.userDataDir);
app.setAppUserModelId('cn.keben.app');
sandboxEveryPage();
registerAppScheme();
const books = new BookToOpen(options.book);
app.on('open-file', (event, path) => {
  event.preventDefault();
  books.give(path);
});

if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(endWithError);
else app.quit();

/** In order: the page's walls, the book, what answers the page, the window. */
async function start(): Promise<void> {
  const paths = appPaths(app.getAppPath());
  lockSession(browserSession.defaultSession);
  serveApp(paths.renderer);

  const look = createLook(app.isPackaged);
  let refreshTray = (): void => {};
  const core = createAppCore({
    dataFolder: app.getPath('userData'),
    paths,
    launchBook: books.first(),
    appVersion: app.getVersion(),
    runtimeVersions: {
      electron: process.versions.electron ?? '',
      chrome: process.versions.chrome ?? '',
      node: process.versions.node,
      sqlite: sqliteVersion(),
    },
    systemLanguage: app.getLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: () => instantFromMs(Date.now()),
    announce: (topics) => {
      announceToAll(topics);
      refreshTray();
    },
    forkReader: forkElectronReader(utilityProcess, app, paths.spreadsheetReader),
    dialogs: createDialogs,
    desktop,
    printer: pagePrinter,
    clipboard: systemClipboard,
    look,
    notifier: createNotifier(),
  });
  const isSlow = core.opensBookSlowly();
  const opening = core.openBook();
  // A large book of an older version takes a minute: the window is there meanwhile and says so.
  if (!isSlow) await opening;
  registerCalls(core.dispatch, core.services.log);

  const { preferences } = core.workspace;
  look.follow(preferences);
  const window = openMainWindow({
    preload: paths.preload,
    icon: paths.icon,
    workspace: core.workspace,
    log: core.services.log,
  });
  app.on('second-instance', (_event, argv, workingFolder) => {
    const { book } = parseLaunchOptions(argv.slice(1), workingFolder);
    if (book === null) focusWindow(window);
    else books.give(book);
  });
  books.from((path) => openInWindow(path, window, core));
  app.on('window-all-closed', () => app.quit());
  refreshTray = showTray(paths.icon, window, core);
  const tick = (): void => void core.tick().finally(refreshTray);
  const ticking = setInterval(tick, tickMs);
  // Timers slept along with the PC.
  powerMonitor.on('resume', tick);
  const isQuitting = closeBeforeQuit(core, () => clearInterval(ticking));
  followClosingChoice(window, {
    workspace: core.workspace,
    log: core.services.log,
    isQuitting,
    onHidden: () => core.services.reminders.sayStillRunning(),
  });
  await opening;
  await core.remind();
}

/** Gives the function that makes the tray say what is true now. */
function showTray(icon: string, window: BrowserWindow, core: AppCore): () => void {
  const { reminders, log } = core.services;
  const state = (): TrayState => ({ language: core.workspace.preferences.language, ...reminders.glance() });
  const tray = createTray(icon, state, {
    open: () => focusWindow(window),
    openToday: () => {
      focusWindow(window);
      reminders.askToOpen({ kind: 'today' });
    },
    pause: (minutes) => reminders.pause(minutes),
    quit: () => app.quit(),
  });
  return () => {
    try {
      tray.refresh();
    } catch (cause) {
      // It is asked for behind every change; a tooltip must not make one fail.
      log.error('tray', cause);
    }
  };
}

function openInWindow(path: string, window: BrowserWindow, core: AppCore): void {
  focusWindow(window);
  const { log } = core.services;
  core
    .openNamedBook(path)
    .then((isOpen) => {
      const words = bookInUse[core.workspace.preferences.language];
      return isOpen ? undefined : dialog.showMessageBox(window, { ...words, type: 'info' });
    })
    .catch((cause: unknown) => log.error('opening a book', cause));
}

function announceToAll(topics: readonly Topic[]): void {
  for (const window of BrowserWindow.getAllWindows()) announceTo(window, topics);
}

/**
 * The first wish to quit waits until the book is closed and backed up; then the app quits for good. Gives the function
 * that says whether it is on its way.
 */
function closeBeforeQuit(core: AppCore, stopTicking: () => void): () => boolean {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    stopTicking();
    core
      .close()
      .catch((cause: unknown) => core.services.log.error('closing', cause))
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
  return () => state !== 'running';
}

/** Without a window nobody would see why the app does not come up. */
function endWithError(cause: unknown): void {
  console.error(cause);
  dialog.showErrorBox('客本 Keben', cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  app.exit(1);
}
