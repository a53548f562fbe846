import type { Matches } from './matches.ts';
import { strict } from './strict.ts';

let text = '';

/** The main process's clipboard, apart from the desktop's; copying in the page uses the browser's own. */
export const clipboard = strict('clipboard', {
  readText: () => Promise.resolve(text),
  writeText: (next: string) => {
    text = next;
    return Promise.resolve();
  },
  clear: () => {
    text = '';
  },
} satisfies Matches<Electron.Clipboard>);
