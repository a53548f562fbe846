import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesFolderOf, storedHashes, storedPath } from '../../db/attachments/stored-files.ts';
import { maxAttachmentBytes } from '../../src-shared/attachments/attachment.ts';
import { copyOut, keepFile, ShownCopies } from './attachment-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 客本 附件 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nowMs = 1_800_000_000_000;
const store = () => filesFolderOf(join(folder, '客本.keben'));

function aFile(name: string, content: string | Buffer = '内容'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function filesIn(path: string): string[] {
  return existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];
}

describe('keepFile', () => {
  it('copies a file with a Chinese name under its hash and leaves the original', async () => {
    const path = aFile('报价（终稿）.xlsx', '报价');
    expect(await keepFile(store(), path, nowMs)).toEqual({
      ok: true,
      value: { fileName: '报价（终稿）.xlsx', sizeBytes: 6, sha256: hashOf('报价') },
    });
    expect(readFileSync(storedPath(store(), hashOf('报价')), 'utf8')).toBe('报价');
    expect(readFileSync(path, 'utf8')).toBe('报价');
    expect(filesIn(store())).toEqual([hashOf('报价')]);
  });

  it('keeps equal files once, and mends one that was cut short', async () => {
    await keepFile(store(), aFile('a.pdf', '一样'), nowMs);
    truncateSync(storedPath(store(), hashOf('一样')), 1);
    await keepFile(store(), aFile('b.pdf', '一样'), nowMs);
    expect(filesIn(store())).toEqual([hashOf('一样')]);
    expect(readFileSync(storedPath(store(), hashOf('一样')), 'utf8')).toBe('一样');
  });

  it('takes a file of exactly 20 MB and refuses one byte more', async () => {
    const most = aFile('most.bin2', '');
    truncateSync(most, maxAttachmentBytes);
    expect(await keepFile(store(), most, nowMs)).toMatchObject({ ok: true, value: { sizeBytes: maxAttachmentBytes } });
    truncateSync(most, maxAttachmentBytes + 1);
    expect(await keepFile(store(), most, nowMs)).toEqual({ ok: false, error: 'too_large' });
  });

  it.each([
    ['empty', () => aFile('空.txt', '')],
    ['folder', () => mkdirSync(join(folder, '文件夹')) ?? join(folder, '文件夹')],
    ['program', () => aFile('工具.EXE')],
    ['gone', () => join(folder, '没有.pdf')],
  ] as const)('says why it does not take a file: %s', async (reason, make) => {
    expect(await keepFile(store(), make(), nowMs)).toEqual({ ok: false, error: reason });
    expect(filesIn(store())).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('refuses a device, which would never end', async () => {
    expect(await keepFile(store(), '/dev/zero', nowMs)).toEqual({ ok: false, error: 'unreadable' });
  });

  it('leaves nothing half when the folder cannot be written to', async () => {
    const path = aFile('a.pdf');
    writeFileSync(store(), 'in the way');
    await expect(keepFile(store(), path, nowMs)).rejects.toThrow();
    expect(readFileSync(store(), 'utf8')).toBe('in the way');
  });

  it('clears away what a killed program left half, an hour later', async () => {
    await keepFile(store(), aFile('a.pdf'), nowMs);
    for (const [name, ageMs] of [
      ['old.part', 7_200_000],
      ['new.part', 60_000],
    ] as const) {
      writeFileSync(join(store(), name), 'half');
      utimesSync(join(store(), name), (nowMs - ageMs) / 1000, (nowMs - ageMs) / 1000);
    }
    await keepFile(store(), aFile('b.pdf', '另一个'), nowMs);
    expect(filesIn(store()).filter((name) => name.endsWith('.part'))).toEqual(['new.part']);
    expect(storedHashes(store())).toHaveLength(2);
  });
});

describe('copyOut', () => {
  const file = { sha256: hashOf('内容'), bytes: 6 };

  it('gives a copy under its own name, read-only where it is only looked at', async () => {
    await keepFile(store(), aFile('合同.pdf'), nowMs);
    const shown = new ShownCopies(join(folder, 'shown'));
    const [one, other] = [await shown.placeFor('合同: 3/5.pdf'), await shown.placeFor('合同: 3/5.pdf')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/合同 {2}3 5\.pdf$/);
    expect(await copyOut(store(), file, one, 'read_only')).toBe('copied');
    expect(readFileSync(one, 'utf8')).toBe('内容');
    expect(statSync(one).mode & 0o222).toBe(0);
    const saved = join(folder, '另存.pdf');
    expect(await copyOut(store(), file, saved, 'writable')).toBe('copied');
    expect(statSync(saved).mode & 0o200).not.toBe(0);
    await shown.clear();
    expect(existsSync(one)).toBe(false);
    await shown.clear();
  });

  it('says that the bytes are gone, or are not what was attached, and writes nothing then', async () => {
    const to = join(folder, '另存.pdf');
    expect(await copyOut(store(), file, to, 'writable')).toBe('missing');
    await keepFile(store(), aFile('合同.pdf'), nowMs);
    const kept = storedPath(store(), file.sha256);
    chmodSync(kept, 0o644);
    writeFileSync(kept, '容内');
    expect(await copyOut(store(), file, to, 'writable')).toBe('damaged');
    expect(readdirSync(folder).sort()).toEqual(['合同.pdf', '客本.keben.files'].sort());
  });
});
