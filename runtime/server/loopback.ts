import type { AppOrigin } from './app-origin.ts';

/** What windows need of the running server. Set once by boot. */
export interface Loopback {
  readonly appOrigin: AppOrigin;
  /** The address that lets one browser in, once, and then shows `path` as that window. */
  entrance(windowId: number, path: string): string;
}

let current: Loopback | null = null;

export function setLoopback(loopback: Loopback): void {
  current = loopback;
}

export function loopback(): Loopback {
  if (current === null) throw new Error('the loopback server is not running');
  return current;
}
