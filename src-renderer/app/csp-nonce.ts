/** The nonce that style elements made by Ant Design and AG Grid carry; the main process writes it into the page. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
