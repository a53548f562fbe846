import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBook } from '../../../db/open.ts';
import { liveUserRows } from '../../../db/queries/user-rows.ts';
import { at, migrationsFolder } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { err, ok } from '../../../src-shared/core/result.ts';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';
import type { OpenerDeps } from './book-opener.ts';
import { BookNotOpen, BookSession } from './book-session.ts';
import { BookSwitch } from './book-switch.ts';

let folder: string;
let session: BookSession;
let memory: { hasBook: boolean; preferences: { language: Language }; saveHasBook(): Promise<void> };
let runningJobs: { count: number };
let remote: string[];
let logged: unknown[];
let prepare: OpenerDeps['prepare'];
const now = at('2026-03-05T08:00:00.000Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 客本 '));
  session = new BookSession();
  runningJobs = { count: 0 };
  remote = [];
  logged = [];
  prepare = () => null;
  memory = {
    hasBook: false,
    preferences: { language: 'zh-CN' },
    saveHasBook: async () => {
      memory.hasBook = true;
    },
  };
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const options = () => ({
  deviceId: newId(),
  migrationsFolder,
  appVersion: '1.0.0',
  isOnNetwork: (path: string) => remote.includes(path),
});

function open(launchBook: string | null = null): BookSwitch {
  return new BookSwitch({
    session,
    memory,
    opener: {
      options: options(),
      backupBeforeMigration: () => ok(null),
      prepare: (path) => prepare(path),
      now: () => now,
      log: { error: (_where, cause) => `log-${logged.push(cause)}`, warn: () => {} },
    },
    dataFolder: folder,
    launchBook,
    timeZone: 'Asia/Shanghai',
    writeSample: async (path) => {
      const made = createBook(path, { ...options(), timeZone: 'Asia/Shanghai', ownerName: '示例', now });
      if (made.ok) made.value.book.close();
      return made.ok ? ok(null) : made;
    },
    runningJobs,
  });
}

const own = () => join(folder, '客本.keben');

describe('BookSwitch.openOwn', () => {
  it('makes the book at the first run, with an owner the user can rename', async () => {
    await open().openOwn();
    expect(session.book()).toMatchObject({ path: own(), isSample: false, openedAt: now, warnings: [] });
    expect(liveUserRows(session.db())).toMatchObject([{ name: '老板', role: 'owner' }]);
    expect(memory.hasBook).toBe(true);
  });

  it('names book and owner in English for who reads English', async () => {
    memory.preferences.language = 'en';
    await open().openOwn();
    expect(session.book().path).toBe(join(folder, 'Keben.keben'));
    expect(liveUserRows(session.db())).toMatchObject([{ name: 'Owner' }]);
  });

  it('opens the same book again, also after the language was changed', async () => {
    await open().openOwn();
    const { bookId } = session.book();
    memory.preferences.language = 'en';
    await open().openOwn();
    expect(session.book()).toMatchObject({ bookId, path: own() });
  });

  it('never makes an empty book where the book has gone missing', async () => {
    await open().openOwn();
    await session.close();
    rmSync(own());
    await open().openOwn();
    expect(session.problem).toEqual({ path: own(), error: { kind: 'storage', reason: 'file_missing' } });
    expect(existsSync(own())).toBe(false);
    expect(() => session.db()).toThrow(BookNotOpen);
  });

  it.each([
    ['zero bytes', ''],
    ['garbage', 'not a database at all'.repeat(20)],
  ])('leaves a file of %s as it is and says that it is damaged', async (_what, content) => {
    writeFileSync(own(), content);
    await open().openOwn();
    expect(session.problem).toMatchObject({ path: own(), error: { kind: 'storage', reason: 'damaged' } });
    expect(readFileSync(own(), 'utf8')).toBe(content);
    expect(logged).toEqual([]);
  });

  it('refuses a book on a network drive', async () => {
    remote.push(own());
    await open().openOwn();
    expect(session.problem).toMatchObject({ error: { reason: 'network_drive' } });
    expect(existsSync(own())).toBe(false);
  });

  it('opens the book named at the start, for this run only', async () => {
    const other = join(folder, '另一本.keben');
    const made = createBook(other, { ...options(), timeZone: 'Asia/Tokyo', ownerName: '田中', now });
    if (made.ok) made.value.book.close();
    await open(other).openOwn();
    expect(session.book().path).toBe(other);
    expect(memory.hasBook).toBe(false);
    await open(join(folder, 'no.keben')).openOwn();
    expect(session.problem).toMatchObject({ error: { reason: 'file_missing' } });
  });
});

describe('a book that takes seconds to open', () => {
  beforeEach(async () => {
    await open().openOwn();
    await session.close();
  });

  it('is made ready first, and said to be switching meanwhile', async () => {
    const ready = Promise.withResolvers<Awaited<ReturnType<OpenerDeps['prepare']>>>();
    const asked: string[] = [];
    prepare = async (path) => {
      asked.push(path);
      return (await ready.promise) ?? ok({ wasUnclean: false });
    };
    const opening = open().openOwn();
    await vi.waitFor(() => expect(asked).toEqual([own()]));
    expect([session.isSwitching, session.opened]).toEqual([true, null]);
    ready.resolve(ok({ wasUnclean: true }));
    await opening;
    expect(session.isSwitching).toBe(false);
    expect(session.book().warnings).toEqual([{ kind: 'unclean_shutdown_checked' }]);
  });

  it('is not opened when it could not be made ready', async () => {
    prepare = async () => err({ kind: 'storage', reason: 'disk_full' });
    await open().openOwn();
    expect(session.problem).toEqual({ path: own(), error: { kind: 'storage', reason: 'disk_full' } });
    prepare = () => Promise.reject(new Error('its thread died'));
    await open().openOwn();
    expect(session.problem).toMatchObject({ error: { reason: 'damaged', detail: 'log-1' } });
    expect(session.isSwitching).toBe(false);
  });
});

