import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  externalLink,
  isTrustedSender,
  mayNavigate,
  mayRequest,
  webPreferences,
} from './security-rules.ts';

/** Addresses that look like the app's and are not. */
const strangers = [
  'app://bundle.evil/index.html',
  'app://bundle@evil/index.html',
  'app://evil@bundle/index.html',
  'app://evil:x@bundle/index.html',
  'app://bundle:81/index.html',
  'app://other/index.html',
  'app:///index.html',
  'app:bundle/index.html',
  'appx://bundle/index.html',
  'http://bundle/index.html',
  'https://example.com/?app://bundle/',
  'file:///C:/index.html',
  'data:text/html,app://bundle/',
  'blob:app://bundle/1',
  'javascript:alert(1)',
  'about:blank',
  '',
];

describe('contentSecurityPolicy', () => {
  const policy = new Map(
    contentSecurityPolicy('N0nce')
      .split('; ')
      .map((directive): [string, readonly string[]] => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources];
      }),
  );

  it('lets nothing in that it does not name', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });

  it.each(['script-src', 'connect-src', 'font-src', 'worker-src'])('gives %s to the app alone', (name) => {
    expect(policy.get(name)).toEqual(["'self'"]);
  });

  it('lets styles in from files and with the nonce of this page load', () => {
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-N0nce'"]);
  });

  it.each(['base-uri', 'form-action', 'frame-src', 'frame-ancestors', 'object-src'])('forbids %s', (name) => {
    expect(policy.get(name)).toEqual(["'none'"]);
  });

  it('nowhere says unsafe, a star, or another origin', () => {
    expect(contentSecurityPolicy('N0nce')).not.toMatch(/unsafe|\*|https?:|wasm|blob:/);
  });
});

describe('webPreferences', () => {
  it('keeps the page in its sandbox, apart from Node and from the preload script', () => {
    expect(webPreferences('/app/preload.cjs')).toEqual({
      preload: '/app/preload.cjs',
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
    });
  });
});

describe('mayRequest', () => {
  it.each(['app://bundle/', 'app://bundle/assets/a.js', 'app://bundle/?x=1#y', 'devtools://devtools/bundled/a.js'])(
    'lets %s pass',
    (url) => expect(mayRequest(url)).toBe(true),
  );

  it.each([...strangers, 'wss://example.com/', 'devtools://evil/', 'http://127.0.0.1/', 'ftp://bundle/'])(
    'stops %s',
    (url) => expect(mayRequest(url)).toBe(false),
  );
});

describe('mayNavigate', () => {
  it.each(['app://bundle', 'app://bundle/', 'app://bundle/index.html', 'app://bundle/index.html?a#b'])(
    'lets the page load itself again as %j',
    (url) => expect(mayNavigate(url)).toBe(true),
  );

  it.each([...strangers, 'app://bundle/assets/a.svg', 'app://bundle/index.html/x', 'app://bundle/../index.htm'])(
    'keeps the window from going to %j',
    (url) => expect(mayNavigate(url)).toBe(false),
  );
});

describe('isTrustedSender', () => {
  it('hears the app in the main frame', () => {
    expect(isTrustedSender({ url: 'app://bundle/index.html#/customers', isMainFrame: true })).toBe(true);
  });

  it('does not hear a frame inside the page, not even of the app', () => {
    expect(isTrustedSender({ url: 'app://bundle/index.html', isMainFrame: false })).toBe(false);
  });

  it('does not hear a frame that is gone', () => expect(isTrustedSender(null)).toBe(false));

  it.each(strangers)('does not hear %j', (url) => {
    expect(isTrustedSender({ url, isMainFrame: true })).toBe(false);
  });
});

describe('externalLink', () => {
  it.each([
    ['https://www.example.com/a?b=1#c', 'https://www.example.com/a?b=1#c'],
    ['  HTTPS://Example.COM ', 'https://example.com/'],
    ['mailto:zhang@example.cn', 'mailto:zhang@example.cn'],
    ['tel:+8613800138000', 'tel:+8613800138000'],
    ['tel:*67#', 'tel:*67#'],
  ])('hands over %s', (text, link) => expect(externalLink(text)).toBe(link));

  it.each([
    'http://example.com/',
    'https://user:secret@example.com/',
    'https://user@example.com/',
    'https://',
    'tel:10086;phone-context=evil',
    'tel:10086?x=1',
    'tel:10086,,1',
    'tel://10086',
    'tel:',
    'tel:ten',
    'file:///C:/Windows/System32/calc.exe',
    'smb://server/share',
    '\\\\server\\share',
    'ms-settings:privacy',
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'app://bundle/index.html',
    'C:\\Windows\\System32\\calc.exe',
    'calc.exe',
    'www.example.com',
    '',
    ' ',
  ])('keeps %j inside', (text) => expect(externalLink(text)).toBeNull());
});
