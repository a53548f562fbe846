import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchOnElectron } from './harness/launch-on-electron.ts';
import { launchOnStandIn } from './harness/launch-on-stand-in.ts';
import type { PageWatch } from './harness/watched-page.ts';

export interface LaunchOptions {
  /** The app's data folder. Left out, a new one that `close` deletes. */
  readonly userData?: string;
  readonly book?: string;
  /** More arguments for the app. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of the page, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Of the system; what the app starts with until the user chooses. Left out, Chinese. */
  readonly locale?: 'zh-CN' | 'en-US';
  readonly preferInstalledBrowser?: boolean;
  /** ISO-8601: the moment at which main process and page believe to start. On the stand-in only. */
  readonly clock?: string;
}

/** Runs in the app's main process with the electron module. It arrives as text: it may use its two arguments only. */
export type InMain<A, R> = (electron: typeof Electron.CrossProcessExports, arg: A) => R | Promise<R>;

export interface LaunchedApp {
  readonly userData: string;
  readonly mainPid: number;
  /** What the pages did that they must not; see PageWatch. */
  readonly watch: PageWatch;
  /** The page of the first window, loaded. */
  firstWindow(): Promise<Page>;
  evaluate<A, R>(inMain: InMain<A, R>, arg: A): Promise<R>;
  evaluate<R>(inMain: InMain<undefined, R>): Promise<R>;
  /** Ends the app as a person would; resolves when its process has gone. Throws when it does not go. */
  close(): Promise<void>;
  /** As a power cut: no handler runs. The data folder stays, whoever made it. */
  kill9(): Promise<void>;
}

/** Starts the built app (`npm run build` first) on the stand-in, or with `E2E_RUNTIME=electron` on real Electron. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const ownFolder = options.userData === undefined ? mkdtempSync(join(tmpdir(), 'keben-e2e-')) : null;
  const userData = options.userData ?? ownFolder ?? '';
  const args = [
    `--user-data-dir=${userData}`,
    ...(options.book === undefined ? [] : [`--book=${options.book}`]),
    ...(options.args ?? []),
  ];
  const launch = process.env.E2E_RUNTIME === 'electron' ? launchOnElectron : launchOnStandIn;
  const app = await launch({ ...options, userData, args });
  const close = async (): Promise<void> => {
    await app.close();
    if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true });
  };
  return { ...app, userData, close };
}
