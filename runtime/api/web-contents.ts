import type { DialogAnswer, PageDialog, ToPage } from '../messages.ts';
import type { AppOrigin } from '../server/app-origin.ts';
import type { Matches } from './matches.ts';
import { type Session, session } from './session.ts';
import { StandInEvent, StrictEmitter } from './strict.ts';
import { WebFrameMain } from './web-frame-main.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** The socket to the page, while there is one. */
export interface PageLink {
  post(message: ToPage): void;
}

export class WebContents extends StrictEmitter implements Matches<Electron.WebContents, 'mainFrame' | 'session'> {
  readonly id: number;
  readonly mainFrame: WebFrameMain;
  readonly session: Session;
  zoomFactor = 1;
  #link: PageLink | null = null;
  #waiting: ToPage[] = [];
  #openHandler: OpenHandler = () => ({ action: 'deny' });
  #destroyed = false;
  #loading = false;
  #title = '';
  #dialogs = new Map<number, (answer: DialogAnswer) => void>();
  #nextDialog = 1;

  constructor(id: number, appOrigin: AppOrigin) {
    super();
    this.id = id;
    this.mainFrame = new WebFrameMain(id, appOrigin);
    this.session = session.defaultSession;
  }

  /** As in Electron, what is sent before the page listens is lost to the page; here it is kept until the page's first script ran. */
  send(channel: string, ...args: unknown[]): void {
    this.post({ type: 'message', channel, args });
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return this.#title;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  isLoadingMainFrame(): boolean {
    return this.#loading;
  }

  isCrashed(): boolean {
    return false;
  }

  getType(): ReturnType<Electron.WebContents['getType']> {
    return 'window';
  }

  reload(): void {
    this.post({ type: 'reload' });
  }

  focus(): void {
    this.post({ type: 'focus' });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {
    return Promise.resolve();
  }

  /** The browser's own developer tools serve; they cannot be opened from here. */
  openDevTools(): void {}

  closeDevTools(): void {}

  isDevToolsOpened(): boolean {
    return false;
  }

  setBackgroundThrottling(_allowed: boolean): void {}

  // From here on: for the stand-in's own use.

  post(message: ToPage): void {
    if (this.#link === null) this.#waiting.push(message);
    else this.#link.post(message);
  }

  get hasPage(): boolean {
    return this.#link !== null;
  }

  attach(link: PageLink, url: string): void {
    this.mainFrame.movedTo(url);
    this.#link = link;
    this.#loading = true;
    this.emit('did-start-loading');
    this.emit('did-navigate', new StandInEvent(), this.getURL(), 200, 'OK');
    for (const message of this.#waiting.splice(0)) link.post(message);
  }

  detach(link: PageLink): boolean {
    if (this.#link !== link) return false;
    this.#link = null;
    for (const answer of this.#dialogs.values()) answer({ path: null, button: null });
    this.#dialogs.clear();
    return true;
  }

  loaded(): void {
    this.#loading = false;
    this.emit('dom-ready', new StandInEvent());
    this.emit('did-finish-load');
    this.emit('did-stop-loading');
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  ask(dialog: PageDialog): Promise<DialogAnswer> {
    const id = this.#nextDialog++;
    return new Promise((resolve) => {
      this.#dialogs.set(id, resolve);
      this.post({ type: 'dialog', id, dialog });
    });
  }

  answered(id: number, answer: DialogAnswer): void {
    this.#dialogs.get(id)?.(answer);
    this.#dialogs.delete(id);
  }

  /** Whether the page may leave for that address: `will-navigate` decides, as in Electron. */
  mayNavigate(url: string): boolean {
    const details = Object.assign(new StandInEvent(), {
      url,
      isSameDocument: false,
      isMainFrame: true,
      frame: this.mainFrame,
      initiator: this.mainFrame,
    });
    this.emit('will-frame-navigate', details);
    this.emit('will-navigate', details, url);
    return !details.defaultPrevented;
  }

  /** Whether the page may open a window. The stand-in has no way to open a child window of the app, so allowing one is an error. */
  mayOpen(url: string): boolean {
    const { action } = this.#openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    });
    if (action === 'allow') throw new Error(`the stand-in does not open child windows, and ${url} was allowed`);
    return false;
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#link?.post({ type: 'closed', reason: 'quit' });
    this.#destroyed = true;
    this.emit('destroyed');
  }
}
