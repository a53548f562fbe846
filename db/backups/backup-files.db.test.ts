import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { type Instant, instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import { filesFolderOf, storedHashes, storedPath } from '../attachments/stored-files.ts';
import { listBackups, makeBackup, verifyBackup, type WatchedBackupRequest } from '../backup.ts';
import { writeBatch } from '../journal.ts';
import { restoreBackup } from '../restore.ts';
import { attachments } from '../schema/attachments.ts';
import { customers } from '../schema/customers.ts';
import { makeBookFile, openBookFile } from '../testing/book-file.ts';
import { at, migrationsFolder } from '../testing/open-test-book.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { realDisk } from './backup-disk.ts';
import { backupFilesFolder } from './backup-files.ts';

const files = temporaryFolder();
const monday = at('2026-03-09T04:00:00.000Z');
const tuesday = at('2026-03-10T04:00:00.000Z');
const dayMs = 86_400_000;

const bookPath = () => files.path('客本.keben');
const folder = () => files.path('备份');
const inBook = () => filesFolderOf(bookPath());
const inBackups = () => backupFilesFolder(folder());

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function put(store: string, content: string): string {
  const sha256 = hashOf(content);
  mkdirSync(dirname(storedPath(store, sha256)), { recursive: true });
  writeFileSync(storedPath(store, sha256), content);
  return sha256;
}

function age(sha256: string, now: Instant): void {
  const old = instantToMs(now) / 1000 - 7_200;
  utimesSync(storedPath(inBackups(), sha256), old, old);
}

let customerId: Id = '';

beforeEach(() => {
  const { book } = makeBookFile(bookPath());
  customerId = newId();
  writeBatch(book, { source: 'edit', userId: null, now: monday }, (db) =>
    db.insert(customers, { id: customerId, name: '华成' }),
  );
  book.close();
});

/** The row and, unless it is said otherwise, its bytes. */
function attach(content: string, { withBytes = true, isBinned = false } = {}): string {
  const sha256 = withBytes ? put(inBook(), content) : hashOf(content);
  const { book } = openBookFile(bookPath());
  const row = { id: newId(), customerId, fileName: '合同.pdf', sizeBytes: Buffer.byteLength(content), sha256 };
  writeBatch(book, { source: 'edit', userId: null, now: monday }, (db) => db.insert(attachments, row));
  if (isBinned) {
    const deed = { source: 'edit', userId: null, now: monday } as const;
    writeBatch(book, deed, (db) => db.update(attachments, row.id, { deletedAt: monday }));
  }
  book.close();
  return sha256;
}

async function backUp(now: Instant, extra: Partial<WatchedBackupRequest> = {}): Promise<string> {
  const made = await makeBackup(bookPath(), { folder: folder(), reason: 'daily', now, ...extra });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.fileName;
}

function restore(fileName: string) {
  return restoreBackup({ bookPath: bookPath(), folder: folder(), fileName, now: tuesday, migrationsFolder });
}

const verified = (fileName: string) => verifyBackup(folder(), fileName);

describe('a backup of a book with attachments', () => {
  it('holds each file once, however many backups and rows name it, those in the bin too', async () => {
    const one = attach('报价');
    attach('报价');
    const binned = attach('合同', { isBinned: true });
    await backUp(monday);
    const second = await backUp(tuesday);
    expect([...storedHashes(inBackups())].sort()).toEqual([one, binned].sort());
    expect(readFileSync(storedPath(inBackups(), one), 'utf8')).toBe('报价');
    const listed = listBackups(folder(), null);
    expect(listed.ok && listed.value.map(({ attachments: count }) => count)).toEqual([2, 2]);
    expect(verified(second)).toEqual({ ok: true, value: 'good' });
  });

  it('is as before where nothing is attached', async () => {
    const fileName = await backUp(monday);
    expect(readdirSync(folder()).sort()).toEqual([fileName, `${fileName}.json`]);
  });

  it('brings the files back that are gone from beside the book', async () => {
    const one = attach('报价');
    const fileName = await backUp(monday);
    rmSync(inBook(), { recursive: true });
    expect(await restore(fileName)).toMatchObject({ ok: true, value: { missingFiles: 0 } });
    expect(readFileSync(storedPath(inBook(), one), 'utf8')).toBe('报价');
    openBookFile(bookPath()).book.close();
  });

  it('mends a file beside the book that was cut short, and leaves those that are whole', async () => {
    const [short, whole] = [attach('报价单'), attach('合同')];
    const fileName = await backUp(monday);
    writeFileSync(storedPath(inBook(), short), '报');
    const before = readFileSync(storedPath(inBook(), whole));
    await restore(fileName);
    expect(readFileSync(storedPath(inBook(), short), 'utf8')).toBe('报价单');
    expect(readFileSync(storedPath(inBook(), whole))).toEqual(before);
  });

  it('is made all the same when a file is gone, and says so when it is checked and restored', async () => {
    attach('报价', { withBytes: false });
    const fileName = await backUp(monday);
    expect(verified(fileName)).toEqual({ ok: true, value: 'files_missing' });
    expect(await restore(fileName)).toMatchObject({ ok: true, value: { missingFiles: 1 } });
  });

  it('never takes over bytes that are not what their name says', async () => {
    const sha256 = attach('报价');
    writeFileSync(storedPath(inBook(), sha256), '价报');
    const fileName = await backUp(monday);
    expect(existsSync(storedPath(inBackups(), sha256))).toBe(false);
    expect(verified(fileName)).toEqual({ ok: true, value: 'files_missing' });
  });

  it('is found wanting when a file in its folder was changed afterwards', async () => {
    const sha256 = attach('报价');
    const fileName = await backUp(monday);
    writeFileSync(storedPath(inBackups(), sha256), '价报');
    expect(verified(fileName)).toEqual({ ok: true, value: 'files_missing' });
  });

  it('stops when it is cancelled, and leaves no backup', async () => {
    attach('报价');
    let isCancelled = false;
    const outcome = await makeBackup(bookPath(), {
      folder: folder(),
      reason: 'by_hand',
      now: monday,
      onProgress: () => {
        isCancelled = true;
      },
      isCancelled: () => isCancelled,
    });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(readdirSync(folder()).filter((name) => name.endsWith('.keben'))).toEqual([]);
  });
});

describe('a disk that is full of attachments', () => {
  it('costs the new backup and never the last good one', async () => {
    const old = attach('报价');
    const good = await backUp(monday);
    attach('合同');
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const copyStored = () => {
      throw full;
    };
    const request = {
      folder: folder(),
      reason: 'daily',
      now: tuesday,
      keep: 1,
      disk: { ...realDisk, copyStored },
    } as const;
    expect(await makeBackup(bookPath(), request)).toMatchObject({ ok: false, error: { reason: 'disk_full' } });
    expect(readdirSync(folder()).sort()).toEqual(['files', good, `${good}.json`].sort());
    expect(existsSync(storedPath(inBackups(), old))).toBe(true);
    expect(verified(good)).toEqual({ ok: true, value: 'good' });
  });
});

describe('removing old backups', () => {
  const later = instantFromMs(instantToMs(tuesday) + dayMs);

  /** What only the first of two backups names: its row left the book's file, as after a restore of an older book. */
  async function twoBackups(): Promise<{ onlyFirst: string; both: string; first: string }> {
    const both = attach('合同');
    const empty = readFileSync(bookPath());
    const onlyFirst = attach('报价');
    const first = await backUp(monday);
    writeFileSync(bookPath(), empty);
    return { onlyFirst, both, first };
  }

  it('takes away the files that no backup names any more', async () => {
    const { onlyFirst, both } = await twoBackups();
    for (const hash of [onlyFirst, both]) age(hash, later);
    await backUp(later, { keep: 1 });
    expect(storedHashes(inBackups())).toEqual([both]);
  });

  it('spares what came in the last hour: another backup may be about to name it', async () => {
    const { onlyFirst } = await twoBackups();
    utimesSync(storedPath(inBackups(), onlyFirst), instantToMs(later) / 1000, instantToMs(later) / 1000);
    await backUp(later, { keep: 1 });
    expect(storedHashes(inBackups())).toContain(onlyFirst);
  });

  it('keeps every file while one of the backups cannot be read', async () => {
    const { onlyFirst, first } = await twoBackups();
    age(onlyFirst, later);
    // As when another program holds it: the manifest says that it is good.
    for (const ending of ['', '.json']) {
      writeFileSync(`${folder()}/held.keben${ending}`, readFileSync(`${folder()}/${first}${ending}`));
    }
    writeFileSync(`${folder()}/held.keben`, 'not to be read');
    await backUp(later, { keep: 1 });
    expect(storedHashes(inBackups())).toContain(onlyFirst);
  });
});
