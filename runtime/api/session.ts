import { app } from './app.ts';
import type { Matches } from './matches.ts';
import { protocol } from './protocol.ts';
import { StrictEmitter, strict } from './strict.ts';

type BeforeRequest = Parameters<Electron.WebRequest['onBeforeRequest']>[0];
type HeadersReceived = Parameters<Electron.WebRequest['onHeadersReceived']>[0];
type Filtered<T> = (first: Electron.WebRequestFilter | T, second?: T) => void;

let beforeRequest: BeforeRequest = null;
let headersReceived: HeadersReceived = null;
let requestId = 1;

/** The filter is not looked at: the app's own requests are the only ones that come through here. */
function listenerOf<T>(first: Electron.WebRequestFilter | T, second: T | undefined): T | null {
  if (second !== undefined) return second;
  return typeof first === 'function' ? first : null;
}

const onBeforeRequest: Filtered<BeforeRequest> = (first, second) => {
  beforeRequest = listenerOf(first, second);
};
const onHeadersReceived: Filtered<HeadersReceived> = (first, second) => {
  headersReceived = listenerOf(first, second);
};

/**
 * Permissions, downloads and certificates belong to the browser here: the handlers are kept and never asked,
 * which docs/manual-checks.md lists among what only Electron can prove.
 */
class Session extends StrictEmitter implements Matches<Electron.Session, 'webRequest' | 'protocol'> {
  readonly protocol = protocol;
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest,
    onHeadersReceived,
  } satisfies Matches<Electron.WebRequest>);

  setPermissionRequestHandler(_handler: Parameters<Electron.Session['setPermissionRequestHandler']>[0]): void {}

  setPermissionCheckHandler(_handler: Parameters<Electron.Session['setPermissionCheckHandler']>[0]): void {}

  setDevicePermissionHandler(_handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0]): void {}

  setDisplayMediaRequestHandler(_handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]): void {}

  setCertificateVerifyProc(_proc: Parameters<Electron.Session['setCertificateVerifyProc']>[0]): void {}

  setSpellCheckerEnabled(_enabled: boolean): void {}

  setSpellCheckerLanguages(_languages: string[]): void {}

  setProxy(_config: Electron.ProxyConfig): Promise<void> {
    return Promise.resolve();
  }

  clearCache(): Promise<void> {
    return Promise.resolve();
  }

  clearStorageData(_options?: Electron.ClearStorageDataOptions): Promise<void> {
    return Promise.resolve();
  }
}

const only = new Session();

export const session = strict('session', {
  get defaultSession(): Session {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    return only;
  },
});

export type { Session };

type ResourceType = Electron.OnBeforeRequestListenerDetails['resourceType'];

/** For the stand-in's own use: true when the app's `onBeforeRequest` cancels it. */
export function isCancelled(url: string, method: string, resourceType: ResourceType): Promise<boolean> {
  const listener = beforeRequest;
  if (listener === null) return Promise.resolve(false);
  const details = { id: requestId++, url, method, resourceType, referrer: '', timestamp: Date.now(), uploadData: [] };
  return new Promise((resolve) => listener(details, (response) => resolve(response.cancel === true)));
}

/** For the stand-in's own use: the headers as the app's `onHeadersReceived` leaves them. */
export function headersFor(
  url: string,
  method: string,
  resourceType: ResourceType,
  statusCode: number,
  headers: Headers,
): Promise<Headers> {
  const listener = headersReceived;
  if (listener === null) return Promise.resolve(headers);
  const responseHeaders: Record<string, string[]> = {};
  for (const [name, value] of headers) responseHeaders[name] = [value];
  const details = {
    id: requestId++,
    url,
    method,
    resourceType,
    referrer: '',
    timestamp: Date.now(),
    statusLine: `HTTP/1.1 ${statusCode}`,
    statusCode,
    responseHeaders,
  };
  return new Promise((resolve) => {
    listener(details, (response) => {
      const changed = new Headers();
      for (const [name, value] of Object.entries(response.responseHeaders ?? responseHeaders)) {
        for (const item of Array.isArray(value) ? value : [value]) changed.append(name, item);
      }
      resolve(changed);
    });
  });
}
