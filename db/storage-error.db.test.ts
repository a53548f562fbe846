import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { storageErrorOf } from './storage-error.ts';

describe('storageErrorOf', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_IOERR_WRITE', 'disk_full'],
    ['SQLITE_IOERR_SHORT_READ', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_READONLY_DBMOVED', 'read_only'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_CANTOPEN', 'no_permission'],
  ])('says of %s from SQLite: %s', (code, reason) => {
    expect(storageErrorOf(new Database.SqliteError('', code))).toEqual({ kind: 'storage', reason, detail: code });
  });

  it.each([
    ['ENOSPC', 'disk_full'],
    ['EACCES', 'no_permission'],
    ['EBUSY', 'file_in_use'],
    ['ENOENT', 'file_missing'],
    ['EISDIR', 'not_a_book'],
  ])('says of %s from the system: %s', (code, reason) => {
    expect(storageErrorOf(Object.assign(new Error(''), { code }))).toEqual({ kind: 'storage', reason, detail: code });
  });

  it('takes everything else for a mistake in the program', () => {
    expect(storageErrorOf(new Database.SqliteError('', 'SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
    expect(storageErrorOf(new Error('ENOSPC'))).toBeNull();
    expect(storageErrorOf('SQLITE_FULL')).toBeNull();
  });

  it('knows a file full to its limit when SQLite really meets one', () => {
    const sqlite = new Database(':memory:');
    sqlite.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x)');
    let met: unknown;
    try {
      sqlite.prepare('INSERT INTO t VALUES (zeroblob(100000))').run();
    } catch (error) {
      met = error;
    }
    expect(storageErrorOf(met)).toMatchObject({ reason: 'disk_full' });
  });
});
