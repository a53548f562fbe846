import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { standInPath } from '../messages.ts';
import { Admission, type Visitor } from './admission.ts';
import { AppOrigin } from './app-origin.ts';
import { serveAppPage } from './app-pages.ts';
import { entrancePage } from './entrance-page.ts';
import type { Loopback } from './loopback.ts';
import { connectPage } from './page-connection.ts';
import { serveQuestion } from './page-questions.ts';
import { servePageScript } from './page-scripts.ts';

export interface LoopbackServer extends Loopback {
  readonly port: number;
}

/** Listens on 127.0.0.1 only. Nothing is answered before Admission has agreed. */
export async function startLoopbackServer(): Promise<LoopbackServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback server has no port');
  const admission = new Admission(address.port);
  const appOrigin = new AppOrigin(admission.origin);

  server.on('request', (request, response) => {
    answer(request, response, admission, appOrigin).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = request.url === `${standInPath}/socket` ? admission.refuse(visitorOf(request), true) : 403;
    if (refused !== null) {
      socket.end(`HTTP/1.1 ${refused} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => connectPage(webSocket));
  });

  return {
    port: address.port,
    appOrigin,
    entrance: (windowId, path) => {
      const query = new URLSearchParams({ secret: admission.issueSecret(windowId), to: path });
      return `${admission.origin}${standInPath}/enter?${query}`;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  admission: Admission,
  appOrigin: AppOrigin,
): Promise<void> {
  const visitor = visitorOf(request);
  const url = new URL(request.url ?? '/', admission.origin);
  const isEntrance = request.method === 'GET' && url.pathname === `${standInPath}/enter`;
  const refused = isEntrance ? admission.refuseStranger(visitor) : admission.refuse(visitor);
  if (refused !== null) {
    response.writeHead(refused, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(
      refused === 421 ? 'Misdirected request' : 'Refused: open the address that npm start printed, it works once.',
    );
    return;
  }
  if (isEntrance) {
    const windowId = admission.redeem(url.searchParams.get('secret') ?? '');
    if (windowId === null) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Refused: this address was used before. Start the app again for a new one.');
      return;
    }
    const page = entrancePage(windowId, url.searchParams.get('to') ?? '/');
    response.writeHead(200, { ...page.headers, 'set-cookie': admission.setCookie });
    response.end(page.html);
    return;
  }
  // Browsers ask for it by themselves; Electron does not.
  if (url.pathname === '/favicon.ico') response.writeHead(204).end();
  else if (url.pathname.startsWith(`${standInPath}/page/`)) servePageScript(url, response);
  else if (url.pathname.startsWith(`${standInPath}/`)) await serveQuestion(url, request, response);
  else await serveAppPage(url, request, response, appOrigin);
}

function visitorOf(request: IncomingMessage): Visitor {
  const fetchSite = request.headers['sec-fetch-site'];
  return {
    method: request.method ?? 'GET',
    host: request.headers.host,
    origin: request.headers.origin,
    cookie: request.headers.cookie,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
  };
}
