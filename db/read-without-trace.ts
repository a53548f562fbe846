import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Sqlite } from './connection.ts';

/**
 * Reads a file that must stay as it is, with nothing new beside it: a backup, a book that is refused.
 * SQLite cannot open a file in write-ahead mode without making -wal and -shm; such a one is read from a passing copy.
 * Throws what SQLite or the system throws.
 */
export function readWithoutTrace<T>(path: string, read: (sqlite: Sqlite) => T): T {
  if (!isInWriteAheadMode(path)) return readOnly(path, read);
  const folder = mkdtempSync(join(tmpdir(), 'keben-'));
  try {
    const copy = join(folder, 'copy');
    for (const ending of ['', '-wal']) if (existsSync(path + ending)) copyFileSync(path + ending, copy + ending);
    return readOnly(copy, read);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readOnly<T>(path: string, read: (sqlite: Sqlite) => T): T {
  const sqlite = new Database(path, { readonly: true });
  try {
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('cell_size_check = ON');
    return read(sqlite);
  } finally {
    sqlite.close();
  }
}

/** The format's read version stands at byte 19 of the header: 1 rollback journal, 2 write-ahead log. */
function isInWriteAheadMode(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const version = Buffer.alloc(1);
    return readSync(file, version, 0, 1, 19) === 1 && version[0] === 2;
  } finally {
    closeSync(file);
  }
}
