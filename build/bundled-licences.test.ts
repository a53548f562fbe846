import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundledLicences } from './bundled-licences.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function aPackage(path: string, manifest: Record<string, unknown>): string {
  const folder = join(root, 'node_modules', path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
  return folder;
}

describe('bundledLicences', () => {
  it('names each package once, scoped and nested ones too, and no source of our own', () => {
    const scoped = aPackage('@scope/b', { name: '@scope/b', license: 'MIT' });
    const plain = aPackage('c', { name: 'c', license: 'ISC' });
    const nested = aPackage('c/node_modules/d', { name: 'd', license: 'Apache-2.0' });
    aPackage('a', { name: 'a', license: { type: 'BSD-3-Clause' } });
    const ids = [
      `${scoped}/x.js`,
      `${scoped}/lib/y.js`,
      `\0${plain}/index.js?commonjs`,
      `${nested}/z.js`,
      join(root, 'src-main/main.ts'),
    ];
    expect(bundledLicences(root, ids, ['a'])).toEqual([
      { name: '@scope/b', version: '1.0.0', licence: 'MIT' },
      { name: 'a', version: '1.0.0', licence: 'BSD-3-Clause' },
      { name: 'c', version: '1.0.0', licence: 'ISC' },
      { name: 'd', version: '1.0.0', licence: 'Apache-2.0' },
    ]);
  });

  it('refuses a package that states no licence', () => {
    const folder = aPackage('e', { name: 'e' });
    expect(() => bundledLicences(root, [`${folder}/x.js`], [])).toThrow('e 1.0.0 states no licence');
  });
});
