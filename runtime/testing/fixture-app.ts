import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { decode, encode } from '../codec.ts';
import { StandInProcess, type WindowAnnounced } from '../launcher/start-stand-in.ts';
import type { FromPage, ToPage } from '../messages.ts';

export const fixtureRoot = fileURLToPath(new URL('./app', import.meta.url));

export interface FixtureApp {
  readonly process: StandInProcess;
  readonly userData: string;
  readonly window: WindowAnnounced;
  readonly port: number;
  close(): Promise<void>;
}

/** The small app beside this file, running on the stand-in in a data folder of its own. */
export async function startFixtureApp(): Promise<FixtureApp> {
  const userData = mkdtempSync(join(tmpdir(), 'stand-in-fixture-'));
  const process = new StandInProcess({ appRoot: fixtureRoot, args: [`--user-data=${userData}`] });
  const window = await new Promise<WindowAnnounced>((resolve, reject) => {
    process.onWindow(resolve);
    process.exited.then((code) => reject(new Error(`the fixture app ended with ${code}\n${process.output}`)), reject);
  });
  return {
    process,
    userData,
    window,
    port: Number(new URL(window.url).port),
    close: async () => {
      process.signal('SIGTERM');
      await process.exited;
      rmSync(userData, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with exactly the headers given: fetch would not let a test lie about its Host. */
export function ask(url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.once('error', reject);
    request.end();
  });
}

/** Trades the secret in the window's address for the cookie, as a browser does. */
export async function enter(app: FixtureApp): Promise<string> {
  const { status, headers } = await ask(app.window.url);
  const cookie = [headers['set-cookie']].flat()[0]?.split(';')[0];
  if (status !== 200 || cookie === undefined) throw new Error(`the entrance answered ${status}`);
  return cookie;
}

/** The status of the WebSocket's handshake: 101 when it was let in. */
export function knock(port: number, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/__stand-in/socket`, { headers: { ...headers } });
    socket.once('open', () => {
      socket.close();
      resolve(101);
    });
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
    });
    socket.once('error', reject);
  });
}

/** Plays the page: says hello and gives every message to `hear`. */
export function playPage(
  app: FixtureApp,
  cookie: string,
  hear: (message: ToPage) => void,
): Promise<{ post(message: FromPage): void; leave(): void }> {
  const origin = `http://127.0.0.1:${app.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${app.port}/__stand-in/socket`, { headers: { origin, cookie } });
  // safe: the server is compiled against this type
  socket.on('message', (data) => hear(decode(String(data)) as ToPage));
  const post = (message: FromPage): void => socket.send(encode(message));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      const state = { focused: true, dark: false, x: 0, y: 0, width: 900, height: 600 };
      post({ type: 'hello', windowId: app.window.windowId, url: `${origin}/index.html`, title: 'Fixture', state });
      resolve({ post, leave: () => socket.close() });
    });
  });
}
