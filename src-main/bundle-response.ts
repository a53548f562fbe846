import { readFile } from 'node:fs/promises';
import { isOfAppOrigin } from './app-origin.ts';
import type { BundleFile } from './files/bundle-files.ts';
import { contentSecurityPolicy } from './security-rules.ts';

/** Stands in index.html where the nonce of this page load goes, for Ant Design's and AG Grid's styles. */
export const noncePlaceholder = '__CSP_NONCE__';

/**
 * Answers a request to `app://bundle/`: GET or HEAD of a file of the bundle, else a refusal without a body.
 * `makeNonce` gives a fresh unguessable text at every load of the page.
 */
export async function answerBundleRequest(
  request: Request,
  files: ReadonlyMap<string, BundleFile>,
  makeNonce: () => string,
): Promise<Response> {
  if (!isOfAppOrigin(request.url)) return refusal(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const file = files.get(new URL(request.url).pathname);
  if (!file) return refusal(404);
  const nonce = makeNonce();
  const headers = { ...securityHeaders(nonce), 'content-type': file.contentType };
  if (request.method === 'HEAD') return new Response(null, { headers });
  if (!file.contentType.startsWith('text/html')) return new Response(await readFile(file.path), { headers });
  return new Response(withNonce(await readFile(file.path, 'utf8'), nonce), { headers });
}

function withNonce(page: string, nonce: string): string {
  if (!page.includes(noncePlaceholder)) throw new Error(`index.html holds no ${noncePlaceholder}: no style would load`);
  return page.replaceAll(noncePlaceholder, nonce);
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders('none') });
}

function securityHeaders(nonce: string) {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
