import { resolve } from 'node:path';
import type { DialogAnswer, PageDialog } from '../messages.ts';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import type { Matches } from './matches.ts';
import { strict } from './strict.ts';

/** Electron's dialogs take an optional window first. */
function optionsOf<T extends object>(first: T | Electron.BaseWindow, second: T | undefined): T {
  if (!app.isReady()) throw new Error('dialogs can only be used after app is ready');
  if (second !== undefined) return second;
  if (first instanceof BrowserWindow || 'webContents' in first)
    throw new Error('the dialog has a window and no options');
  return first as T; // safe: the overloads leave only the options when there is no second argument
}

/** The page draws the dialog. Without any page there is nobody to ask, so it counts as cancelled. */
async function ask(dialog: PageDialog): Promise<DialogAnswer> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined || !window.webContents.hasPage) return { path: null, button: null };
  return await window.webContents.ask(dialog);
}

export const dialog = strict('dialog', {
  async showOpenDialog(first: Electron.BaseWindow | Electron.OpenDialogOptions, second?: Electron.OpenDialogOptions) {
    const options = optionsOf<Electron.OpenDialogOptions>(first, second);
    const { path } = await ask({
      kind: 'path',
      title: options.title ?? 'Open',
      path: options.defaultPath ?? '',
      button: options.buttonLabel ?? 'Open',
      upload: options.properties?.includes('openDirectory') !== true,
    });
    return path === null || path === ''
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [resolve(path)] };
  },

  async showSaveDialog(first: Electron.BaseWindow | Electron.SaveDialogOptions, second?: Electron.SaveDialogOptions) {
    const options = optionsOf<Electron.SaveDialogOptions>(first, second);
    const { path } = await ask({
      kind: 'path',
      title: options.title ?? 'Save',
      path: resolve(app.getPath('documents'), options.defaultPath ?? ''),
      button: options.buttonLabel ?? 'Save',
      upload: false,
    });
    return path === null || path === ''
      ? { canceled: true, filePath: '' }
      : { canceled: false, filePath: resolve(path) };
  },

  async showMessageBox(first: Electron.BaseWindow | Electron.MessageBoxOptions, second?: Electron.MessageBoxOptions) {
    const options = optionsOf<Electron.MessageBoxOptions>(first, second);
    const cancelId = options.cancelId ?? 0;
    const { button } = await ask({
      kind: 'message',
      title: options.title ?? app.getName(),
      message: options.message,
      detail: options.detail ?? '',
      buttons: options.buttons === undefined || options.buttons.length === 0 ? ['OK'] : options.buttons,
      cancelId,
    });
    return { response: button ?? cancelId, checkboxChecked: options.checkboxChecked ?? false };
  },

  /** May be used before ready, as in Electron, where it also ends up on stderr. */
  showErrorBox(title: string, content: string) {
    console.error(`${title}\n${content}`);
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.post({ type: 'toast', title, body: content });
  },
} satisfies Matches<Electron.Dialog>);
