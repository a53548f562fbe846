import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('./', import.meta.url);

function sha256(name: string): string {
  return createHash('sha256')
    .update(readFileSync(new URL(name, folder)))
    .digest('hex');
}

describe('frozen.json', () => {
  it('holds the SHA-256 of every migration: one that has shipped never changes, a change is a new migration', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    const frozen: unknown = JSON.parse(readFileSync(new URL('frozen.json', folder), 'utf8'));
    expect(frozen).toEqual(Object.fromEntries(names.sort().map((name) => [name, sha256(name)])));
  });
});
