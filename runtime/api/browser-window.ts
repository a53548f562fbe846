import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { PageState } from '../messages.ts';
import { loopback } from '../server/loopback.ts';
import { app } from './app.ts';
import { host } from './host.ts';
import type { Matches } from './matches.ts';
import { StandInEvent, StrictEmitter, strictStatics } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { refuseUnsafePreferences } from './web-preferences.ts';
import { addWindow, removeWindow } from './window-list.ts';

let nextId = 1;
const all = new Map<number, BrowserWindow>();

class BrowserWindow extends StrictEmitter implements Matches<Electron.BrowserWindow, 'webContents'> {
  readonly id: number;
  readonly webContents: WebContents;
  readonly preloadPath: string | null;
  #bounds: Electron.Rectangle;
  #normalBounds: Electron.Rectangle;
  #minimumSize: number[];
  #title: string;
  #visible: boolean;
  #focused = false;
  #maximized = false;
  #minimized = false;
  #fullScreen = false;
  #menuBarVisible = true;
  #backgroundColor: string;
  #destroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnsafePreferences(options.webPreferences ?? {});
    this.preloadPath = readablePreload(options.webPreferences?.preload);
    this.id = nextId++;
    this.webContents = new WebContents(this.id, loopback().appOrigin);
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#normalBounds = this.#bounds;
    this.#minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#title = options.title ?? app.getName();
    this.#visible = options.show ?? true;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    all.set(this.id, this);
    addWindow(this);
    app.emit('browser-window-created', new StandInEvent(), this);
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return [...all.values()].find((window) => window.#focused) ?? null;
  }

  static fromWebContents(contents: { readonly id: number }): BrowserWindow | null {
    return all.get(contents.id) ?? null;
  }

  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null;
  }

  /** Resolves when the page has loaded, in whatever browser the starter opens on the announced address. */
  loadURL(url: string): Promise<void> {
    const { appOrigin } = loopback();
    appOrigin.adopt(url);
    const loaded = new Promise<void>((resolve) => this.webContents.once('did-finish-load', resolve));
    if (this.webContents.hasPage) this.webContents.post({ type: 'load', path: appOrigin.toPath(url) });
    else host().announceWindow(this.id, loopback().entrance(this.id, appOrigin.toPath(url)), this.#bounds);
    return loaded;
  }

  /** Asks first: `close` may prevent it. */
  close(): void {
    if (this.#destroyed) return;
    const event = new StandInEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.destroy();
    all.delete(this.id);
    removeWindow(this);
    this.emit('closed');
    host().announceWindowGone(this.id);
    app.windowGone();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.#setVisible(true);
    this.focus();
  }

  showInactive(): void {
    this.#setVisible(true);
  }

  hide(): void {
    this.#setVisible(false);
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.webContents.focus();
  }

  blur(): void {}

  isFocused(): boolean {
    return this.#focused;
  }

  moveTop(): void {}

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return { ...this.#normalBounds };
  }

  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }

  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }

  getMinimumSize(): number[] {
    return [...this.#minimumSize];
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimumSize = [width, height];
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#moveTo({ ...this.#bounds, ...bounds });
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  center(): void {}

  maximize(): void {
    if (this.#maximized) return;
    this.#maximized = true;
    this.#visible = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    if (!this.#maximized) return;
    this.#maximized = false;
    this.emit('unmaximize');
  }

  isMaximized(): boolean {
    return this.#maximized;
  }

  minimize(): void {
    this.#minimized = true;
    this.emit('minimize');
  }

  restore(): void {
    if (!this.#minimized) return;
    this.#minimized = false;
    this.emit('restore');
  }

  isMinimized(): boolean {
    return this.#minimized;
  }

  setFullScreen(flag: boolean): void {
    if (this.#fullScreen === flag) return;
    this.#fullScreen = flag;
    this.emit(flag ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#fullScreen;
  }

  setTitle(title: string): void {
    this.#title = title;
    this.webContents.post({ type: 'title', title });
  }

  getTitle(): string {
    return this.#title;
  }

  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }

  getBackgroundColor(): string {
    return this.#backgroundColor;
  }

  setMenu(_menu: Electron.Menu | null): void {}

  removeMenu(): void {}

  setMenuBarVisibility(visible: boolean): void {
    this.#menuBarVisible = visible;
  }

  isMenuBarVisible(): boolean {
    return this.#menuBarVisible;
  }

  setAutoHideMenuBar(_hide: boolean): void {}

  setIcon(_icon: Electron.NativeImage | string): void {}

  setProgressBar(_progress: number): void {}

  flashFrame(_flag: boolean): void {}

  setTitleBarOverlay(_options: Electron.TitleBarOverlayOptions): void {}

  setSkipTaskbar(_skip: boolean): void {}

  setOverlayIcon(_overlay: Electron.NativeImage | null, _description: string): void {}

  // From here on: for the stand-in's own use.

  pageLoaded(): void {
    this.webContents.loaded();
    this.emit('ready-to-show');
  }

  pageTitled(title: string): void {
    const event = new StandInEvent();
    this.emit('page-title-updated', event, title, true);
    if (event.defaultPrevented) return;
    this.#title = title;
    this.webContents.setTitle(title);
  }

  pageChanged(state: PageState): void {
    if (state.focused !== this.#focused) {
      this.#focused = state.focused;
      this.emit(state.focused ? 'focus' : 'blur');
      app.emit(state.focused ? 'browser-window-focus' : 'browser-window-blur', new StandInEvent(), this);
    }
    if (state.width > 0 && state.height > 0)
      this.#moveTo({ x: state.x, y: state.y, width: state.width, height: state.height });
  }

  #moveTo(next: Electron.Rectangle): void {
    const before = this.#bounds;
    this.#bounds = next;
    if (!this.#maximized) this.#normalBounds = next;
    if (before.width !== next.width || before.height !== next.height) {
      this.emit('resize');
      this.emit('resized');
    }
    if (before.x !== next.x || before.y !== next.y) {
      this.emit('move');
      this.emit('moved');
    }
  }

  #setVisible(visible: boolean): void {
    if (this.#visible === visible) return;
    this.#visible = visible;
    this.emit(visible ? 'show' : 'hide');
  }
}
strictStatics(BrowserWindow);

function readablePreload(path: string | undefined): string | null {
  if (path === undefined) return null;
  if (!isAbsolute(path)) throw new Error(`preload script must have absolute path: ${path}`);
  if (!existsSync(path)) throw new Error(`the preload script ${path} does not exist`);
  return path;
}

export { BrowserWindow };
