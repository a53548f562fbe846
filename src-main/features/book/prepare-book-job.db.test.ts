import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBook, openBook, opensSlowly } from '../../../db/open.ts';
import { liveUserRows } from '../../../db/queries/user-rows.ts';
import { writeOlderBook } from '../../../db/testing/older-book.ts';
import { at, migrationsFolder } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import type { WorkerControl } from '../../jobs/job.ts';
import { prepareBookJob } from './prepare-book-job.ts';

const now = at('2026-03-05T08:00:00.000Z');
const options = { deviceId: newId(), migrationsFolder, appVersion: '1.0.0' };

let folder: string;
let older: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 客本 '));
  const present = join(folder, 'now.keben');
  const made = createBook(present, { ...options, timeZone: 'Asia/Shanghai', ownerName: '老王', now });
  if (!made.ok) throw new Error(made.error.reason);
  made.value.book.close();
  older = join(folder, 'older.keben');
  writeOlderBook(present, older, 2);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const control: WorkerControl = {
  progress: () => {},
  isCancelled: () => false,
  openBook: () => {
    throw new Error('nobody has it open');
  },
};
const prepare = (backupFolder: string) => prepareBookJob({ path: older, options, backupFolder, now }, control);

describe('prepareBookJob', () => {
  it('copies an older book and brings it up to date, so that it opens at once', async () => {
    const backups = join(folder, 'backups');
    expect(opensSlowly(older, migrationsFolder, 0)).toBe(true);
    expect(await prepare(backups)).toEqual({ ok: true, value: { wasUnclean: false } });
    expect(opensSlowly(older, migrationsFolder, 0)).toBe(false);
    expect(readdirSync(backups).some((name) => name.endsWith('.keben'))).toBe(true);
    const opened = openBook(older, { ...options, backupBeforeMigration: () => {} });
    if (!opened.ok) throw new Error(opened.error.reason);
    expect(opened.value.migratedFrom).toBeNull();
    expect(liveUserRows(opened.value.book)).toMatchObject([{ name: '老王' }]);
    opened.value.book.close();
  });

  it('leaves the book as it is when no copy can be made', async () => {
    const before = readFileSync(older);
    const taken = join(folder, 'a file');
    writeFileSync(taken, '');
    expect(await prepare(join(taken, 'backups'))).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(readFileSync(older).equals(before)).toBe(true);
  });
});

describe('opensSlowly', () => {
  it('is so of large books alone, of an older version', () => {
    expect(opensSlowly(older, migrationsFolder)).toBe(false);
    expect(opensSlowly(join(folder, 'now.keben'), migrationsFolder, 0)).toBe(false);
  });

  it('leaves what is no book to the opening', () => {
    mkdirSync(join(folder, 'a folder'));
    writeFileSync(join(folder, 'text.keben'), 'not a database at all'.repeat(20));
    for (const name of ['a folder', 'text.keben', 'missing.keben'])
      expect(opensSlowly(join(folder, name), migrationsFolder, 0)).toBe(false);
  });
});
