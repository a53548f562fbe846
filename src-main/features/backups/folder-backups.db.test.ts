import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppDb, createBook, openBook } from '../../../db/open.ts';
import { bookIdOf, liveCustomerCount } from '../../../db/queries/book-facts.ts';
import { liveUserRows } from '../../../db/queries/user-rows.ts';
import { buildersFor } from '../../../db/testing/builders.ts';
import { at, migrationsFolder } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { type Instant, instantFromMs, instantToMs } from '../../../src-shared/core/instant.ts';
import { sideProcesses } from '../../ipc/testing/side-processes.ts';
import type { Job } from '../../jobs/job.ts';
import { createJobRunner, type JobRunner, type JobWatcher, unwatched } from '../../jobs/job-runner.ts';
import { makeBackupJob, restoreBackupJob, verifyBackupJob } from './backup-jobs.ts';
import { FolderBackups } from './folder-backups.ts';

const deviceId = newId();
const options = { deviceId, migrationsFolder, appVersion: '1.0.0', backupBeforeMigration: () => {} };

/** The jobs of this feature in the test's own thread: quicker than a thread for each. */
const inThisThread: JobRunner = {
  run: async (kind, input, watcher) => {
    let isCancelled = false;
    watcher.onCancel(() => {
      isCancelled = true;
    });
    const kinds = { makeBackup: makeBackupJob, verifyBackup: verifyBackupJob, restoreBackup: restoreBackupJob };
    // Safe: JobRunner's own type pairs the kind with this input.
    const job = (kinds as unknown as Readonly<Record<string, Job<unknown, never>>>)[kind];
    if (!job) throw new Error(`no job ${kind} here`);
    return job(input, {
      progress: (progress) => watcher.progress(progress),
      isCancelled: () => isCancelled,
      openBook: () => {
        throw new Error('backups open no book');
      },
    });
  },
};

let folder: string;
let path: string;
let db: AppDb | null;
let now: Instant;
let announced: unknown[];
let backupFolder: string | null;
let backups: FolderBackups;

function opened(): AppDb {
  if (!db) throw new Error('the book is closed');
  return db;
}

function open(): void {
  const outcome = openBook(path, options);
  db = outcome.ok ? outcome.value.book : null;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 备份 '));
  path = join(folder, '客本.keben');
  now = at('2026-03-05T08:00:00.000Z');
  announced = [];
  backupFolder = null;
  const made = createBook(path, { ...options, timeZone: 'Asia/Shanghai', ownerName: '王老板', now });
  if (!made.ok) throw new Error(made.error.reason);
  db = made.value.book;
  backups = new FolderBackups({
    book: () => db && { bookId: bookIdOf(db), path },
    whileClosed: async (work) => {
      db?.close();
      db = null;
      const outcome = await work(path);
      open();
      return outcome;
    },
    memory: {
      get backupFolder() {
        return backupFolder;
      },
      saveBackupFolder: async (chosen) => {
        backupFolder = chosen;
      },
    },
    defaultFolder: join(folder, 'backups'),
    migrationsFolder,
    jobs: inThisThread,
    now: () => now,
    announce: (topics) => announced.push(topics),
  });
});
afterEach(() => {
  db?.close();
  rmSync(folder, { recursive: true, force: true });
});

const addCustomer = (name: string) => {
  const [owner] = liveUserRows(opened());
  if (!owner) throw new Error('no owner');
  buildersFor(opened(), owner.id, now).aCustomer({ name });
};
const later = (ms: number) => {
  now = instantFromMs(instantToMs(now) + ms);
};
const made = async (watcher: JobWatcher = unwatched) => {
  const outcome = await backups.make('by_hand', watcher);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};

