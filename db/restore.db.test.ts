import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { newId } from '../src-shared/core/id.ts';
import type { Instant } from '../src-shared/core/instant.ts';
import { makeBackup, verifyBackup } from './backup.ts';
import type { AppDb } from './connection.ts';
import { contentHash } from './content-hash.ts';
import { writeBatch } from './journal.ts';
import { restoreBackup } from './restore.ts';
import { customers } from './schema/customers.ts';
import { customerNames, makeBookFile, openBookFile } from './testing/book-file.ts';
import { at, migrationsFolder } from './testing/open-test-book.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const files = temporaryFolder();
const monday = at('2026-03-09T04:00:00.000Z');
const tuesday = at('2026-03-10T04:00:00.000Z');

const bookPath = () => files.path('book.keben');
const folder = () => files.path('备份');

function add(book: AppDb, name: string): void {
  writeBatch(book, { source: 'edit', userId: null, now: monday }, (db) => db.insert(customers, { id: newId(), name }));
}

async function backUp(now: Instant): Promise<string> {
  const outcome = await makeBackup(bookPath(), { folder: folder(), reason: 'daily', now });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value.fileName;
}

/** A book with 周一; its backup; then 周二 added. Gives the backup's name and the hashes of both states. */
async function twoDays(): Promise<{ fileName: string; monday: string; tuesday: string }> {
  const { book } = makeBookFile(bookPath());
  add(book, '周一');
  const mondayHash = contentHash(book);
  const fileName = await backUp(monday);
  add(book, '周二');
  const tuesdayHash = contentHash(book);
  book.close();
  return { fileName, monday: mondayHash, tuesday: tuesdayHash };
}

function dropATable(path: string): void {
  const sqlite = new Database(path);
  sqlite.exec('DROP TABLE book_file');
  sqlite.close();
}

function restore(fileName: string) {
  return restoreBackup({ bookPath: bookPath(), folder: folder(), fileName, now: tuesday, migrationsFolder });
}

function hashOfBook(): string {
  const { book } = openBookFile(bookPath());
  const hash = contentHash(book);
  book.close();
  return hash;
}

