import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { BrowserWindow } from '../api/browser-window.ts';
import { standInPath } from '../messages.ts';

/** Script name in the page → source file. A list, so that a path in a request never becomes a path on the disk. */
const sources: Readonly<Record<string, string>> = {
  'page/shim.ts': '../page/shim.ts',
  'page/bridge.ts': '../page/bridge.ts',
  'page/socket.ts': '../page/socket.ts',
  'page/dialogs.ts': '../page/dialogs.ts',
  'page/guard.ts': '../page/guard.ts',
  'page/keys.ts': '../page/keys.ts',
  'codec.ts': '../codec.ts',
  'messages.ts': '../messages.ts',
};

/**
 * `start.js` runs the preload script with the page's stand-in for `electron`; the others are the stand-in's own
 * modules with their types removed. They are addressed below `/page/` as the files lie in runtime/.
 */
export function servePageScript(url: URL, response: ServerResponse): void {
  const name = url.pathname.slice(`${standInPath}/page/`.length);
  const code = name === 'start.js' ? startScript() : moduleScript(name);
  if (code === null) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
  response.end(code);
}

function moduleScript(name: string): string | null {
  const file = sources[name];
  return file === undefined ? null : stripTypeScriptTypes(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

/** The preload's text stands inside a function: the page's CSP forbids making code from text, and rightly so. */
function startScript(): string {
  const preload = BrowserWindow.getAllWindows().find((window) => window.preloadPath !== null)?.preloadPath ?? null;
  const code = preload === null ? '' : readFileSync(preload, 'utf8');
  return `import { start } from './page/shim.ts';\nstart(function (require, module, exports, process) {\n${code}\n});\n`;
}
