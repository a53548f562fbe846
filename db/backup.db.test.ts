import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Backup } from '../src-shared/backups/backups-contract.ts';
import { addDays } from '../src-shared/core/calendar-date.ts';
import { newId } from '../src-shared/core/id.ts';
import { type Instant, instantAt } from '../src-shared/core/instant.ts';
import { listBackups, makeBackup, makeBackupOfClosedBook, verifyBackup, type WatchedBackupRequest } from './backup.ts';
import { type BackupDisk, realDisk } from './backups/backup-disk.ts';
import type { AppDb } from './connection.ts';
import { contentHash } from './content-hash.ts';
import { writeBatch } from './journal.ts';
import { joinBook } from './open.ts';
import { customers } from './schema/customers.ts';
import { followUps } from './schema/follow-ups.ts';
import { makeBookFile, openBookFile, openOptions } from './testing/book-file.ts';
import { at, dayOf } from './testing/open-test-book.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const files = temporaryFolder();
const noon = at('2026-03-06T04:00:00.000Z');

function write(book: AppDb, names: readonly string[]): void {
  writeBatch(book, { source: 'edit', userId: null, now: noon }, (db) => {
    for (const name of names) db.insert(customers, { id: newId(), name });
  });
}

function onDay(number: number): Instant {
  return instantAt(addDays(dayOf('2026-03-01'), number), '18:00', 'Asia/Shanghai');
}

