import { type BrowserWindow, ipcMain } from 'electron';
import type { AppError } from '../../src-shared/core/app-error.ts';
import { err, type Result } from '../../src-shared/core/result.ts';
import { channelNames } from '../../src-shared/ipc/channel-names.ts';
import type { StaleMessage } from '../../src-shared/ipc/contract.ts';
import type { Topic } from '../../src-shared/ipc/topics.ts';
import { isTrustedSender, type Sender } from '../security-rules.ts';
import type { Log } from './app-services.ts';
import type { Dispatch } from './dispatch.ts';

/** The one channel on which the page may ask for anything, and the check of who asks. */
export function registerCalls(dispatch: Dispatch, log: Log): void {
  ipcMain.handle(channelNames.call, (event, message: unknown): Promise<Result<unknown, AppError>> => {
    if (!isTrustedSender(senderOf(event))) {
      const logRef = log.error('kb:call', new Error('a call from a frame that is not the app was refused'));
      return Promise.resolve(err({ kind: 'internal', logRef }));
    }
    const { sender } = event;
    return dispatch(message, {
      progress: (progress) => {
        if (!sender.isDestroyed()) sender.send(channelNames.progress, progress);
      },
    });
  });
}

function senderOf({ senderFrame }: Electron.IpcMainInvokeEvent): Sender | null {
  return senderFrame && { url: senderFrame.url, isMainFrame: senderFrame.parent === null };
}

/** Tells the window what can have gone stale; a window that is gone has nothing to reload. */
export function announceTo(window: BrowserWindow, topics: readonly Topic[]): void {
  if (window.isDestroyed()) return;
  const message: StaleMessage = { topics };
  window.webContents.send(channelNames.stale, message);
}
