import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { host } from './host.ts';
import type { Matches } from './matches.ts';
import { processMetrics } from './process-metrics.ts';
import { SingleInstanceLock } from './single-instance.ts';
import { StandInEvent, StrictEmitter } from './strict.ts';
import { closeAllWindows, destroyAllWindows, windowCount } from './window-list.ts';

type PathName = Parameters<Electron.App['getPath']>[0];

const homeFolders: Partial<Record<PathName, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

class App extends StrictEmitter implements Matches<Electron.App> {
  readonly isPackaged = false;
  readonly commandLine: Electron.CommandLine;
  #name: string | null = null;
  #paths = new Map<PathName, string>();
  #ready = false;
  #quitting = false;
  #ended = false;
  #lock: SingleInstanceLock | null = null;
  #markReady: () => void = () => {};
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#markReady = resolve;
  });

  constructor(commandLine: Electron.CommandLine) {
    super();
    this.commandLine = commandLine;
  }

  get name(): string {
    return this.getName();
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  getName(): string {
    return this.#name ?? host().appName;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return host().appVersion;
  }

  getAppPath(): string {
    return host().appRoot;
  }

  /** Pages of a browser have no phone program to hand a number to. */
  getApplicationNameForProtocol(): string {
    return '';
  }

  getLocale(): string {
    return this.getSystemLocale();
  }

  getSystemLocale(): string {
    const posix = (process.env.LC_ALL ?? process.env.LANG ?? '').split('.')[0]?.replace('_', '-') ?? '';
    return posix === '' || posix === 'C' || posix === 'POSIX' ? 'en-US' : posix;
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  getPath(name: PathName): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const folder = homeFolders[name];
    if (folder !== undefined) return join(homedir(), folder);
    if (name === 'home') return homedir();
    if (name === 'temp') return tmpdir();
    if (name === 'exe') return process.execPath;
    if (name === 'appData') return appDataFolder();
    if (name === 'userData' || name === 'sessionData') return join(this.getPath('appData'), this.getName());
    if (name === 'logs') return join(this.getPath('userData'), 'logs');
    if (name === 'crashDumps') return join(this.getPath('userData'), 'Crashpad');
    throw new Error(`Failed to get '${name}' path`);
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    const known: readonly PathName[] = [
      'home',
      'appData',
      'userData',
      'sessionData',
      'temp',
      'exe',
      'desktop',
      'documents',
      'downloads',
      'logs',
      'crashDumps',
    ];
    const key = known.find((candidate) => candidate === name);
    if (key === undefined) throw new Error(`Failed to set path '${name}'`);
    this.#paths.set(key, path);
  }

  getAppMetrics(): Electron.ProcessMetric[] {
    return processMetrics();
  }

  setAppUserModelId(_id: string): void {}

  setAboutPanelOptions(_options: Electron.AboutPanelOptionsOptions): void {}

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  disableHardwareAcceleration(): void {
    if (this.#ready) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
  }

  focus(_options?: Electron.FocusOptions): void {}

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    if (this.#lock?.held === true) return true;
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    this.#lock = new SingleInstanceLock(folder, (second) => {
      this.emit('second-instance', new StandInEvent(), second.argv, second.workingDirectory, second.additionalData);
    });
    return this.#lock.acquire({ argv: process.argv, workingDirectory: process.cwd(), additionalData });
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.held === true;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  getLoginItemSettings(_options?: Electron.LoginItemSettingsOptions): Electron.LoginItemSettings {
    return {
      openAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }

  relaunch(options?: Electron.RelaunchOptions): void {
    host().announceRelaunch(options?.args ?? host().args);
  }

  /** Asks everyone: `before-quit`, each window's `close`, `will-quit`; any of them can stop it. */
  quit(): void {
    if (this.#quitting || this.#ended) return;
    this.#quitting = true;
    const before = new StandInEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented || !closeAllWindows()) {
      this.#quitting = false;
      return;
    }
    const will = new StandInEvent();
    this.emit('will-quit', will);
    this.#quitting = false;
    if (!will.defaultPrevented) this.#end(0);
  }

  exit(exitCode = 0): void {
    destroyAllWindows();
    this.#end(exitCode);
  }

  #end(exitCode: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.emit('quit', new StandInEvent(), exitCode);
    this.#lock?.release();
    // The page is told on its socket that the app has gone; give the words a moment to leave.
    setTimeout(() => process.exit(exitCode), 30);
  }

  /** Called by boot once the app's main has been evaluated. */
  becomeReady(): void {
    this.#ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', new StandInEvent(), {});
    this.#markReady();
  }

  /** Called when a window has gone. As in Electron, the app quits by itself when nobody listens. */
  windowGone(): void {
    if (windowCount() > 0 || this.#quitting || this.#ended) return;
    if (!this.emit('window-all-closed')) this.quit();
  }
}

function appDataFolder(): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

const switches = new Map<string, string>();
const commandLine: Electron.CommandLine = {
  appendArgument: () => {},
  appendSwitch: (name, value = '') => {
    switches.set(name, value);
  },
  getSwitchValue: (name) => switches.get(name) ?? '',
  hasSwitch: (name) => switches.has(name),
  removeSwitch: (name) => {
    switches.delete(name);
  },
};

export const app = new App(commandLine);
