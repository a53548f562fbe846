import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { newId } from '../src-shared/core/id.ts';
import type { AppDb } from './connection.ts';
import { writeBatch } from './journal.ts';
import { loadMigrations } from './migrate.ts';
import { createBook, joinBook, openBook } from './open.ts';
import { customers } from './schema/customers.ts';
import { bookMadeAt, customerNames, makeBookFile, openBookFile, openOptions } from './testing/book-file.ts';
import { at, migrationsFolder } from './testing/open-test-book.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
const wish = { ...openOptions, timeZone: 'Asia/Shanghai', ownerName: '王老板', now: bookMadeAt };

function addCustomer(book: AppDb, name: string): void {
  const request = { source: 'edit', userId: null, now: at('2026-03-06T09:00:00.000Z') } as const;
  writeBatch(book, request, (db) => db.insert(customers, { id: newId(), name }));
}

/** Every file beside the book with its bytes: what must not change when a book is refused. */
function snapshot(path: string): Map<string, string> {
  const names = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)));
  return new Map(names.sort().map((name) => [name, readFileSync(join(dirname(path), name)).toString('base64')]));
}

/** The files as a killed program leaves them: copied while the book is still open. */
function copyAsKilled(from: string, to: string): void {
  for (const ending of ['', '-wal']) if (existsSync(from + ending)) copyFileSync(from + ending, to + ending);
}

const newestVersion = loadMigrations(migrationsFolder).length;

/** The migrations of a later Keben. */
function laterMigrations(sql: string): string {
  const later = folder.path('migrations');
  mkdirSync(later, { recursive: true });
  for (const name of readdirSync(migrationsFolder)) {
    if (name.endsWith('.sql')) copyFileSync(join(migrationsFolder, name), join(later, name));
  }
  writeFileSync(join(later, `${String(newestVersion + 1).padStart(4, '0')}_add_colours.sql`), sql);
  return later;
}

const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  trusted_schema: 0,
  cell_size_check: 1,
  recursive_triggers: 1,
};

function pragmasOf(book: AppDb): Record<string, unknown> {
  return Object.fromEntries(Object.keys(pragmas).map((name) => [name, book.sqlite.pragma(name, { simple: true })]));
}