describe('BookSwitch.openNamed', () => {
  async function anotherBook(): Promise<string> {
    const path = join(folder, '去年的账本.keben');
    const made = createBook(path, { ...options(), timeZone: 'Asia/Shanghai', ownerName: '老王', now });
    if (!made.ok) throw new Error(made.error.reason);
    made.value.book.close();
    return path;
  }

  it('opens the book that was double-clicked, and it stays the book of this run', async () => {
    const books = open();
    await books.openOwn();
    const path = await anotherBook();
    expect(await books.openNamed(path)).toEqual({ ok: true, value: {} });
    expect(session.book()).toMatchObject({ path, isSample: false });
    await books.openSample();
    await books.closeSample();
    expect(session.book().path).toBe(path);
  });

  it('leaves the book alone that is open already, also while a job runs', async () => {
    const books = open();
    await books.openOwn();
    const before = session.book();
    runningJobs.count = 1;
    expect(await books.openNamed(own())).toEqual({ ok: true, value: {} });
    expect(session.book()).toBe(before);
  });

  it('does not pull the book from under a job', async () => {
    const books = open();
    await books.openOwn();
    const path = await anotherBook();
    runningJobs.count = 1;
    expect(await books.openNamed(path)).toEqual({ ok: false, error: { kind: 'conflict', reason: 'job_running' } });
    expect(session.book().path).toBe(own());
  });

  it('tells of a file that is no book, and leaves it as it is', async () => {
    const books = open();
    await books.openOwn();
    const path = join(folder, '照片.keben');
    writeFileSync(path, 'not a book');
    expect(await books.openNamed(path)).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(session.problem?.path).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe('not a book');
  });
});

describe('the sample book', () => {
  it('is a file of its own, made once, and the way back leads to the own book', async () => {
    const books = open();
    await books.openOwn();
    const ownId = session.book().bookId;
    expect(await books.openSample()).toEqual({ ok: true, value: {} });
    const sampleId = session.book().bookId;
    expect(session.book()).toMatchObject({ isSample: true, path: join(folder, 'sample.keben') });
    expect(await books.closeSample()).toEqual({ ok: true, value: {} });
    expect(session.book()).toMatchObject({ isSample: false, bookId: ownId });
    await books.openSample();
    expect(session.book().bookId).toBe(sampleId);
  });

  it('is not left when it is not open', async () => {
    const books = open();
    await books.openOwn();
    expect(await books.closeSample()).toEqual({ ok: false, error: { kind: 'conflict', reason: 'not_sample_book' } });
    expect(session.opened).not.toBeNull();
  });

  it('can be left when it is damaged', async () => {
    const books = open();
    await books.openOwn();
    writeFileSync(join(folder, 'sample.keben'), 'x');
    expect(await books.openSample()).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'damaged' } });
    expect(session.problem?.path).toBe(join(folder, 'sample.keben'));
    expect(await books.closeSample()).toEqual({ ok: true, value: {} });
    expect(session.book().path).toBe(own());
  });

  it('waits for no job: while one runs the book stays', async () => {
    const books = open();
    await books.openOwn();
    runningJobs.count = 1;
    expect(await books.openSample()).toEqual({ ok: false, error: { kind: 'conflict', reason: 'job_running' } });
    expect(session.book().path).toBe(own());
  });
});

describe('BookSwitch.startAnew', () => {
  it('makes an empty book where the own one is gone, and only there', async () => {
    const books = open();
    await books.openOwn();
    await session.close();
    const whole = readFileSync(own());
    rmSync(own());
    await books.openOwn();
    expect([session.problem?.error.reason, books.mayStartAnew]).toEqual(['file_missing', true]);
    expect(await books.startAnew()).toEqual({ ok: true, value: {} });
    expect([session.book().path, books.mayStartAnew]).toEqual([own(), false]);
    await session.close();
    writeFileSync(own(), '');
    await books.openOwn();
    expect(books.mayStartAnew).toBe(false);
    expect(await books.startAnew()).toMatchObject({ ok: false, error: { reason: 'damaged' } });
    writeFileSync(own(), whole);
    expect(await books.startAnew()).toEqual({ ok: true, value: {} });
    expect(readFileSync(own()).length).toBe(whole.length);
  });
});

describe('BookSwitch.reopen', () => {
  it('opens the book when what was wrong with it has been put right', async () => {
    const books = open();
    await books.openOwn();
    await session.close();
    const whole = readFileSync(own());
    writeFileSync(own(), '');
    await books.openOwn();
    expect(await books.reopen()).toMatchObject({ ok: false, error: { reason: 'damaged' } });
    writeFileSync(own(), whole);
    expect(await books.reopen()).toEqual({ ok: true, value: {} });
    expect(session.book().path).toBe(own());
  });

  it('leaves an open book alone', async () => {
    const books = open();
    await books.openOwn();
    const before = session.opened;
    expect(await books.reopen()).toEqual({ ok: true, value: {} });
    expect(session.opened).toBe(before);
  });
});
