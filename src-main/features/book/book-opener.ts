import { type AppDb, createBook, type OpenOptions, openBook } from '../../../db/open.ts';
import { bookIdOf } from '../../../db/queries/book-facts.ts';
import { bringMoneyToDay } from '../../../db/search/bring-money-to-day.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';
import type { Log } from '../../ipc/app-services.ts';
import { firstOwnerName } from './book-places.ts';
import type { OpenedBook, StorageError } from './book-session.ts';
import { bookWarnings } from './book-warnings.ts';

export interface OpenerDeps {
  readonly options: OpenOptions;
  /** Copies a book that is about to be brought up to date; without that copy it is not opened. */
  readonly backupBeforeMigration: (path: string) => Result<unknown, StorageError>;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface FirstBook {
  /** IANA name. */
  readonly timeZone: string;
  readonly language: Language;
}

/** Opens a book that is there, or says why it cannot be opened; its file is then left as it is. */
export function openExisting(path: string, isSample: boolean, deps: OpenerDeps): Result<OpenedBook, StorageError> {
  return guarded(deps.log, () => {
    const backupBeforeMigration = (wholePath: string): void => {
      const copied = deps.backupBeforeMigration(wholePath);
      if (!copied.ok) throw new NotCopied(copied.error);
    };
    const outcome = openBook(path, { ...deps.options, backupBeforeMigration });
    if (!outcome.ok) return outcome;
    const { book, wasUnclean } = outcome.value;
    return ok(opened(book, { path, isSample, wasUnclean }, deps.now()));
  });
}

/** Makes the user's own book at the first run. Never touches a file that is there. */
export function createFirst(path: string, wish: FirstBook, deps: OpenerDeps): Result<OpenedBook, StorageError> {
  return guarded(deps.log, () => {
    const { timeZone, language } = wish;
    const now = deps.now();
    const outcome = createBook(path, { ...deps.options, timeZone, ownerName: firstOwnerName(language), now });
    if (!outcome.ok) return outcome;
    return ok(opened(outcome.value.book, { path, isSample: false, wasUnclean: false }, now));
  });
}

/**
 * At start nobody is there to catch a throw, and without a window the user would see nothing at all. A file that
 * SQLite opens and our own code trips over is as good as damaged to its owner, and the backups are offered.
 */
function guarded(log: Log, open: () => Result<OpenedBook, StorageError>): Result<OpenedBook, StorageError> {
  try {
    return open();
  } catch (cause) {
    if (cause instanceof NotCopied) return err(cause.error);
    return err({ kind: 'storage', reason: 'damaged', detail: log.error('opening the book', cause) });
  }
}

/** Carries the reason out of openBook, which leaves the file as it is when the copy before a migration throws. */
class NotCopied extends Error {
  readonly error: StorageError;

  constructor(error: StorageError) {
    super(`no copy before the migration: ${error.reason}`);
    this.error = error;
  }
}

interface Opening {
  readonly path: string;
  readonly isSample: boolean;
  readonly wasUnclean: boolean;
}

function opened(db: AppDb, { path, isSample, wasUnclean }: Opening, openedAt: Instant): OpenedBook {
  try {
    bringMoneyToDay(db, openedAt);
    const warnings = bookWarnings(db, { path, now: openedAt, wasUnclean });
    return { db, path, isSample, openedAt, warnings, bookId: bookIdOf(db) };
  } catch (cause) {
    db.close();
    throw cause;
  }
}
