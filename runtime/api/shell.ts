import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Matches } from './matches.ts';
import { strict } from './strict.ts';

const opener: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer.exe' };

/** Hands the target to the desktop. It is one argument of the program and never passes through a shell. */
function open(target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(opener[process.platform] ?? 'xdg-open', [target], { stdio: 'ignore', detached: true });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

export const shell = strict('shell', {
  openExternal: (url) => open(url),
  openPath: (path) =>
    open(path).then(
      () => '',
      (error: Error) => error.message,
    ),
  showItemInFolder: (path) => {
    open(dirname(path)).catch((error: Error) =>
      console.warn(`the folder of ${path} could not be shown: ${error.message}`),
    );
  },
  beep: () => {},
} satisfies Matches<Electron.Shell>);
