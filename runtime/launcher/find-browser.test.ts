import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browsers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aProgram(name: string, mode = 0o755): string {
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

describe('findBrowser', () => {
  it('finds a browser on PATH, Chromium before the others', () => {
    aProgram('microsoft-edge');
    const chromium = aProgram('chromium');
    expect(findBrowser('linux', { PATH: `/nowhere:${folder}` })).toBe(chromium);
  });

  it('takes the one that was named before any other', () => {
    aProgram('chromium');
    expect(findBrowser('linux', { PATH: folder, KEBEN_BROWSER: '/opt/my browser' })).toBe('/opt/my browser');
  });

  it('finds none where there is none, or only a file that does not run', () => {
    aProgram('chromium', 0o644);
    expect(findBrowser('linux', { PATH: folder })).toBeNull();
    expect(findBrowser('linux', {})).toBeNull();
    expect(findBrowser('win32', {})).toBeNull();
  });
});
