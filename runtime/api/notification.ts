import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import type { Matches } from './matches.ts';
import { StandInEvent, StrictEmitter, strictStatics } from './strict.ts';

class Notification extends StrictEmitter implements Matches<Electron.Notification> {
  title: string;
  body: string;
  silent: boolean;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Notification before app is ready');
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  static isSupported(): boolean {
    return true;
  }

  /** Drawn in the page's corner instead of the desktop's. */
  show(): void {
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.post({ type: 'toast', title: this.title, body: this.body });
    this.emit('show', new StandInEvent());
  }

  close(): void {
    this.emit('close', new StandInEvent());
  }
}
strictStatics(Notification);

export { Notification };
