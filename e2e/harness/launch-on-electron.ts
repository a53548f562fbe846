import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { InMain, LaunchedApp, LaunchOptions } from '../launch-app.ts';
import { PageWatch } from './watched-page.ts';

const appRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The same app on real Electron. Not seen to run yet where its binary cannot be had; see docs/manual-checks.md. */
export async function launchOnElectron(
  options: LaunchOptions & { readonly userData: string; readonly args: readonly string[] },
): Promise<LaunchedApp> {
  if (options.clock !== undefined) throw new Error('only the stand-in has a clock that can be set');
  const app = await _electron.launch({
    args: [appRoot, `--lang=${options.locale ?? 'zh-CN'}`, ...options.args],
    env: definedOnly({ ...process.env, ...options.env }),
  });
  const page = await app.firstWindow();
  const watch = new PageWatch(page);
  const main = app.process();
  if (main.pid === undefined) throw new Error('Electron did not start');
  return {
    userData: options.userData,
    mainPid: main.pid,
    watch,
    firstWindow: async (): Promise<Page> => {
      await page.waitForLoadState('load');
      if (options.size !== undefined) await page.setViewportSize(options.size);
      return page;
    },
    evaluate: <A, R>(inMain: InMain<A, R>, arg?: A) => evaluate(app, inMain, arg),
    close: () => app.close(),
    kill9: async () => {
      const gone = new Promise((resolve) => main.once('exit', resolve));
      main.kill('SIGKILL');
      await gone;
    },
  };
}

/** As text, like on the stand-in, so that a function which works there works here. */
async function evaluate<A, R>(app: ElectronApplication, inMain: InMain<A, R>, arg: A | undefined): Promise<R> {
  const call = { source: inMain.toString(), arg };
  const value: unknown = await app.evaluate(
    (electron, { source, arg: given }) => new Function(`return (${source});`)()(electron, given),
    call,
  );
  return value as R; // safe: the function given says that it returns this
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
