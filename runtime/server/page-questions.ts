import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BrowserWindow } from '../api/browser-window.ts';
import { standInPath } from '../messages.ts';
import { loopback } from './loopback.ts';

const largestFile = 512 * 1024 * 1024;
let folder: string | null = null;
let files = 0;

/**
 * What the page must know before it goes on, asked with a synchronous request, because the Electron calls behind
 * them are synchronous: where a dropped file lies, whether a navigation or a new window is allowed.
 */
export async function serveQuestion(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const question = request.method === 'POST' ? url.pathname.slice(standInPath.length) : '';
  const contents =
    BrowserWindow.fromId(Number(url.searchParams.get('window')))?.webContents ??
    BrowserWindow.getAllWindows()[0]?.webContents;
  const target = url.searchParams.get('url') ?? '';
  const app = loopback().appOrigin;
  if (question === '/file') end(response, await keepFile(url.searchParams.get('name') ?? '', request));
  else if (question === '/may-navigate')
    end(response, contents?.mayNavigate(app.toApp(target)) === true ? 'yes' : 'no');
  else if (question === '/may-open') end(response, contents?.mayOpen(app.toApp(target)) === true ? 'yes' : 'no');
  else response.writeHead(404).end();
}

function end(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(text);
}

/** A browser does not say where a dropped file lies, so its bytes are laid into a folder of this process's own. */
async function keepFile(name: string, request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestFile) throw new Error(`the file ${name} is larger than the stand-in takes`);
    chunks.push(chunk);
  }
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), 'stand-in-files-'));
    folder = made;
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  const own = join(folder, String(++files));
  await mkdir(own);
  const path = join(own, basename(name.replaceAll('\\', '/')) || 'file');
  await writeFile(path, Buffer.concat(chunks));
  return path;
}
