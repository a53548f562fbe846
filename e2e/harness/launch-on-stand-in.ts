import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { StandInProcess, type WindowAnnounced } from '../../runtime/launcher/start-stand-in.ts';
import { clockVariable, startClockAt } from '../../runtime/shifted-clock.ts';
import type { InMain, LaunchedApp, LaunchOptions } from '../launch-app.ts';
import { openTestBrowser } from './test-browser.ts';
import { PageWatch } from './watched-page.ts';

/** The project, or the app that `KEBEN_APP` names: `npm run package:check` runs a journey on what was packed. */
const appRoot = process.env.KEBEN_APP ?? fileURLToPath(new URL('../..', import.meta.url));
const closeMs = 15_000;

/** The app's main process on Node, its page in a headless browser of its own. */
export async function launchOnStandIn(
  options: LaunchOptions & { readonly userData: string; readonly args: readonly string[] },
): Promise<LaunchedApp> {
  const locale = options.locale ?? 'zh-CN';
  const posixLocale = `${locale.replace('-', '_')}.UTF-8`;
  const env = { ...process.env, LANG: posixLocale, LC_ALL: posixLocale, ...clockOf(options), ...options.env };
  const app = new StandInProcess({ appRoot, args: options.args, env });
  const announced = firstAnnounced(app);
  // A failed start is reported by whoever awaits it; until then it must not count as unhandled.
  announced.catch(() => {});
  const browser = await openTestBrowser({ preferInstalled: options.preferInstalledBrowser === true });
  const context = await browser.newContext({ viewport: options.size ?? { width: 1366, height: 768 }, locale });
  if (options.clock !== undefined) await context.addInitScript(startClockAt, Date.parse(options.clock));
  const page = await context.newPage();
  const watch = new PageWatch(page);
  let shown: Promise<Page> | null = null;
  return {
    userData: options.userData,
    mainPid: app.pid,
    watch,
    firstWindow: () => {
      shown ??= show(page, announced);
      return shown;
    },
    // safe: the type of the result is the type that the function given says it returns
    evaluate: <A, R>(inMain: InMain<A, R>, arg?: A) => app.evaluate(inMain.toString(), arg) as Promise<R>,
    close: () => end(app, browser),
    kill9: async () => {
      app.signal('SIGKILL');
      await app.exited;
      await browser.close();
    },
  };
}

function clockOf({ clock }: LaunchOptions): Readonly<Record<string, string>> {
  return clock === undefined ? {} : { [clockVariable]: clock };
}

function firstAnnounced(app: StandInProcess): Promise<WindowAnnounced> {
  return new Promise((resolve, reject) => {
    app.onWindow(resolve);
    app.exited.then(
      (code) => reject(new Error(`the app ended with ${code} before it opened a window\n${app.output}`)),
      reject,
    );
  });
}

async function show(page: Page, announced: Promise<WindowAnnounced>): Promise<Page> {
  const { url } = await announced;
  await page.goto(url);
  await page.waitForURL((now) => !now.pathname.startsWith('/__stand-in'), { waitUntil: 'load' });
  return page;
}

async function end(app: StandInProcess, browser: Browser): Promise<void> {
  if (!app.hasExited) app.signal('SIGTERM');
  const late = AbortSignal.timeout(closeMs);
  const gaveUp = new Promise<never>((_resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error(`the app did not end within ${closeMs} ms\n${app.output}`)), {
      once: true,
    });
  });
  try {
    await Promise.race([app.exited, gaveUp]);
  } finally {
    if (!app.hasExited) app.signal('SIGKILL');
    await browser.close();
  }
}