describe('FolderBackups', () => {
  it('has none at first, then the one made, with what it holds', async () => {
    expect(backups.status()).toEqual({ lastBackupAt: null, problem: null });
    expect(backups.list()).toEqual({ ok: true, value: [] });
    addCustomer('上海华成机电有限公司');
    const backup = await made();
    expect(backup).toMatchObject({ at: now, reason: 'by_hand', customers: 1, state: 'good', appVersion: '1.0.0' });
    expect(backups.list()).toEqual({ ok: true, value: [backup] });
    expect(backups.status()).toEqual({ lastBackupAt: now, problem: null });
    expect(announced).toEqual([['backups', 'book']]);
    expect(await backups.verify(backup.fileName, unwatched)).toEqual({ ok: true, value: 'good' });
  });

  it('finds an older backup again after a start', async () => {
    await made();
    const when = now;
    later(60_000);
    await backups.moveTo(null);
    expect(backups.status().lastBackupAt).toBe(when);
  });

  it('brings the book back as it was, and the present one lies in the list', async () => {
    addCustomer('甲');
    const before = await made();
    addCustomer('乙');
    addCustomer('丙');
    later(60_000);
    const restored = await backups.restore(before.fileName, unwatched);
    if (!restored.ok) throw new Error(JSON.stringify(restored.error));
    expect(liveCustomerCount(opened())).toBe(1);
    const { savedAs } = restored.value;
    const listed = backups.list();
    expect(listed.ok && listed.value.find(({ fileName }) => fileName === savedAs)).toMatchObject({
      reason: 'before_restore',
      customers: 3,
    });
    later(60_000);
    await backups.restore(savedAs ?? '', unwatched);
    expect(liveCustomerCount(opened())).toBe(3);
  });

  it('brings a damaged book back', async () => {
    addCustomer('甲');
    const { fileName } = await made();
    opened().close();
    db = null;
    writeFileSync(path, 'garbage');
    later(60_000);
    expect(backups.list()).toMatchObject({ ok: true, value: [{ fileName }] });
    expect(await backups.restore(fileName, unwatched)).toMatchObject({ ok: true });
    expect(liveCustomerCount(opened())).toBe(1);
  });

  it.each(['nothing.keben', '../客本.keben', 'backups/../../客本.keben', ''])(
    'restores nothing by the name %j and the book stays',
    async (fileName) => {
      addCustomer('甲');
      await made();
      const outcome = await backups.restore(fileName, unwatched).catch(() => ({ ok: false }));
      expect(outcome.ok).toBe(false);
      open();
      expect(liveCustomerCount(opened())).toBe(1);
    },
  );

  it('says that the last try failed, and forgets it after a good one', async () => {
    await made();
    const when = now;
    later(60_000);
    const blocked = join(folder, 'a file');
    writeFileSync(blocked, '');
    backupFolder = join(blocked, 'backups');
    expect(await backups.make('daily', unwatched)).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(backups.status()).toMatchObject({ problem: expect.any(String) });
    backupFolder = null;
    await made();
    expect(backups.status()).toEqual({ lastBackupAt: now, problem: null });
    expect(when).not.toBe(now);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    for (let index = 0; index < 50; index += 1) addCustomer(`客户${index}`);
    const outcome = await backups.make('by_hand', { progress: () => {}, onCancel: (stop) => stop() });
    expect(outcome).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
    expect(backups.status()).toEqual({ lastBackupAt: null, problem: null });
  });

  it('goes to the folder the user chose, if it can be written to', async () => {
    const chosen = join(folder, 'D 盘', '备份');
    expect(await backups.moveTo(chosen)).toEqual({ ok: true, value: null });
    expect([backups.folder, backups.isDefaultFolder]).toEqual([chosen, false]);
    await made();
    expect(readdirSync(chosen).some((name) => name.endsWith('.keben'))).toBe(true);
    const blocked = join(folder, 'a file');
    writeFileSync(blocked, '');
    expect(await backups.moveTo(join(blocked, 'x'))).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(backups.folder).toBe(chosen);
    await backups.moveTo(null);
    expect(backups.isDefaultFolder).toBe(true);
    expect(existsSync(chosen)).toBe(true);
  });

  it('is made the same way in a thread of its own', async () => {
    const runner = createJobRunner(sideProcesses().jobWorker, () => ({ path, deviceId }));
    const order = { bookPath: path, folder: join(folder, 'backups'), reason: 'daily', now } as const;
    const seen: number[] = [];
    const watcher: JobWatcher = { ...unwatched, progress: ({ fraction }) => seen.push(fraction ?? -1) };
    expect(await runner.run('makeBackup', order, watcher)).toMatchObject({ ok: true, value: { reason: 'daily' } });
    expect(seen.length).toBeGreaterThan(0);
  });
});
