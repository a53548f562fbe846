import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Id } from '../src-shared/core/id.ts';
import { ok, type Result } from '../src-shared/core/result.ts';
import { type AppDb, appDb, connect, type Sqlite } from './connection.ts';
import { syncFile, syncFolderOf } from './durable-files.ts';
import { type FileHeader, readFileHeader } from './file-header.ts';
import { loadMigrations, migrate, userVersion } from './migrate.ts';
import { isOnNetwork } from './network-path.ts';
import { applicationId, type FirstRows, type NewBook, raiseAppVersion, stampBook, writeFirstRows } from './new-book.ts';
import { readWithoutTrace } from './read-without-trace.ts';
import { refreshAllDates } from './search/refresh-dates.ts';
import { checkEveryPage, quickLook } from './start-check.ts';
import { type StorageError, storageError, storageFailures } from './storage-error.ts';

export type { AppDb, ReadDb } from './connection.ts';
export type { WriteDb } from './journal.ts';

export interface OpenOptions {
  /** Which PC and installation; stored with each batch. */
  readonly deviceId: Id;
  /** Where the package keeps db/migrations. */
  readonly migrationsFolder: string;
  /** Keben's own version, kept in the file for the sentence by which an older Keben refuses it. */
  readonly appVersion: string;
  /** Replaced in tests. */
  readonly isOnNetwork?: (path: string) => boolean;
}

export interface OpenBookOptions extends OpenOptions {
  /** Called before a migration, while nobody has the file open and its log is empty; a throw leaves the book as it is. */
  readonly backupBeforeMigration: (path: string) => void;
}

export interface OpenedBook {
  readonly book: AppDb;
  /** The last program did not end well; every page was checked and found good. */
  readonly wasUnclean: boolean;
  /** The user_version before, when the book was brought up to date. */
  readonly migratedFrom: number | null;
}

export interface CreatedBook extends FirstRows {
  readonly book: AppDb;
}

/**
 * Makes a new book beside its path and moves it there when it is whole, so that a crash leaves no half book.
 * Refuses a path where anything lies already.
 */
