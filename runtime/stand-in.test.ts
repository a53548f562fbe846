import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StandInProcess } from './launcher/start-stand-in.ts';
import type { ToPage } from './messages.ts';
import { ask, enter, type FixtureApp, fixtureRoot, knock, playPage, startFixtureApp } from './testing/fixture-app.ts';

let app: FixtureApp;

beforeEach(async () => {
  app = await startFixtureApp();
});

afterEach(() => app.close());

const page = (): string => `http://127.0.0.1:${app.port}/index.html`;

describe('the loopback server', () => {
  it('takes the secret of an address once', async () => {
    expect((await ask(app.window.url)).status).toBe(200);
    expect((await ask(app.window.url)).status).toBe(403);
  });

  it('shows the app only with the cookie, as app:// pages with their own CSP', async () => {
    expect((await ask(page())).status).toBe(403);
    const { status, headers, body } = await ask(page(), { cookie: await enter(app) });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-seen']).toBe('app://bundle/index.html');
    expect(body).toMatch(/<head><script type="module" src="\/__stand-in\/page\/start\.js">/);
  });

  it('refuses another Host, another Origin and a foreign page', async () => {
    const cookie = await enter(app);
    expect((await ask(page(), { cookie, host: `localhost:${app.port}` })).status).toBe(421);
    expect((await ask(page(), { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask(page(), { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('opens the socket only to its own page', async () => {
    const origin = `http://127.0.0.1:${app.port}`;
    const cookie = await enter(app);
    expect(await knock(app.port, { origin })).toBe(403);
    expect(await knock(app.port, { cookie })).toBe(403);
    expect(await knock(app.port, { cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await knock(app.port, { cookie, origin, host: 'evil.example' })).toBe(421);
    expect(await knock(app.port, { cookie, origin })).toBe(101);
  });

  it('gives no files but those in its list', async () => {
    const cookie = await enter(app);
    const scripts = `http://127.0.0.1:${app.port}/__stand-in/page`;
    expect((await ask(`${scripts}/codec.ts`, { cookie })).status).toBe(200);
    expect((await ask(`${scripts}/boot.ts`, { cookie })).status).toBe(404);
    expect((await ask(`${scripts}/..%2f..%2fpackage.json`, { cookie })).status).toBe(404);
  });
});

describe('a call from the page', () => {
  const replies = new Map<number, ToPage>();
  const post = async (channel: string, args: unknown[]): Promise<ToPage> => {
    const played = await playPage(app, await enter(app), (message) => {
      if (message.type === 'reply') replies.set(message.id, message);
    });
    played.post({ type: 'invoke', id: 1, url: page(), channel, args });
    await expect.poll(() => replies.get(1)).toBeDefined();
    const reply = replies.get(1);
    replies.clear();
    if (reply === undefined) throw new Error('no reply');
    return reply;
  };

  it('comes back with the value', async () => {
    expect(await post('echo', [{ on: new Date(0), list: [undefined] }])).toMatchObject({
      ok: true,
      value: { on: new Date(0), list: [undefined] },
    });
  });

  it('carries the sender in the app form', async () => {
    expect(await post('sender', [])).toMatchObject({ value: 'app://bundle/index.html' });
  });

  it('fails in the words of Electron', async () => {
    expect(await post('fail', [])).toMatchObject({
      ok: false,
      message: "Error invoking remote method 'fail': RangeError: out of range",
    });
  });

  it('fails when nobody handles the channel', async () => {
    expect(await post('nobody', [])).toMatchObject({
      ok: false,
      message: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    });
  });

  it('reaches a utility process', async () => {
    expect(await post('double', [21])).toMatchObject({ value: 42 });
  });
});

describe('the electron module', () => {
  it('throws for what it does not have', async () => {
    await expect(app.process.evaluate('({ app }) => app.dock', null)).rejects.toThrow('App.dock is not implemented');
    await expect(app.process.evaluate('(electron) => electron.desktopCapturer', null)).rejects.toThrow(
      'electron.desktopCapturer is not implemented',
    );
    await expect(
      app.process.evaluate('({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].previewFile', null),
    ).rejects.toThrow('BrowserWindow.previewFile');
  });

  it('refuses what Electron refuses after ready, and insecure windows', async () => {
    await expect(app.process.evaluate('({ app }) => app.enableSandbox()', null)).rejects.toThrow('before app is ready');
    await expect(
      app.process.evaluate('({ protocol }) => protocol.registerSchemesAsPrivileged([])', null),
    ).rejects.toThrow('before app is ready');
    await expect(
      app.process.evaluate('({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } })', null),
    ).rejects.toThrow('webPreferences.sandbox');
    await expect(
      app.process.evaluate(
        '({ BrowserWindow }) => new BrowserWindow({ webPreferences: { preload: "preload.cjs" } })',
        null,
      ),
    ).rejects.toThrow('absolute path');
  });
});

describe('the application menu', () => {
  it('answers to its keys as the page reports them', async () => {
    const keys: unknown[] = [];
    const played = await playPage(app, await enter(app), (message) => {
      if (message.type === 'accelerators') keys.push(...message.accelerators);
    });
    const setMenu = `({ Menu }) => {
      globalThis.clicked = 0;
      const submenu = [{ id: 'new', label: 'New', accelerator: 'CmdOrCtrl+N', click: () => { globalThis.clicked += 1; } }, { role: 'copy', accelerator: 'CmdOrCtrl+C' }];
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu }]));
    }`;
    await app.process.evaluate(setMenu, null);
    await expect.poll(() => keys).toHaveLength(1);
    expect(keys).toMatchObject([{ key: 'n', ctrl: true, shift: false, alt: false }]);
    const itemId: unknown = await app.process.evaluate(
      "({ Menu }) => Menu.getApplicationMenu().getMenuItemById('new').commandId",
      null,
    );
    played.post({ type: 'accelerator', itemId: Number(itemId) });
    await expect.poll(() => app.process.evaluate('() => globalThis.clicked', null)).toBe(1);
  });
});

describe('the life of the app', () => {
  it('hands a second start over to the first', async () => {
    const second = new StandInProcess({
      appRoot: fixtureRoot,
      args: [`--user-data=${app.userData}`, '--book=第二.keben'],
    });
    expect(await second.exited).toBe(0);
    expect(await app.process.evaluate('() => seen.second', null)).toMatchObject([
      { argv: expect.arrayContaining(['--book=第二.keben']), data: { from: 'fixture' } },
    ]);
  });

  it('starts again after a kill that left its lock behind', async () => {
    app.process.signal('SIGKILL');
    await app.process.exited;
    const next = new StandInProcess({ appRoot: fixtureRoot, args: [`--user-data=${app.userData}`] });
    await new Promise((resolve) => next.onWindow(resolve));
    next.signal('SIGTERM');
    expect(await next.exited).toBe(0);
  });

  it('ends when its page is closed, and not when it is loaded again', async () => {
    const cookie = await enter(app);
    const first = await playPage(app, cookie, () => {});
    first.leave();
    const reloaded = await playPage(app, cookie, () => {});
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(app.process.hasExited).toBe(false);
    reloaded.leave();
    expect(await app.process.exited).toBe(0);
  });

  it('lets a window refuse to close when it is told to quit', async () => {
    await app.process.evaluate(
      "({ app, BrowserWindow }) => { BrowserWindow.getAllWindows()[0].once('close', (event) => event.preventDefault()); app.quit(); }",
      null,
    );
    expect(await app.process.evaluate('({ BrowserWindow }) => BrowserWindow.getAllWindows().length', null)).toBe(1);
  });
});
