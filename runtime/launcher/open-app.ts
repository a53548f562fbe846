import { fileURLToPath } from 'node:url';
import { BrowserAppWindow } from './browser-window.ts';
import { findBrowser } from './find-browser.ts';
import { StandInProcess, type WindowAnnounced } from './start-stand-in.ts';

/**
 * `node runtime/launcher/open-app.ts [arguments of the app]`: runs the built app on the stand-in for a person,
 * in an installed browser's window, or without a display as an address to open.
 */
const appRoot = fileURLToPath(new URL('../..', import.meta.url));

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

function show(window: WindowAnnounced, open: Set<BrowserAppWindow>): void {
  const browser = hasDisplay() ? findBrowser() : null;
  if (browser !== null) {
    open.add(new BrowserAppWindow(browser, window));
    console.log('open      Keben runs; close its window or press Ctrl+C to end it');
    return;
  }
  const why = hasDisplay() ? 'no Chrome, Chromium or Edge found (KEBEN_BROWSER names one)' : 'no display';
  console.log(`open      ${why}; open this address, it works once: ${window.url}`);
}

/** Gives the arguments to start again with, or null when the app has ended for good. */
async function runOnce(args: readonly string[]): Promise<readonly string[] | null> {
  const app = new StandInProcess({ appRoot, args, inheritOutput: true, detached: process.platform !== 'win32' });
  const open = new Set<BrowserAppWindow>();
  app.onWindow((window) => show(window, open));
  const stop = (): void => app.signal('SIGTERM');
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const code = await app.exited;
  process.off('SIGINT', stop).off('SIGTERM', stop);
  await Promise.all([...open].map((window) => window.close()));
  process.exitCode = code ?? 1;
  return app.relaunchArgs;
}

let args: readonly string[] | null = process.argv.slice(2);
while (args !== null) args = await runOnce(args);