describe('restoreBackup', () => {
  it('puts the backup in place, and the copy made first puts back what was there', async () => {
    const { fileName, monday: before, tuesday: after } = await twoDays();
    const restored = await restore(fileName);
    expect(restored).toMatchObject({ ok: true, value: { savedAs: 'keben-20260310-120000-before_restore.keben' } });
    expect(hashOfBook()).toBe(before);
    const savedAs = restored.ok ? restored.value.savedAs : null;
    expect(await restore(savedAs ?? '')).toMatchObject({ ok: true });
    expect(hashOfBook()).toBe(after);
    expect(readdirSync(files.path('.')).sort()).toEqual(['book.keben', '备份']);
  });

  it('leaves a book that can be worked in', async () => {
    const { fileName } = await twoDays();
    await restore(fileName);
    const { book } = openBookFile(bookPath());
    add(book, '恢复以后');
    expect(customerNames(book)).toEqual(['周一', '恢复以后'].sort());
    expect(book.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    book.close();
  });

  it.each([
    ['garbage', (path: string) => writeFileSync(path, '不是账本'.repeat(5_000))],
    ['empty', (path: string) => writeFileSync(path, '')],
    ['cut short', (path: string) => truncateSync(path, 20_000)],
    ['without its tables', dropATable],
  ])('replaces a book that is %s, and keeps what was left of it', async (_what, spoil) => {
    const { fileName, monday: before } = await twoDays();
    spoil(bookPath());
    writeFileSync(`${bookPath()}-wal`, 'what was left of the log');
    const remains = readFileSync(bookPath());
    const restored = await restore(fileName);
    expect(restored).toMatchObject({ ok: true, value: { savedAs: 'keben-20260310-040000-damaged.keben' } });
    expect(readFileSync(files.path('备份/keben-20260310-040000-damaged.keben')).equals(remains)).toBe(true);
    expect(readFileSync(files.path('备份/keben-20260310-040000-damaged.keben-wal'), 'utf8')).toBe(
      'what was left of the log',
    );
    expect(hashOfBook()).toBe(before);
  });

  it('keeps the log of a damaged book too, which SQLite would take away as soon as it looks', async () => {
    const { fileName, monday: before } = await twoDays();
    const { book } = openBookFile(bookPath());
    for (let index = 0; index < 300; index += 1) add(book, `客户${index}`);
    book.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    add(book, '只在日志里');
    const [file, log] = [readFileSync(bookPath()), readFileSync(`${bookPath()}-wal`)];
    book.close();
    file.fill(0xff, 4096 * 30, 4096 * 50);
    writeFileSync(bookPath(), file);
    writeFileSync(`${bookPath()}-wal`, log);
    expect(await restore(fileName)).toMatchObject({
      ok: true,
      value: { savedAs: 'keben-20260310-040000-damaged.keben' },
    });
    const kept = files.path('备份/keben-20260310-040000-damaged.keben');
    expect([readFileSync(kept).equals(file), readFileSync(`${kept}-wal`).equals(log)]).toEqual([true, true]);
    expect(hashOfBook()).toBe(before);
  });

  it('takes the old log away: SQLite would read it into the restored book', async () => {
    const { fileName, monday: before } = await twoDays();
    const { book } = openBookFile(bookPath());
    add(book, '只在日志里');
    const log = readFileSync(`${bookPath()}-wal`);
    book.close();
    writeFileSync(bookPath(), '不是账本'.repeat(5_000));
    writeFileSync(`${bookPath()}-wal`, log);
    expect(await restore(fileName)).toMatchObject({ ok: true });
    expect(hashOfBook()).toBe(before);
  });

  it('copies what a killed program left in the log into the backup made first', async () => {
    const { fileName } = await twoDays();
    const { book } = openBookFile(bookPath());
    add(book, '只在日志里');
    const [file, log] = [readFileSync(bookPath()), readFileSync(`${bookPath()}-wal`)];
    book.close();
    writeFileSync(bookPath(), file);
    writeFileSync(`${bookPath()}-wal`, log);
    const restored = await restore(fileName);
    const savedAs = restored.ok ? (restored.value.savedAs ?? '') : '';
    expect(savedAs).toContain('before_restore');
    expect(readdirSync(folder()).filter((name) => name.includes('damaged'))).toEqual([]);
    await restore(savedAs);
    const back = openBookFile(bookPath());
    expect(customerNames(back.book)).toContain('只在日志里');
    back.book.close();
  });

  it('works where the book is gone', async () => {
    const { fileName, monday: before } = await twoDays();

    rmSync(bookPath());
    expect(await restore(fileName)).toEqual({ ok: true, value: { savedAs: null, missingFiles: 0 } });
    expect(hashOfBook()).toBe(before);
  });

  it('does not touch the book when the backup is not whole', async () => {
    const { fileName, tuesday: after } = await twoDays();
    const backup = files.path(`备份/${fileName}`);
    const bytes = readFileSync(backup);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(backup, bytes);
    expect(verifyBackup(folder(), fileName)).toEqual({ ok: true, value: 'damaged' });
    expect(await restore(fileName)).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'damaged' } });
    expect(hashOfBook()).toBe(after);
    expect(readdirSync(folder())).toHaveLength(2);
  });

  it.each([
    ['by a newer Keben', 'PRAGMA user_version = 99', 'newer_version'],
    ['of another program', 'PRAGMA application_id = 5', 'not_a_book'],
  ])('refuses a backup %s', async (_what, sql, reason) => {
    const { fileName, tuesday: after } = await twoDays();
    const sqlite = new Database(files.path(`备份/${fileName}`));
    sqlite.exec(sql);
    sqlite.close();
    expect(await restore(fileName)).toMatchObject({ ok: false, error: { kind: 'storage', reason } });
    expect(hashOfBook()).toBe(after);
  });

  it('refuses while somebody still has the book open', async () => {
    const { fileName } = await twoDays();
    const { book } = openBookFile(bookPath());
    add(book, '还在写');
    expect(await restore(fileName)).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'file_in_use' } });
    expect(customerNames(book)).toContain('还在写');
    book.close();
    expect(existsSync(`${bookPath()}-wal`)).toBe(false);
  });

  it('says that there is no such backup', async () => {
    const { tuesday: after } = await twoDays();
    expect(await restore('keben-none.keben')).toMatchObject({ ok: false, error: { reason: 'file_missing' } });
    expect(hashOfBook()).toBe(after);
  });
});
