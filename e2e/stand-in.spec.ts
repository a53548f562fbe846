import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FixtureApp, startFixtureApp } from '../runtime/testing/fixture-app.ts';
import { openTestBrowser } from './harness/test-browser.ts';
import { PageWatch } from './harness/watched-page.ts';

let browser: Browser;
let app: FixtureApp;
let page: Page;
let watch: PageWatch;

beforeAll(async () => {
  browser = await openTestBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  app = await startFixtureApp();
  page = await browser.newPage();
  watch = new PageWatch(page);
  await page.goto(app.window.url);
  await page.getByRole('heading', { name: 'hello' }).waitFor();
});
afterEach(async () => {
  await page.close();
  await app.close();
});

const seen = (): Promise<unknown> => app.process.evaluate('() => seen', null);

describe('the page on the stand-in', () => {
  it('runs the preload before the app and hears the main process', async () => {
    expect(new URL(page.url()).pathname).toBe('/index.html');
    expect(watch.offences).toEqual([]);
  });

  it('finds its window again after a reload', async () => {
    await page.reload();
    expect(await page.evaluate("fixture.call('echo', 'again')")).toBe('again');
    expect(await app.process.evaluate('({ BrowserWindow }) => BrowserWindow.getAllWindows().length', null)).toBe(1);
  });

  it('cannot change what the preload exposed', async () => {
    expect(
      await page.evaluate(
        "(() => { 'use strict'; try { fixture.call = () => 1; } catch (error) { return error.name; } })()",
      ),
    ).toBe('TypeError');
  });

  it('is told a real path for a file that was dropped on it', async () => {
    const path = await page.evaluate("fixture.pathOf(new File(['第一行'], '../客户 表.txt'))");
    expect(path).toMatch(/客户 表\.txt$/);
    expect(await page.evaluate(`fixture.call('read', ${JSON.stringify(path)})`)).toBe('第一行');
  });

  it('asks the main process before it leaves or opens a window', async () => {
    await page.click('#away');
    await page.evaluate("location.href = 'https://example.invalid/script'");
    await page.click('#blank');
    expect(await page.evaluate("window.open('https://example.invalid/open')")).toBeNull();
    expect(new URL(page.url()).pathname).toBe('/index.html');
    expect(await seen()).toMatchObject({
      navigations: ['https://example.invalid/away', 'https://example.invalid/script'],
      opened: ['https://example.invalid/blank', 'https://example.invalid/open'],
    });
    expect(watch.foreignRequests).toEqual([]);
  });

  it("is held by the app's own CSP", async () => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
    });
    expect(await page.evaluate('window.injected')).toBeUndefined();
    expect(watch.cspViolations).toHaveLength(1);
  });

  it('asks a person for a path where Electron would show a dialog', async () => {
    const answer = page.evaluate("fixture.call('pick')");
    await page.fill('[data-stand-in-dialog] input[name=path]', '/tmp/客户.xlsx');
    await page.getByRole('button', { name: 'Open' }).click();
    expect(await answer).toEqual({ canceled: false, filePaths: ['/tmp/客户.xlsx'] });
  });

  it('lets a test answer the dialog instead', async () => {
    await app.process.evaluate(
      '({ dialog }) => { dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] }); }',
      null,
    );
    expect(await page.evaluate("fixture.call('pick')")).toEqual({ canceled: true, filePaths: [] });
  });
});