describe('createBook', () => {
  it('makes a book with an owner, the tiers A to D and its time zone, and leaves nothing else behind', () => {
    const path = folder.path('店铺.keben');
    const { book, ownerId } = makeBookFile(path);
    const rows = (sql: string) => book.sqlite.prepare(sql).all();
    expect(rows('SELECT id, name, role FROM users')).toEqual([{ id: ownerId, name: '王老板', role: 'owner' }]);
    expect(rows('SELECT name, cadence_days, is_key FROM tiers ORDER BY position')).toEqual([
      { name: 'A', cadence_days: 7, is_key: 1 },
      { name: 'B', cadence_days: 14, is_key: 1 },
      { name: 'C', cadence_days: 30, is_key: 0 },
      { name: 'D', cadence_days: 90, is_key: 0 },
    ]);
    expect(rows('SELECT id, value FROM book_settings')).toEqual([{ id: 'book.time_zone', value: '"Asia/Shanghai"' }]);
    expect(rows('SELECT DISTINCT source FROM journal')).toEqual([{ source: 'system' }]);
    book.close();
    expect(readdirSync(dirname(path))).toEqual(['店铺.keben']);
    expect(readFileSync(path).toString('latin1', 68, 72)).toBe('KEBN');
  });

  it.each(['', 'garbage', 'SQLite format 3\0'])('never replaces a file that is there, holding %j', (content) => {
    const path = folder.path('book.keben');
    writeFileSync(path, content);
    expect(createBook(path, wish)).toEqual({
      ok: false,
      error: { kind: 'storage', reason: 'file_in_use', detail: 'exists' },
    });
    expect(readFileSync(path, 'latin1')).toBe(content);
  });

  it('starts anew where an earlier start was killed half way', () => {
    const path = folder.path('book.keben');
    writeFileSync(`${path}.new`, 'half a book');
    makeBookFile(path).book.close();
    expect(openBookFile(path).book.isReadOnly).toBe(false);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it('says so when the folder is not there', () => {
    expect(createBook(folder.path('nowhere/book.keben'), wish)).toMatchObject({ error: { reason: 'file_missing' } });
  });
});

describe('openBook', () => {
  it('gives every connection the same safe settings, above all synchronous FULL on a reopened file', () => {
    const path = folder.path('book.keben');
    const created = makeBookFile(path).book;
    expect(pragmasOf(created)).toEqual(pragmas);
    created.close();
    const { book } = openBookFile(path);
    expect(pragmasOf(book)).toEqual(pragmas);
    for (const readOnly of [false, true]) {
      const joined = joinBook(path, { deviceId: openOptions.deviceId, readOnly });
      if (!joined.ok) throw new Error(joined.error.reason);
      expect(joined.value.isReadOnly).toBe(readOnly);
      expect(pragmasOf(joined.value)).toEqual(pragmas);
      joined.value.close();
    }
    book.close();
  });

  it('and indeed SQLite would not: a WAL file that is merely opened has synchronous NORMAL', () => {
    const path = folder.path('book.keben');
    makeBookFile(path).book.close();
    const bare = new Database(path);
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    bare.close();
  });

  it('refuses a newer book and does not touch it', () => {
    const path = folder.path('book.keben');
    makeBookFile(path).book.close();
    const newer = new Database(path);
    newer.pragma(`user_version = ${newestVersion + 1}`);
    newer.exec("UPDATE book_file SET app_version = '9.1.0'");
    newer.close();
    const before = snapshot(path);
    expect(openBook(path, openOptions)).toEqual({
      ok: false,
      error: { kind: 'storage', reason: 'newer_version', detail: '9.1.0' },
    });
    expect(snapshot(path)).toEqual(before);
  });

  it('also when the newer Keben was killed before its log reached the file', () => {
    const path = folder.path('book.keben');
    makeBookFile(path).book.close();
    const newer = new Database(path);
    newer.pragma(`user_version = ${newestVersion + 1}`);
    const killed = folder.path('killed.keben');
    copyAsKilled(path, killed);
    newer.close();
    const before = snapshot(killed);
    expect([...before.keys()]).toEqual(['killed.keben', 'killed.keben-wal']);
    expect(openBook(killed, openOptions)).toMatchObject({ ok: false, error: { reason: 'newer_version' } });
    expect(snapshot(killed)).toEqual(before);
  });

  it('and when frames of an older log still lie behind the newer ones', () => {
    const path = folder.path('book.keben');
    const { book } = makeBookFile(path);
    for (let index = 0; index < 60; index += 1) addCustomer(book, `客户${index}`);
    book.sqlite.pragma('wal_checkpoint(RESTART)');
    const newer = new Database(path);
    newer.pragma(`user_version = ${newestVersion + 1}`);
    const killed = folder.path('killed.keben');
    copyAsKilled(path, killed);
    newer.close();
    book.close();
    const before = snapshot(killed);
    expect(openBook(killed, openOptions)).toMatchObject({ ok: false, error: { reason: 'newer_version' } });
    expect(snapshot(killed)).toEqual(before);
  });

  it('opens a book whose newer log was never committed', () => {
    const path = folder.path('book.keben');
    const { book } = makeBookFile(path);
    addCustomer(book, '已提交');
    const killed = folder.path('killed.keben');
    copyAsKilled(path, killed);
    book.close();
    // A torn last frame, as a power cut leaves it.
    truncateSync(`${killed}-wal`, readFileSync(`${killed}-wal`).length - 100);
    const opened = openBookFile(killed);
    expect(opened.wasUnclean).toBe(true);
    opened.book.close();
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'damaged'],
    ['garbage', Buffer.from('这不是账本'.repeat(1000)), 'damaged'],
    ['a header without a body', Buffer.from('SQLite format 3\0'), 'damaged'],
    ['zeros', Buffer.alloc(65_536), 'damaged'],
  ])('never replaces %s and leaves it as it is', (_what, content, reason) => {
    const path = folder.path('book.keben');
    writeFileSync(path, content);
    const before = snapshot(path);
    expect(openBook(path, openOptions)).toMatchObject({ ok: false, error: { kind: 'storage', reason } });
    expect(snapshot(path)).toEqual(before);
  });

  it('refuses the database of another program and does not touch it', () => {
    const path = folder.path('other.db');
    const other = new Database(path);
    other.exec('CREATE TABLE customers (id TEXT)');
    other.close();
    const before = snapshot(path);
    expect(openBook(path, openOptions)).toEqual({ ok: false, error: { kind: 'storage', reason: 'not_a_book' } });
    expect(snapshot(path)).toEqual(before);
  });

  it('finds a book that was cut short', () => {
    const path = folder.path('book.keben');
    makeBookFile(path).book.close();
    truncateSync(path, readFileSync(path).length - 4096);
    expect(openBook(path, openOptions)).toMatchObject({ error: { reason: 'damaged', detail: 'cut_short' } });
  });

  it('checks every page after an unclean end and finds a bad one', () => {
    const path = folder.path('book.keben');
    const { book } = makeBookFile(path);
    for (let index = 0; index < 200; index += 1) addCustomer(book, `客户${index}`);
    book.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    addCustomer(book, '最后');
    const killed = folder.path('killed.keben');
    copyAsKilled(path, killed);
    book.close();
    expect(openBookFile(killed)).toMatchObject({ wasUnclean: true });
    const broken = folder.path('broken.keben');
    copyAsKilled(killed, broken);
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096 * 20, 4096 * 60);
    writeFileSync(broken, bytes);
    writeFileSync(`${broken}-wal`, 'x'.repeat(64));
    expect(openBook(broken, openOptions)).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'damaged' } });
  });

  it('finds a book whose tables are gone', () => {
    const path = folder.path('book.keben');
    makeBookFile(path).book.close();
    const other = new Database(path);
    other.exec('DROP TABLE customer_tags');
    other.close();
    expect(openBook(path, openOptions)).toMatchObject({
      error: { reason: 'damaged', detail: 'table customer_tags is missing' },
    });
  });

  it('makes no file where there is none', () => {
    expect(openBook(folder.path('book.keben'), openOptions)).toMatchObject({ error: { reason: 'file_missing' } });
    expect(readdirSync(folder.path('.'))).toEqual([]);
  });

  it('says that a folder is no book', () => {
    expect(openBook(folder.path('.'), openOptions)).toMatchObject({ error: { reason: 'not_a_book' } });
  });

  it('refuses a book on another computer before it looks at it', () => {
    const path = folder.path('book.keben');
    const isOnNetwork = (asked: string) => asked === path;
    expect(openBook(path, { ...openOptions, isOnNetwork })).toMatchObject({ error: { reason: 'network_drive' } });
    expect(createBook(path, { ...wish, isOnNetwork })).toMatchObject({ error: { reason: 'network_drive' } });
    expect(existsSync(path)).toBe(false);
  });

  it('finds everything that was committed before the program was killed', () => {
    const path = folder.path('book.keben');
    const { book } = makeBookFile(path);
    addCustomer(book, '华成');
    const killed = folder.path('killed.keben');
    copyAsKilled(path, killed);
    book.close();
    const opened = openBookFile(killed);
    expect(opened.wasUnclean).toBe(true);
    expect(customerNames(opened.book)).toEqual(['华成']);
    opened.book.close();
    expect(openBookFile(killed).wasUnclean).toBe(false);
  });

  it('keeps the version of the newest Keben that wrote to it', () => {
    const path = folder.path('book.keben');
    makeBookFile(path).book.close();
    const versionAfter = (appVersion: string) => {
      const { book } = openBookFile(path, { appVersion });
      const version = book.sqlite.prepare('SELECT app_version FROM book_file').pluck().get();
      book.close();
      return version;
    };
    expect(['0.2.0', '0.10.0', '0.9.9', '0.10.0-beta'].map(versionAfter)).toEqual([
      '0.2.0',
      '0.10.0',
      '0.10.0',
      '0.10.0',
    ]);
  });
});

