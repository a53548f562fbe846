import type { Page } from 'playwright-core';

/** What a page did that the app must never do. A journey asserts at its end that every list is empty. */
export class PageWatch {
  readonly consoleErrors: string[] = [];
  readonly cspViolations: string[] = [];
  /** Addresses of requests to any origin but the app's own. */
  readonly foreignRequests: string[] = [];

  constructor(page: Page) {
    const ownOrigin = (): string => new URL(page.url()).origin;
    page.on('pageerror', (error) => this.consoleErrors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const text = message.text();
      if (text.includes('Content Security Policy')) this.cspViolations.push(text);
      else this.consoleErrors.push(text);
    });
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = new URL(url).origin === ownOrigin() && url.startsWith(`${new URL(page.url()).protocol}//`);
      if (!isOwn && !url.startsWith('data:') && !url.startsWith('blob:') && page.url() !== 'about:blank')
        this.foreignRequests.push(url);
    });
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== new URL(page.url()).host) this.foreignRequests.push(socket.url());
    });
  }

  /** Everything that was seen, in one list for one assertion. */
  get offences(): readonly string[] {
    return [...this.consoleErrors, ...this.cspViolations, ...this.foreignRequests.map((url) => `request to ${url}`)];
  }
}
