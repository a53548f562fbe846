import { app, type BrowserWindow, type Session, shell } from 'electron';
import { externalLink, mayNavigate, mayRequest } from './security-rules.ts';

/** Before ready. Every renderer process is sandboxed, whatever a window's preferences may say one day. */
export function sandboxEveryPage(): void {
  app.enableSandbox();
}

/** Nothing is asked of the network, and no permission (camera, place, notifications …) is given to any page. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  // The dictionaries of the spell checker come from a server.
  session.setSpellCheckerEnabled(false);
  // A download could only come from a page that is not ours: files leave through the app's own dialogs.
  session.on('will-download', (event) => event.preventDefault());
}

/** The window stays on its page: no navigation, no redirect, no second window, no webview. */
export function lockWindow(window: BrowserWindow): void {
  const contents = window.webContents;
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!mayNavigate(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The only way out to a browser, mail program or phone. False: the address is not one that may leave. */
export async function openExternalLink(url: string): Promise<boolean> {
  const link = externalLink(url);
  if (link === null) return false;
  await shell.openExternal(link);
  return true;
}
