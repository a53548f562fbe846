import { fileURLToPath } from 'node:url';
import { _electron, type Page } from 'playwright-core';
import type { LaunchedApp, LaunchOptions } from '../launch-app.ts';
import { PageWatch } from './watched-page.ts';

const appRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The same app on real Electron, driven by Playwright. Not run yet where the binary cannot be had; see docs/manual-checks.md. */
export async function launchOnElectron(
  options: LaunchOptions & { readonly userData: string; readonly args: readonly string[] },
): Promise<LaunchedApp> {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...options.env }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const app = await _electron.launch({ args: [appRoot, ...options.args], env });
  const page = await app.firstWindow();
  const watch = new PageWatch(page);
  const process_ = app.process();
  if (process_.pid === undefined) throw new Error('Electron did not start');
  return {
    userData: options.userData,
    mainPid: process_.pid,
    watch,
    firstWindow: async (): Promise<Page> => {
      if (options.size !== undefined) await page.setViewportSize(options.size);
      return page;
    },
    evaluate: <A, R>(inMain: (electron: never, arg: A) => R | Promise<R>, arg?: A) =>
      app.evaluate(inMain as never, arg) as Promise<R>,
    close: () => app.close(),
    kill9: async () => {
      const gone = new Promise((resolve) => process_.once('exit', resolve));
      process_.kill('SIGKILL');
      await gone;
    },
  };
}