async function backup(bookPath: string, extra: Partial<WatchedBackupRequest> = {}): Promise<Backup> {
  const outcome = await makeBackup(bookPath, { folder: files.path('备份'), reason: 'by_hand', now: noon, ...extra });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function listed(): readonly Backup[] {
  const outcome = listBackups(files.path('备份'), null);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function inFolder(): string[] {
  return existsSync(files.path('备份')) ? readdirSync(files.path('备份')).sort() : [];
}

function copyOf(made: Backup): AppDb {
  copyFileSync(files.path(`备份/${made.fileName}`), files.path('copy.keben'));
  return openBookFile(files.path('copy.keben')).book;
}

describe('makeBackup', () => {
  it('makes a copy that opens, with its counts beside it, under a name that says when and why', async () => {
    const path = files.path('book.keben');
    const { book, ownerId } = makeBookFile(path);
    write(book, ['华成', '东方']);
    writeBatch(book, { source: 'edit', userId: ownerId, now: noon }, (db) => {
      const customerId = db.sqlite.prepare<[], string>('SELECT id FROM customers LIMIT 1').pluck().get() ?? '';
      db.insert(followUps, {
        id: 'f1',
        customerId,
        authorId: ownerId,
        happenedAt: noon,
        channel: 'phone',
        text: '报价',
      });
      db.update(customers, customerId, { deletedAt: noon });
    });
    const made = await backup(path, { reason: 'before_import' });
    expect(made).toMatchObject({
      fileName: 'keben-20260306-120000-before_import.keben',
      at: noon,
      reason: 'before_import',
      customers: 1,
      followUps: 1,
      lastFollowUpAt: noon,
      appVersion: '0.1.0',
      state: 'good',
    });
    expect(listed()).toEqual([made]);
    expect(inFolder()).toEqual([made.fileName, `${made.fileName}.json`]);
    // Format versions 1: no write-ahead log, so that it opens from a write-protected stick too.
    expect([...readFileSync(files.path(`备份/${made.fileName}`)).subarray(18, 20)]).toEqual([1, 1]);
    const copy = copyOf(made);
    expect(contentHash(copy)).toBe(contentHash(book));
    copy.close();
    book.close();
  });

  it('holds what was committed and is only in the log yet', async () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(book, ['只在日志里']);
    expect(readFileSync(path).includes('只在日志里')).toBe(false);
    const made = await backup(path);
    expect(readFileSync(files.path(`备份/${made.fileName}`)).includes('只在日志里')).toBe(true);
    book.close();
  });

  it('is the book of the moment it began while others go on writing, and ends', async () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(
      book,
      Array.from({ length: 3_000 }, (_, index) => `客户${index}`),
    );
    const before = contentHash(book);
    const other = joinBook(path, { deviceId: openOptions.deviceId });
    if (!other.ok) throw new Error(other.error.reason);
    let writes = 0;
    const made = await backup(path, {
      onProgress: () => {
        write(writes % 2 ? book : other.value, [`后来${writes}`]);
        writes += 1;
      },
    });
    expect(writes).toBeGreaterThan(0);
    const copy = copyOf(made);
    expect(contentHash(copy)).toBe(before);
    copy.close();
    other.value.close();
    book.close();
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(
      book,
      Array.from({ length: 2_000 }, (_, index) => `客户${index}`),
    );
    const request = { folder: files.path('备份'), reason: 'by_hand', now: noon } as const;
    const outcome = await makeBackup(path, { ...request, isCancelled: () => true });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(inFolder()).toEqual([]);
    book.close();
  });

  it('keeps 14: of full days the newest, and never another book', async () => {
    const path = files.path('book.keben');
    const other = files.path('other.keben');
    makeBookFile(path).book.close();
    makeBookFile(other).book.close();
    await backup(other, { now: onDay(0) });
    for (let day = 0; day < 18; day += 1) await backup(path, { now: onDay(day), reason: 'daily' });
    const days = listed().map(({ at }) => at);
    expect(days).toEqual([...Array.from({ length: 14 }, (_, index) => onDay(17 - index)), onDay(0)]);
    expect(inFolder()).toHaveLength(30);
  });

  it('gives two backups of one second two names', async () => {
    const path = files.path('book.keben');
    makeBookFile(path).book.close();
    const names = [(await backup(path)).fileName, (await backup(path)).fileName];
    expect(names).toEqual(['keben-20260306-120000-by_hand.keben', 'keben-20260306-120000-by_hand-2.keben']);
  });

  it('refuses to keep a copy of a damaged book, and keeps the good ones', async () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(
      book,
      Array.from({ length: 500 }, (_, index) => `客户${index}`),
    );
    book.close();
    const good = await backup(path);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096 * 30, 4096 * 50);
    writeFileSync(path, bytes);
    const outcome = await makeBackup(path, { folder: files.path('备份'), reason: 'daily', now: onDay(20), keep: 1 });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'damaged' } });
    expect(listed()).toEqual([good]);
    expect(inFolder()).toHaveLength(2);
  });

  it('clears away a copy that a killed program left an hour ago, not one in the making', async () => {
    const path = files.path('book.keben');
    makeBookFile(path).book.close();
    await backup(path);
    const old = files.path('备份/keben-20260101-daily-1.part');
    const fresh = files.path('备份/keben-20260306-daily-2.part');
    for (const name of [old, fresh]) writeFileSync(name, 'half');
    utimesSync(old, new Date(0), new Date(0));
    utimesSync(fresh, new Date('2026-03-06T03:59:00Z'), new Date('2026-03-06T03:59:00Z'));
    await backup(path);
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});

describe('a full disk', () => {
  const steps = ['sync', 'write', 'rename', 'syncFolderOf'] as const;
  const full = (): never => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };

  it.each(steps.flatMap((step) => [0, 1].map((call) => [step, call] as const)))(
    'at step %s, call %i, never costs the last good backup',
    async (step, call) => {
      const path = files.path('book.keben');
      makeBookFile(path).book.close();
      const good = await backup(path, { now: onDay(0) });
      let calls = 0;
      const disk: BackupDisk = {
        ...realDisk,
        [step]: (from: string, to: string) => {
          calls += 1;
          if (calls > call) full();
          realDisk[step](from, to);
        },
      };
      const request = { folder: files.path('备份'), reason: 'daily', now: onDay(1), keep: 1, disk } as const;
      const outcome = await makeBackup(path, request);
      if (outcome.ok) {
        // The step is not called that often: the backup was made, and only then the old one went.
        expect(listed().map(({ at }) => at)).toEqual([onDay(1)]);
        return;
      }
      expect(outcome.error).toEqual({ kind: 'storage', reason: 'disk_full', detail: 'ENOSPC' });
      const kept = listed().filter(({ at }) => at === good.at);
      expect(kept).toEqual([good]);
      expect(verifyBackup(files.path('备份'), good.fileName)).toEqual({ ok: true, value: 'good' });
      // When only the folder's own record could not be made safe, the new copy lies there all the same.
      const others = inFolder().filter((name) => !name.startsWith(good.fileName));
      expect(others).toHaveLength(step === 'syncFolderOf' ? 2 : 0);
    },
  );

  it('an old backup that cannot be removed does not spoil the new one', async () => {
    const path = files.path('book.keben');
    makeBookFile(path).book.close();
    await backup(path, { now: onDay(0) });
    const remove = (name: string) => {
      if (name.includes('20260301')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      realDisk.remove(name);
    };
    const made = await backup(path, { now: onDay(1), keep: 1, disk: { ...realDisk, remove } });
    expect(made.state).toBe('good');
    expect(listed()).toHaveLength(2);
  });
});

