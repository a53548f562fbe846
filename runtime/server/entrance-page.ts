import { randomBytes } from 'node:crypto';

/**
 * The page behind the single-use secret: remembers in the tab which window it is, so that a reload finds its
 * window again, and moves on to the app. `replace` keeps the secret out of the history.
 */
export function entrancePage(
  windowId: number,
  to: string,
): { readonly headers: Record<string, string>; readonly html: string } {
  const nonce = randomBytes(16).toString('base64');
  // A path of our own only; `//host` would be another origin.
  const path = to.startsWith('/') && !to.startsWith('//') ? to : '/';
  const literal = JSON.stringify(path).replaceAll('<', '\\u003c');
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      // As the app's own page: a change between the two would give the page another browsing context.
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'`,
    },
    html: `<!doctype html><script nonce="${nonce}">sessionStorage.setItem('stand-in-window', '${windowId}'); location.replace(${literal});</script>`,
  };
}
