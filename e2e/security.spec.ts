import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LaunchedApp, launchApp } from './launch-app.ts';

let app: LaunchedApp;
let page: Page;

beforeAll(async () => {
  app = await launchApp();
  page = await app.firstWindow();
});
afterAll(() => app.close());

/** Directives that were violated since the page was asked to listen. */
const violations = () => page.evaluate<string[]>('globalThis.violated');

beforeEach(async () => {
  await page.evaluate(`{
    globalThis.listening ??= document.addEventListener('securitypolicyviolation', (event) =>
      violated.push(event.effectiveDirective)) ?? true;
    globalThis.violated = [];
    globalThis.ran = [];
  }`);
});

/** The debugger may break the policy; an element put into the page may not. */
const put = (tag: string, properties: Record<string, string>) =>
  page.evaluate(
    `new Promise((resolve) => {
      const element = Object.assign(document.createElement(${JSON.stringify(tag)}), ${JSON.stringify(properties)});
      element.addEventListener('load', resolve);
      element.addEventListener('error', resolve);
      document.body.append(element);
      setTimeout(resolve, 500);
    })`,
  );

describe('the page of the running app', () => {
  it('runs no script that stands in the page', async () => {
    await put('script', { textContent: 'globalThis.ran.push("inline")' });
    expect(await page.evaluate('globalThis.ran')).toEqual([]);
    expect(await violations()).toContain('script-src-elem');
  });

  it('makes no code out of text', async () => {
    await put('a', { textContent: 'x' });
    expect(
      await page.evaluate(`new Promise((resolve) => {
        const script = document.createElement('button');
        script.setAttribute('onclick', 'globalThis.ran.push("attribute")');
        script.click();
        resolve(globalThis.ran);
      })`),
    ).toEqual([]);
    expect(await violations()).toContain('script-src-attr');
  });

  it('takes no style without the nonce of its load', async () => {
    await put('style', { textContent: 'body { color: rgb(1, 2, 3) }' });
    expect(await page.evaluate('getComputedStyle(document.body).color')).not.toBe('rgb(1, 2, 3)');
    expect(await violations()).toEqual(['style-src-elem']);
  });

  it.each([
    ['img', { src: 'https://example.com/a.png' }, 'img-src'],
    ['script', { src: 'https://example.com/a.js' }, 'script-src-elem'],
    ['iframe', { src: 'https://example.com/' }, 'frame-src'],
    ['object', { data: 'https://example.com/a.pdf' }, 'object-src'],
  ])('loads no %s from elsewhere', async (tag, properties, directive) => {
    await put(tag, properties);
    expect(await violations()).toContain(directive);
  });

  it('fetches nothing from elsewhere', async () => {
    expect(await page.evaluate(`fetch('https://example.com/').then(() => 'came', (error) => error.name)`)).toBe(
      'TypeError',
    );
    expect(await violations()).toEqual(['connect-src']);
  });

  it('opens no window and stays where it is', async () => {
    const before = page.url();
    await page.evaluate(`{
      window.open('https://example.com/');
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', textContent: 'go' });
      document.body.append(link);
      link.click();
    }`);
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(
      page
        .context()
        .pages()
        .filter((other) => other.url().includes('example.com')),
    ).toEqual([]);
  });

  it('reaches no more of the PC than the three functions of the bridge', async () => {
    expect(await page.evaluate('Object.keys(globalThis.keben).sort()')).toEqual(['call', 'on', 'pathOfDroppedFile']);
    expect(await page.evaluate(`[typeof require, typeof process, typeof module, typeof Buffer]`)).toEqual([
      'undefined',
      'undefined',
      'undefined',
      'undefined',
    ]);
  });

  it.each(['file:///etc/passwd', 'ms-settings:privacy', 'javascript:alert(1)', 'http://example.com/'])(
    'gets no %s opened by the desktop',
    async (url) => {
      expect(
        await page.evaluate(`keben.call({ procedure: 'book.openLink', input: { url: ${JSON.stringify(url)} } })`),
      ).toEqual({ ok: false, error: { kind: 'validation', fields: [{ field: 'url', problem: 'invalid' }] } });
    },
  );

  it('gets nothing but its own files', async () => {
    const status = (path: string) => page.evaluate(`fetch(${JSON.stringify(path)}).then((answer) => answer.status)`);
    expect(await status('/index.html')).toBe(200);
    expect(await status('/main/main.cjs')).toBe(404);
    expect(await status('/..%2fmain%2fmain.cjs')).toBe(404);
    expect(await status('/%2e%2e/%2e%2e/package.json')).toBe(404);
  });
});

describe('a call that does not come from the page', () => {
  it('is refused and written to the log', async () => {
    const outcome = await app.evaluate(async ({ ipcMain }) => {
      // Safe: only for the test: Electron keeps the handlers to itself, the stand-in answers through `answer`.
      const answer = Reflect.get(ipcMain, 'answer') as (channel: string, event: object, args: unknown[]) => unknown;
      const event = { senderFrame: { url: 'https://example.com/', parent: null }, sender: { isDestroyed: () => true } };
      return answer.call(ipcMain, 'kb:call', event, [{ procedure: 'book.status', input: {} }]);
    });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'internal' } });
  });
});
