/** What the API members need from the process that hosts them; set once by boot, before the app's main is loaded. */
export interface Host {
  readonly appRoot: string;
  readonly appName: string;
  readonly appVersion: string;
  /** Arguments after the app's folder. */
  readonly args: readonly string[];
  /** Tells the starter (launcher or test) that a window can be opened at this loopback address. */
  announceWindow(windowId: number, url: string, bounds: { readonly width: number; readonly height: number }): void;
  announceWindowGone(windowId: number): void;
  announceRelaunch(args: readonly string[]): void;
}

let current: Host | null = null;

export function setHost(host: Host): void {
  current = host;
}

export function host(): Host {
  if (current === null) throw new Error('the stand-in was not booted');
  return current;
}
