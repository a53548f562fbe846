import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const { electron } = vi.hoisted(() => ({
  electron: { app: { enableSandbox: vi.fn() }, shell: { openExternal: vi.fn(async () => {}) } },
}));
vi.mock('electron', () => electron);

import { lockSession, lockWindow, openExternalLink, sandboxEveryPage } from './security.ts';

beforeEach(() => vi.clearAllMocks());

/** What Electron would call, with just the parts that security.ts touches. */
function fakeSession() {
  const asked: Record<string, (...args: never[]) => unknown> = {};
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: (...args: never[]) => unknown) => {
      asked.request = handler;
    },
    setPermissionCheckHandler: (handler: (...args: never[]) => unknown) => {
      asked.check = handler;
    },
    setDevicePermissionHandler: (handler: (...args: never[]) => unknown) => {
      asked.device = handler;
    },
    setSpellCheckerEnabled: vi.fn(),
    webRequest: {
      onBeforeRequest: (handler: (...args: never[]) => unknown) => {
        asked.before = handler;
      },
    },
  });
  // Safe: lockSession touches nothing but the members above.
  lockSession(session as unknown as Electron.Session);
  return { session, ask: (what: string, ...args: unknown[]) => asked[what]?.(...(args as never[])) };
}

describe('lockSession', () => {
  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal', 'hid'])(
    'gives no page the permission %s, asked for or looked up',
    (permission) => {
      const { ask } = fakeSession();
      const answer = vi.fn();
      ask('request', null, permission, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(ask('check', null, permission)).toBe(false);
      expect(ask('device', { deviceType: permission })).toBe(false);
    },
  );

  it.each([
    ['app://bundle/assets/a.js', false],
    ['https://example.com/a.js', true],
    ['http://127.0.0.1:9/', true],
  ])('cancels what does not go to the app: %s', (url, cancel) => {
    const answer = vi.fn();
    fakeSession().ask('before', { url }, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  it('downloads nothing', () => {
    const { session } = fakeSession();
    const event = { preventDefault: vi.fn() };
    session.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  });
});

function fakeWindow() {
  let openHandler: (details: object) => unknown = () => ({ action: 'allow' });
  const webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: object) => unknown) => {
      openHandler = handler;
    },
  });
  // Safe: lockWindow touches nothing but webContents.
  lockWindow({ webContents } as unknown as Electron.BrowserWindow);
  return { webContents, open: (url: string) => openHandler({ url }) };
}

describe('lockWindow', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on the page at %s', (name) => {
    const { webContents } = fakeWindow();
    const away = { url: 'https://example.com/', preventDefault: vi.fn() };
    webContents.emit(name, away);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    const reload = { url: 'app://bundle/index.html', preventDefault: vi.fn() };
    webContents.emit(name, reload);
    expect(reload.preventDefault).not.toHaveBeenCalled();
  });

  it('attaches no webview', () => {
    const event = { preventDefault: vi.fn() };
    fakeWindow().webContents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it.each(['https://example.com/', 'app://bundle/index.html', 'about:blank'])('opens no window for %s', (url) => {
    expect(fakeWindow().open(url)).toEqual({ action: 'deny' });
  });
});

describe('openExternalLink', () => {
  it('hands a link to the desktop in its normal form', async () => {
    expect(await openExternalLink(' HTTPS://Example.com ')).toBe(true);
    expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/');
  });

  it('never hands over what could start a program', async () => {
    expect(await openExternalLink('file:///C:/Windows/System32/calc.exe')).toBe(false);
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
  });
});

describe('sandboxEveryPage', () => {
  it('puts every renderer process into the sandbox', () => {
    sandboxEveryPage();
    expect(electron.app.enableSandbox).toHaveBeenCalledOnce();
  });
});
