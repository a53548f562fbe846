import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerBundleRequest, noncePlaceholder } from './bundle-response.ts';
import { type BundleFile, listBundleFiles } from './files/bundle-files.ts';

let folder: string;
let files: ReadonlyMap<string, BundleFile>;
let loads = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben-bundle-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-old'));
  mkdirSync(join(folder, 'main'));
  writeFileSync(join(renderer, 'index.html'), `<html><meta name="csp-nonce" content="${noncePlaceholder}"></html>`);
  writeFileSync(join(renderer, 'assets', 'app.js'), 'let a;');
  writeFileSync(join(renderer, 'assets', 'app.js.map'), '{"secret":1}');
  writeFileSync(join(renderer, 'assets', 'app.css'), 'a{}');
  writeFileSync(join(folder, 'renderer-old', 'secret.js'), 'secret');
  writeFileSync(join(folder, 'main', 'main.js'), 'secret');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'));
  symlinkSync(folder, join(renderer, 'up'));
  files = listBundleFiles(renderer);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As Electron hands it over: the address may be one that `new Request` itself would refuse or tidy up. */
const ask = (url: string, method = 'GET') => {
  const request = new Request('http://placeholder/', { method });
  Object.defineProperty(request, 'url', { value: url });
  return answerBundleRequest(request, files, () => `nonce-${++loads}`);
};

describe('answerBundleRequest', () => {
  it.each([
    ['app://bundle/', 'text/html; charset=utf-8'],
    ['app://bundle/index.html?x#y', 'text/html; charset=utf-8'],
    ['app://bundle/assets/app.js', 'text/javascript; charset=utf-8'],
    ['app://bundle/assets/app.css', 'text/css; charset=utf-8'],
  ])('serves %s as %s, which the browser must not guess anew', async (url, contentType) => {
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('writes a fresh nonce into each load of the page, the same as in its policy', async () => {
    const [first, second] = [await ask('app://bundle/'), await ask('app://bundle/')];
    const nonces = [await first.text(), await second.text()].map((page) => /content="([^"]+)"/.exec(page)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonces[0]}'`);
    expect(second.headers.get('content-security-policy')).toContain(`'nonce-${nonces[1]}'`);
  });

  it.each([
    'app://bundle/../secret.txt',
    'app://bundle/assets/../../secret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/%2E%2E/secret.txt',
    'app://bundle/.%2e/secret.txt',
    'app://bundle/%2e%2e%2fsecret.txt',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/..%5csecret.txt',
    'app://bundle/..\\secret.txt',
    'app://bundle/\\..\\secret.txt',
    'app://bundle/%252e%252e/secret.txt',
    'app://bundle/%25252e%25252e/secret.txt',
    'app://bundle/%c0%ae%c0%ae/secret.txt',
    'app://bundle/%uff0e%uff0e/secret.txt',
    'app://bundle/．．/secret.txt',
    'app://bundle/....//secret.txt',
    'app://bundle/..;/secret.txt',
    'app://bundle/assets/..%00/secret.txt',
    'app://bundle/index.html%00.js',
    'app://bundle/index\0.html',
    'app://bundle/../renderer-old/secret.js',
    'app://bundle/-old/secret.js',
    'app://bundle/../main/main.js',
    'app://bundle//etc/passwd',
    'app://bundle/etc/passwd',
    'app://bundle/C:/Windows/win.ini',
    'app://bundle/C:%5CWindows%5Cwin.ini',
    'app://bundle/file:///etc/passwd',
    'app://bundle//server/share/secret.txt',
    'app://bundle/%5c%5cserver%5cshare',
    'app://bundle/~/secret.txt',
    'app://bundle/NUL',
    'app://bundle/index.html::$DATA',
    'app://bundle/index.html.',
    'app://bundle/INDEX.HTML',
    'app://bundle/assets',
    'app://bundle/assets/',
    'app://bundle/assets//app.js',
    'app://bundle/assets/app.js/',
    'app://bundle/assets/app.js.map',
    'app://bundle/link.txt',
    'app://bundle/up/secret.txt',
    'app://bundle/nothing.js',
    'app://bundle/%',
  ])('gives nothing for %j', async (url) => {
    const response = await ask(url);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it.each([
    'app://bundle.evil/index.html',
    'app://other/index.html',
    'app://x@bundle/index.html',
    'http://bundle/',
    'x',
  ])('refuses the origin of %s', async (url) => expect((await ask(url)).status).toBe(403));

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await ask('app://bundle/', method)).status).toBe(405);
  });

  it('answers HEAD without a body', async () => {
    const response = await ask('app://bundle/assets/app.js', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('fails when the page has no place for the nonce, rather than lose every style', async () => {
    const page = join(folder, 'main', 'index.html');
    writeFileSync(page, '<html></html>');
    const request = new Request('app://bundle/');
    const bare = new Map([['/', { path: page, contentType: 'text/html; charset=utf-8' }]]);
    await expect(answerBundleRequest(request, bare, () => 'n')).rejects.toThrow('__CSP_NONCE__');
  });
});
