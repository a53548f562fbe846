import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { appPage } from './app-origin.ts';
import { closingAnswers, closingQuestion, closingStep } from './closing-rule.ts';
import type { WorkspaceStore } from './features/workspace/workspace-store.ts';
import type { Log } from './ipc/app-services.ts';
import { lockWindow } from './security.ts';
import { webPreferences } from './security-rules.ts';
import { placeWindow, smallestWindow } from './window-placement.ts';

/** The window's ground before the page has painted, so that a dark app does not flash white. As in the theme. */
const background = { light: '#f7f6f3', dark: '#171513' } as const;

/** Moving and sizing fire many times a second; the file is written when the hand rests. */
const restMs = 400;

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  readonly workspace: WorkspaceStore;
  readonly log: Log;
}

/** Makes the app's window, locked and where it was last time, and shows it once it has painted. */
export function openMainWindow({ preload, icon, workspace, log }: WindowOptions): BrowserWindow {
  const remembered = workspace.window;
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...placeWindow(remembered, workAreas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    icon,
    title: '客本 Keben',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    autoHideMenuBar: true,
    webPreferences: webPreferences(preload),
  });
  lockWindow(window);
  rememberPlace(window, workspace, log);
  window.once('ready-to-show', () => {
    if (remembered?.isMaximized) window.maximize();
    window.show();
  });
  recoverFromCrash(window, log);
  loadPage(window, log);
  return window;
}

/** Brings the window forward when the app is started a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export interface ClosingDeps {
  readonly workspace: WorkspaceStore;
  readonly log: Log;
  readonly isQuitting: () => boolean;
  /** The window is hidden now, and the app runs on. */
  readonly onHidden: () => void;
}

/** What the user's closing of the window does: it hides into the tray or ends the app, as chosen at the first close. */
export function followClosingChoice(window: BrowserWindow, deps: ClosingDeps): void {
  const { workspace, log, isQuitting, onHidden } = deps;
  let isAsking = false;
  const hide = (): void => {
    window.hide();
    onHidden();
  };
  const ask = async (): Promise<void> => {
    const { buttons, ...words } = closingQuestion[workspace.preferences.language];
    const options: Electron.MessageBoxOptions = {
      ...words,
      buttons: [...buttons],
      type: 'question',
      defaultId: closingAnswers.indexOf('tray'),
      cancelId: closingAnswers.indexOf(null),
      noLink: true,
    };
    const { response } = await dialog.showMessageBox(window, options);
    const closing = closingAnswers[response] ?? null;
    if (closing === null) return;
    await workspace.savePreferences({ closing });
    if (closing === 'tray') hide();
    else window.close();
  };
  window.on('close', (event) => {
    const { closing: choice } = workspace.preferences;
    const step = closingStep({ isQuitting: isQuitting(), choice, platform: process.platform });
    if (step === 'let_go') return;
    event.preventDefault();
    if (step === 'hide') return hide();
    if (isAsking) return;
    isAsking = true;
    ask()
      .catch((cause: unknown) => log.error('asking what closing does', cause))
      .finally(() => {
        isAsking = false;
      });
  });
}

function loadPage(window: BrowserWindow, log: Log): void {
  window.loadURL(appPage).catch((cause: unknown) => log.error('loading the page', cause));
}

function rememberPlace(window: BrowserWindow, workspace: WorkspaceStore, log: Log): void {
  let timer: NodeJS.Timeout | null = null;
  const save = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    workspace
      .saveWindow({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
      .catch((cause: unknown) => log.error('saving the place of the window', cause));
  };
  const later = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(save, restMs);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', save);
  window.on('closed', () => {
    if (timer !== null) clearTimeout(timer);
  });
}

/** A page that crashed is loaded anew once a minute at most: what was typed is in the drafts, a crash loop is not hidden. */
function recoverFromCrash(window: BrowserWindow, log: Log): void {
  let lastAt = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.error('page', new Error(`the page's process ended: ${reason}`));
    const now = performance.now();
    if (now - lastAt < 60_000) return;
    lastAt = now;
    loadPage(window, log);
  });
  window.on('unresponsive', () => log.warn('page', 'the page does not answer'));
}
