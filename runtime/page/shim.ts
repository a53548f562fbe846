import type { PageState, ToPage } from '../messages.ts';
import { exposeInMainWorld } from './bridge.ts';
import { pathOf, showClosed, showDialog, showToast } from './dialogs.ts';
import { guardNavigation } from './guard.ts';
import { setAccelerators, watchKeys } from './keys.ts';
import { onMessage, ownWindowId, post } from './socket.ts';

type Preload = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: unknown,
) => void;
type Reply = Extract<ToPage, { type: 'reply' }>;
type Listener = (event: unknown, ...args: unknown[]) => void;

const calls = new Map<number, (reply: Reply) => void>();
const listeners = new Map<string, Set<Listener>>();
let nextCall = 1;
let closed = false;

const ipcRenderer = {
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const id = nextCall++;
    return new Promise((resolve, reject) => {
      calls.set(id, (reply) => (reply.ok ? resolve(reply.value) : reject(new Error(reply.message))));
      post({ type: 'invoke', id, url: location.href, channel, args });
    });
  },
  send(channel: string, ...args: unknown[]): void {
    post({ type: 'send', url: location.href, channel, args });
  },
  on(channel: string, listener: Listener): unknown {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known.add(listener));
    return ipcRenderer;
  },
  off(channel: string, listener: Listener): unknown {
    listeners.get(channel)?.delete(listener);
    return ipcRenderer;
  },
  removeListener(channel: string, listener: Listener): unknown {
    return ipcRenderer.off(channel, listener);
  },
};

const preloadElectron = strict('electron', {
  ipcRenderer: strict('ipcRenderer', ipcRenderer),
  contextBridge: strict('contextBridge', { exposeInMainWorld }),
  webUtils: strict('webUtils', { getPathForFile: pathOf }),
});

/** Called by start.js with the preload's code: connects, then runs it before any script of the app. */
export function start(preload: Preload): void {
  onMessage(receive);
  post({ type: 'hello', windowId: ownWindowId(), url: location.href, title: document.title, state: pageState() });
  guardNavigation();
  watchKeys();
  watchPage();
  const module = { exports: {} };
  preload(
    requireInPreload,
    module,
    module.exports,
    Object.freeze({ type: 'renderer', sandboxed: true, contextIsolated: true, platform: platform() }),
  );
}

/** A sandboxed preload has no other modules. */
function requireInPreload(name: string): unknown {
  if (name === 'electron' || name === 'electron/renderer') return preloadElectron;
  throw new Error(`module not found: ${name}`);
}

function receive(message: ToPage): void {
  switch (message.type) {
    case 'reply':
      calls.get(message.id)?.(message);
      calls.delete(message.id);
      return;
    case 'message':
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: preloadElectron.ipcRenderer, ports: [] }, ...message.args);
      return;
    case 'dialog':
      showDialog(message.id, message.dialog);
      return;
    case 'accelerators':
      setAccelerators(message.accelerators);
      return;
    case 'toast':
      showToast(message.title, message.body);
      return;
    case 'title':
      document.title = message.title;
      return;
    case 'reload':
      location.reload();
      return;
    case 'load':
      location.assign(message.path);
      return;
    case 'focus':
      window.focus();
      return;
    case 'closed':
      end(message.reason);
      return;
    default:
      throw new Error(`unknown message ${JSON.stringify(message satisfies never)}`);
  }
}

function end(reason: 'quit' | 'replaced'): void {
  if (closed) return;
  closed = true;
  if (reason === 'quit') window.close();
  showClosed(reason === 'quit' ? '已关闭 · Closed' : '已在另一窗口打开 · Open in another window');
}

function watchPage(): void {
  const report = (): void => post({ type: 'state', state: pageState() });
  for (const event of ['focus', 'blur', 'resize']) window.addEventListener(event, report);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', report);
  const whenLoaded = (): void => {
    post({ type: 'loaded' });
    new MutationObserver(() => post({ type: 'title', title: document.title })).observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  };
  if (document.readyState === 'complete') whenLoaded();
  else window.addEventListener('load', whenLoaded, { once: true });
}

function pageState(): PageState {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    focused: document.hasFocus(),
    dark,
    x: window.screenX,
    y: window.screenY,
    width: window.outerWidth,
    height: window.outerHeight,
  };
}

function platform(): string {
  if (navigator.userAgent.includes('Windows')) return 'win32';
  return navigator.userAgent.includes('Mac OS') ? 'darwin' : 'linux';
}

/** A missing member throws instead of being undefined. */
function strict<T extends object>(owner: string, object: T): T {
  return new Proxy(object, {
    get(target, member, receiver) {
      if (
        typeof member === 'string' &&
        !(member in target) &&
        member !== 'then' &&
        member !== '__esModule' &&
        member !== 'default'
      ) {
        throw new Error(`${owner}.${member} is not implemented in the stand-in for Electron's preload`);
      }
      return Reflect.get(target, member, receiver);
    },
  });
}
