import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAppRequest } from '../api/protocol.ts';
import { headersFor, isCancelled } from '../api/session.ts';
import { standInPath } from '../messages.ts';
import type { AppOrigin } from './app-origin.ts';

type ResourceType = Parameters<typeof isCancelled>[2];

const destinations: Readonly<Record<string, ResourceType>> = {
  document: 'mainFrame',
  iframe: 'subFrame',
  style: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  empty: 'xhr',
};

/** Answers with what the app's own `protocol.handle` gives for the same `app://` address. */
export async function serveAppPage(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  appOrigin: AppOrigin,
): Promise<void> {
  const method = request.method ?? 'GET';
  const appUrl = appOrigin.toApp(url.href);
  const resourceType = destinations[String(request.headers['sec-fetch-dest'])] ?? 'other';
  if (await isCancelled(appUrl, method, resourceType)) {
    response.writeHead(403).end();
    return;
  }
  const answer = await answerAppRequest(appOrigin.scheme ?? 'app', new Request(appUrl, { method }));
  const headers = await headersFor(appUrl, method, resourceType, answer.status, answer.headers);
  const body = Buffer.from(await answer.arrayBuffer());
  const isPage = headers.get('content-type')?.startsWith('text/html') === true;
  headers.delete('content-length');
  headers.delete('content-encoding');
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.end(isPage ? withPageScript(body.toString('utf8')) : body);
}

/** First in head, before any script of the app, and a module as theirs are: modules run in the order they are written. */
function withPageScript(html: string): string {
  const script = `<script type="module" src="${standInPath}/page/start.js"></script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) return `${script}${html}`;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}