describe('makeBackupOfClosedBook', () => {
  it('copies a book before its migration', () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(book, ['华成']);
    book.close();
    const request = { folder: files.path('备份'), reason: 'before_migration', now: noon } as const;
    expect(makeBackupOfClosedBook(path, request)).toMatchObject({ ok: true, value: { customers: 1, state: 'good' } });
    expect(listed()).toMatchObject([{ reason: 'before_migration' }]);
    expect(verifyBackup(files.path('备份'), listed()[0]?.fileName ?? '')).toEqual({ ok: true, value: 'good' });
  });
});

describe('listBackups and verifyBackup', () => {
  it('tell a whole copy from one cut short, changed inside, without manifest, or no book at all', async () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(book, ['华成']);
    book.close();
    const made: Backup[] = [];
    for (let day = 0; day < 5; day += 1) made.push(await backup(path, { now: onDay(day) }));
    const names = made.map(({ fileName }) => fileName);
    const [good = '', short = '', changed = '', bare = '', garbage = ''] = names;
    const pathOf = (name: string) => files.path(`备份/${name}`);
    truncateSync(pathOf(short), 5_000);
    const bytes = readFileSync(pathOf(changed));
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
    writeFileSync(pathOf(changed), bytes);
    rmSync(`${pathOf(bare)}.json`);
    rmSync(`${pathOf(garbage)}.json`);
    writeFileSync(pathOf(garbage), 'x'.repeat(9_999));
    const before = inFolder();

    const states = new Map(listed().map(({ fileName, state }) => [fileName, state]));
    expect(names.map((name) => states.get(name))).toEqual(['good', 'damaged', 'good', 'missing_manifest', 'damaged']);
    const verified = names.map((name) => verifyBackup(files.path('备份'), name));
    expect(verified.map((state) => (state.ok ? state.value : state.error.reason))).toEqual([
      'good',
      'damaged',
      'damaged',
      'missing_manifest',
      'damaged',
    ]);
    expect(listed().find(({ fileName }) => fileName === bare)).toMatchObject({ customers: 1, appVersion: '0.1.0' });
    expect(inFolder()).toEqual(before);
    expect(good).not.toBe('');
  });

  it('read a book that was copied there by hand, in the mode in which it is used, and leave nothing beside it', () => {
    const path = files.path('book.keben');
    const { book } = makeBookFile(path);
    write(book, ['华成']);
    book.close();
    makeBackupOfClosedBook(path, { folder: files.path('备份'), reason: 'by_hand', now: noon });
    copyFileSync(path, files.path('备份/手工.keben'));
    expect(listed().find(({ fileName }) => fileName === '手工.keben')).toMatchObject({
      customers: 1,
      state: 'missing_manifest',
    });
    expect(inFolder()).toHaveLength(3);
  });

  it('find a folder that is not there empty', () => {
    expect(listBackups(files.path('nowhere'), null)).toEqual({ ok: true, value: [] });
  });

  it.each(['../book.keben', 'a/b.keben', '..\\book.keben', 'book.json'])(
    'refuse a name that leads elsewhere: %s',
    (name) => {
      expect(() => verifyBackup(files.path('备份'), name)).toThrow('no name of a backup');
    },
  );
});
