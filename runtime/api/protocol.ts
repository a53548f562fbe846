import { app } from './app.ts';
import type { Matches } from './matches.ts';
import { strict } from './strict.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

const handlers = new Map<string, Handler>();
const privileged = new Set<string>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP === true) throw new Error(`the scheme ${scheme} must not bypass the CSP`);
      privileged.add(scheme);
    }
  },
  handle(scheme, handler) {
    if (!app.isReady()) throw new Error('protocol.handle cannot be used before app is ready');
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme) {
    handlers.delete(scheme);
  },
  isProtocolHandled(scheme) {
    return handlers.has(scheme);
  },
} satisfies Matches<Electron.Protocol>);

/** For the stand-in's own use. */
export async function answerAppRequest(scheme: string, request: Request): Promise<Response> {
  const handler = handlers.get(scheme);
  if (handler === undefined) return new Response(`nothing handles ${scheme}://`, { status: 404 });
  // Without the privilege real Electron gives the page an opaque origin, and storage and modules fail there.
  if (!privileged.has(scheme)) throw new Error(`the scheme ${scheme} was not registered as privileged before ready`);
  return await handler(request);
}
