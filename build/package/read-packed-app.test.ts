import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { binaryKind } from './read-packed-app.ts';

const prebuilds = fileURLToPath(new URL('../../node_modules/better-sqlite3/prebuilds/', import.meta.url));

describe('binaryKind', () => {
  it.each([
    ['linux-x64.node', 'ELF x64'],
    ['linux-arm64.node', 'ELF arm64'],
    ['win32-x64.node', 'PE x64'],
    ['win32-arm64.node', 'PE arm64'],
    ['darwin-arm64.node', 'no program'],
  ])('says what %s was made for', (name, kind) => {
    expect(binaryKind(readFileSync(`${prebuilds}${name}`))).toBe(kind);
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a text', Buffer.from('MZ is how this text begins')],
    ['a header that points past the end', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(62, 0xff)])],
  ])('is not fooled by %s', (_what, bytes) => {
    expect(binaryKind(bytes)).toBe('no program');
  });
});
