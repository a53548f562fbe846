import { isAppPage, isOfAppOrigin } from './app-origin.ts';

/**
 * What a page of ours may do, said by Chromium itself. No inline script or style, no eval: a customer's name that
 * turned into markup could do nothing. Styles made at run time (Ant Design, AG Grid) carry the page load's nonce.
 * data: images are the icons inside their style sheets.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Spelled out although most are Electron's defaults: a default may change, and a test watches these. */
export function webPreferences(preload: string) {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  } as const;
}

/** Requests leave for the app's own origin only; `devtools:` serves the developer tools' own window. */
export function mayRequest(url: string): boolean {
  return isOfAppOrigin(url) || url.startsWith('devtools://devtools/');
}

/** The window may load its own page again and go nowhere else. */
export function mayNavigate(url: string): boolean {
  return isAppPage(url);
}

/** Who sent an IPC message. */
export interface Sender {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** Only our page in the window's main frame may call; null is a frame that is gone. */
export function isTrustedSender(sender: Sender | null): boolean {
  return sender?.isMainFrame === true && isOfAppOrigin(sender.url);
}

/** Digits, and what a phone has beside them: nothing that a phone program could read as more than a number. */
const phoneLink = /^tel:\+?[\d*#]{2,32}$/i;
const linkProtocols: ReadonlySet<string> = new Set(['https:', 'mailto:', 'tel:']);

/**
 * The address to hand to the desktop, in its normal form, or null when it must not leave. file:, smb:, ms-*: and the
 * like start programs; an address with a password in it is a trick more often than a link.
 */
export function externalLink(text: string): string | null {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (!linkProtocols.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (url.protocol === 'tel:' && !phoneLink.test(trimmed)) return null;
  return url.protocol === 'https:' && url.hostname === '' ? null : url.href;
}