export function createBook(path: string, wish: NewBook & OpenOptions): Result<CreatedBook, StorageError> {
  if ((wish.isOnNetwork ?? isOnNetwork)(path)) return storageError('network_drive');
  if (existsSync(path)) return storageError('file_in_use', 'exists');
  if (!existsSync(dirname(resolve(path)))) return storageError('file_missing', 'folder');
  const whole = resolve(path);
  const unfinished = `${whole}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
  return storageFailures(() => {
    const first = make(connect(unfinished, 'create'), wish);
    syncFile(unfinished);
    renameSync(unfinished, whole);
    syncFolderOf(whole);
    return ok({ ...first, book: appDb(connect(whole, 'write'), wish.deviceId) });
  });
}

function make(sqlite: Sqlite, wish: NewBook & OpenOptions): FirstRows {
  try {
    migrate(sqlite, loadMigrations(wish.migrationsFolder));
    stampBook(sqlite, wish.appVersion, wish.now);
    return writeFirstRows(appDb(sqlite, wish.deviceId), wish);
  } finally {
    sqlite.close();
  }
}

/**
 * Opens a book for the app's main connection: refuses, untouched, what is no book, is newer or lies on a network;
 * checks it; copies it before migrating. Nothing is ever deleted or replaced here.
 */
export function openBook(path: string, options: OpenBookOptions): Result<OpenedBook, StorageError> {
  if ((options.isOnNetwork ?? isOnNetwork)(path)) return storageError('network_drive');
  return storageFailures(() => {
    const whole = resolve(path);
    const header = readFileHeader(whole);
    const newest = loadMigrations(options.migrationsFolder).length;
    const refused = refusal(whole, header, newest);
    if (refused) return refused;
    const wasUnclean = header.kind === 'sqlite' && header.hasLog;
    const before = checkBeforeUse(whole, newest, wasUnclean);
    if (!before.ok) return before;
    const isOld = before.value < newest;
    // Nobody has the file open now: the copy may read it as a file.
    if (isOld) options.backupBeforeMigration(whole);
    const sqlite = connect(whole, 'write');
    let opened: Result<OpenedBook, StorageError> | null = null;
    try {
      opened = bringUpToDate(sqlite, options, { wasUnclean, migratedFrom: isOld ? before.value : null });
      return opened;
    } finally {
      if (!opened?.ok) sqlite.close();
    }
  });
}

/** Smaller books are copied, checked and migrated in less than a second. */
const largeBytes = 64_000_000;

/**
 * Whether opening this book takes seconds: a large one that is of an older version, or that a crash left behind. Never for
 * a book that is open (see readFileHeader). A file that cannot be read is none: openBook says what is wrong with it.
 */
export function opensSlowly(path: string, migrationsFolder: string, fromBytes = largeBytes): boolean {
  const found = storageFailures(() => {
    const whole = resolve(path);
    const header = readFileHeader(whole);
    if (header.kind !== 'sqlite' || header.applicationId !== applicationId) return ok(false);
    const isOld = header.userVersion < loadMigrations(migrationsFolder).length;
    return ok((isOld || header.hasLog) && statSync(whole).size >= fromBytes);
  });
  return found.ok && found.value;
}

/**
 * The book's version, once what a crash left in the log is in the file, and every page was read after a crash and before
 * a migration: that reads and rewrites whole tables, and had better not hear of a bad page in the middle.
 */
function checkBeforeUse(path: string, newest: number, wasUnclean: boolean): Result<number, StorageError> {
  const sqlite = connect(path, 'write');
  try {
    const version = userVersion(sqlite);
    if (version > newest) return storageError('newer_version');
    const badPage = wasUnclean || version < newest ? checkEveryPage(sqlite) : null;
    return badPage ? storageError('damaged', badPage) : ok(version);
  } finally {
    sqlite.close();
  }
}

function bringUpToDate(
  sqlite: Sqlite,
  options: OpenBookOptions,
  found: Pick<OpenedBook, 'wasUnclean' | 'migratedFrom'>,
): Result<OpenedBook, StorageError> {
  migrate(sqlite, loadMigrations(options.migrationsFolder), fillDerivedColumns);
  const missing = quickLook(sqlite);
  if (missing) return storageError('damaged', missing);
  raiseAppVersion(sqlite, options.appVersion);
  sqlite.pragma(`cache_size = -${mainCacheKib}`);
  return ok({ book: appDb(sqlite, options.deviceId), ...found });
}

/**
 * A list of a salesperson asks thousands of rows all over the file whose they are: with SQLite's own 2 MB nearly each
 * page of a large book is read and checked anew, which takes three times as long. A small book never fills it.
 */
const mainCacheKib = 32_000;

/** Columns of derived tables that came empty with a migration. A book without customers has nothing to fill. */
function fillDerivedColumns(sqlite: Sqlite, from: number): void {
  if (from > 0 && from < versionWithDueDays) refreshAllDates(sqlite);
}
const versionWithDueDays = 2;

/**
 * A job touches pages all over the file; those that do not fit are read again, and of a batch written to the log, several
 * times over. 64 MB, and only while the job lasts.
 */
const jobCacheKib = 64_000;

/** A further connection for a job, while the main one has the book open: no checks, no migration. */
export function joinBook(
  path: string,
  options: { readonly deviceId: Id; readonly readOnly?: boolean },
): Result<AppDb, StorageError> {
  return storageFailures(() => {
    const sqlite = connect(resolve(path), options.readOnly ? 'read' : 'write');
    sqlite.pragma(`cache_size = -${jobCacheKib}`);
    return ok(appDb(sqlite, options.deviceId));
  });
}

function refusal(path: string, header: FileHeader, newest: number): ReturnType<typeof storageError> | null {
  switch (header.kind) {
    case 'missing':
      return storageError('file_missing');
    case 'empty':
    case 'not_sqlite':
      return storageError('damaged', header.kind);
    case 'sqlite':
      if (header.applicationId !== applicationId) return storageError('not_a_book');
      if (header.userVersion > newest) return storageError('newer_version', writtenBy(path));
      return header.isCutShort ? storageError('damaged', 'cut_short') : null;
  }
}

/** A book beyond this is not copied aside just to name a version. */
const largestToName = 200_000_000;

/** The Keben that wrote a book too new for us, if the book still says so in a place that we know. */
function writtenBy(path: string): string | undefined {
  if (statSync(path).size > largestToName) return undefined;
  try {
    return readWithoutTrace(path, (sqlite) =>
      sqlite.prepare<[], string>('SELECT app_version FROM book_file WHERE id = 1').pluck().get(),
    );
  } catch {
    // A later version may keep it elsewhere: the refusal stands without naming one.
    return undefined;
  }
}