describe('openBook on a book of an older Keben', () => {
  it('copies it first, then brings it up to date', () => {
    const path = folder.path('book.keben');
    const { book } = makeBookFile(path);
    addCustomer(book, '华成');
    book.close();
    const seen: { path: string; copied: string[] }[] = [];
    const opened = openBookFile(path, {
      migrationsFolder: laterMigrations('CREATE TABLE colours (id TEXT NOT NULL PRIMARY KEY) STRICT'),
      backupBeforeMigration: (asked) => {
        copyFileSync(asked, folder.path('copy.keben'));
        const copy = openBookFile(folder.path('copy.keben'));
        seen.push({ path: asked, copied: customerNames(copy.book) });
        copy.book.close();
      },
    });
    expect(seen).toEqual([{ path, copied: ['华成'] }]);
    expect(opened.migratedFrom).toBe(newestVersion);
    expect(opened.book.sqlite.pragma('user_version', { simple: true })).toBe(newestVersion + 1);
    opened.book.close();
  });

  it.each([
    ['the copy cannot be made', 'CREATE TABLE colours (id TEXT) STRICT', true],
    ['the migration fails', 'CREATE TABLE colours (id TEXT) STRICT; SELECT nonsense', false],
  ])('leaves it as it was, byte for byte, when %s', (_what, sql, copyFails) => {
    const path = folder.path('book.keben');
    const { book } = makeBookFile(path);
    addCustomer(book, '华成');
    book.close();
    const before = snapshot(path);
    const backupBeforeMigration = () => {
      if (copyFails) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };
    const open = () =>
      openBook(path, { ...openOptions, migrationsFolder: laterMigrations(sql), backupBeforeMigration });
    if (copyFails) expect(open()).toMatchObject({ ok: false, error: { reason: 'disk_full' } });
    else expect(open).toThrow('nonsense');
    expect(snapshot(path)).toEqual(before);
    const again = openBookFile(path);
    expect(customerNames(again.book)).toEqual(['华成']);
    again.book.close();
  });
});
