import type { WebSocket } from 'ws';
import { app } from '../api/app.ts';
import { BrowserWindow } from '../api/browser-window.ts';
import { ipcMain } from '../api/ipc-main.ts';
import { acceleratorKeys, pressAccelerator } from '../api/menu.ts';
import { nativeTheme } from '../api/native-theme.ts';
import { StandInEvent } from '../api/strict.ts';
import type { PageLink } from '../api/web-contents.ts';
import { decode, encode } from '../codec.ts';
import { inItsTime } from '../late-answers.ts';
import type { FromPage, ToPage } from '../messages.ts';

/** A page that stays away for longer was closed by its person; a reload is back well before. */
const reloadMs = 1500;

/** Serves one page until its socket closes. */
export function connectPage(socket: WebSocket): void {
  const link: PageLink = {
    post: (message: ToPage) => {
      if (socket.readyState === socket.OPEN) socket.send(encode(message));
    },
  };
  let window: BrowserWindow | null = null;
  socket.on('message', (data) => {
    // safe: only our own page script holds the cookie, and both ends are compiled against this type
    const message = decode(String(data)) as FromPage;
    if (message.type === 'hello') window = welcome(message, link);
    else if (window !== null && !window.isDestroyed()) receive(message, window, link);
  });
  socket.on('error', (error) => console.warn(`page socket: ${error.message}`));
  socket.on('close', () => {
    if (window?.webContents.detach(link) === true) closeWhenGone(window);
  });
}

function welcome(hello: Extract<FromPage, { type: 'hello' }>, link: PageLink): BrowserWindow | null {
  const window =
    (hello.windowId === null ? null : BrowserWindow.fromId(hello.windowId)) ?? BrowserWindow.getAllWindows()[0] ?? null;
  if (window === null) {
    link.post({ type: 'closed', reason: 'quit' });
    return null;
  }
  if (window.webContents.hasPage) window.webContents.post({ type: 'closed', reason: 'replaced' });
  window.webContents.attach(link, hello.url);
  link.post({ type: 'accelerators', accelerators: acceleratorKeys() });
  nativeTheme.browserPrefers(hello.state.dark);
  window.pageTitled(hello.title);
  window.pageChanged(hello.state);
  return window;
}

function receive(message: Exclude<FromPage, { type: 'hello' }>, window: BrowserWindow, link: PageLink): void {
  const { webContents } = window;
  switch (message.type) {
    case 'loaded':
      window.pageLoaded();
      return;
    case 'invoke': {
      webContents.mainFrame.movedTo(message.url);
      inItsTime(ipcMain.answer(message.channel, ipcEvent(window), message.args)).then(
        (value) => reply(link, message.id, value),
        (error: unknown) => fail(link, message.id, message.channel, error),
      );
      return;
    }
    case 'send':
      webContents.mainFrame.movedTo(message.url);
      ipcMain.emit(message.channel, ipcEvent(window), ...message.args);
      return;
    case 'state':
      nativeTheme.browserPrefers(message.state.dark);
      window.pageChanged(message.state);
      return;
    case 'title':
      window.pageTitled(message.title);
      return;
    case 'dialog-answer':
      webContents.answered(message.id, message.answer);
      return;
    case 'accelerator':
      pressAccelerator(message.itemId);
      return;
    default:
      throw new Error(`unknown message from the page: ${JSON.stringify(message satisfies never)}`);
  }
}

/** The event that handlers see. The sender and its frame are our classes: fewer members than Electron's, and strict about it. */
function ipcEvent(window: BrowserWindow): Electron.IpcMainInvokeEvent {
  const { webContents } = window;
  const event: unknown = Object.assign(new StandInEvent(), {
    type: 'frame',
    sender: webContents,
    senderFrame: webContents.mainFrame,
    processId: webContents.mainFrame.processId,
    frameId: webContents.mainFrame.routingId,
  });
  return event as Electron.IpcMainInvokeEvent; // safe: unknown members of sender and senderFrame throw
}

function reply(link: PageLink, id: number, value: unknown): void {
  try {
    link.post({ type: 'reply', id, ok: true, value });
  } catch (error) {
    fail(link, id, '', error);
  }
}

function fail(link: PageLink, id: number, channel: string, error: unknown): void {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  link.post({ type: 'reply', id, ok: false, message: `Error invoking remote method '${channel}': ${name}` });
}

/** Closing the page is closing the window; an app that only hides then (to a tray nobody can see here) is ended. */
function closeWhenGone(window: BrowserWindow): void {
  setTimeout(() => {
    if (window.isDestroyed() || window.webContents.hasPage) return;
    window.close();
    if (!window.isDestroyed()) app.quit();
  }, reloadMs);
}
