import { decode, encode } from '../codec.ts';
import { type FromPage, standInPath, type ToPage } from '../messages.ts';

type Listener = (message: ToPage) => void;

const listeners = new Set<Listener>();
const waiting: FromPage[] = [];
const socket = new WebSocket(`ws://${location.host}${standInPath}/socket`);

socket.addEventListener('open', () => {
  for (const message of waiting.splice(0)) socket.send(encode(message));
});
socket.addEventListener('message', (event) => {
  // safe: the server is ours and is compiled against this type
  const message = decode(String(event.data)) as ToPage;
  for (const listener of listeners) listener(message);
});
socket.addEventListener('close', () => {
  for (const listener of listeners) listener({ type: 'closed', reason: 'quit' });
});

export function post(message: FromPage): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(encode(message));
  else if (socket.readyState === WebSocket.CONNECTING) waiting.push(message);
}

export function onMessage(listener: Listener): void {
  listeners.add(listener);
}

export function ownWindowId(): number | null {
  const kept = sessionStorage.getItem('stand-in-window');
  return kept === null ? null : Number(kept);
}

/** Asks and waits: the Electron calls behind these questions return their answer at once. */
export function askNow(
  question: string,
  parameters: Readonly<Record<string, string>>,
  body: Blob | null = null,
): string {
  const query = new URLSearchParams({ window: String(ownWindowId() ?? ''), ...parameters });
  const request = new XMLHttpRequest();
  request.open('POST', `${standInPath}/${question}?${query}`, false);
  request.send(body);
  if (request.status !== 200) throw new Error(`${question}: the stand-in answered ${request.status}`);
  return request.responseText;
}
