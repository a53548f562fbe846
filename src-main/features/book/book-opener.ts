import { type AppDb, createBook, type OpenOptions } from '../../../db/open.ts';
import { bookIdOf } from '../../../db/queries/book-facts.ts';
import { bringMoneyToDay } from '../../../db/search/bring-money-to-day.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Language } from '../../../src-shared/workspace/workspace-contract.ts';
import type { Log } from '../../ipc/app-services.ts';
import { firstOwnerName } from './book-places.ts';
import type { OpenedBook, StorageError } from './book-session.ts';
import { bookWarnings } from './book-warnings.ts';
import { openCopied } from './open-copied.ts';
import type { Prepared } from './prepare-book-job.ts';

export interface OpenerDeps {
  readonly options: OpenOptions;
  /** Copies a book that is about to be brought up to date; without that copy it is not opened. */
  readonly backupBeforeMigration: (path: string) => Result<unknown, StorageError>;
  /** A book that takes seconds to open is made ready in a thread, so that the window can say so; null: it opens at once. */
  readonly prepare: (path: string) => Promise<Result<Prepared, AppError>> | null;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface FirstBook {
  /** IANA name. */
  readonly timeZone: string;
  readonly language: Language;
}

/** Opens a book that is there, or says why it cannot be opened; its file is then left as it is. */
export async function openExisting(
  path: string,
  isSample: boolean,
  deps: OpenerDeps,
): Promise<Result<OpenedBook, StorageError>> {
  const prepared = await preparedBook(path, deps);
  if (!prepared.ok) return prepared;
  return guarded(deps.log, () => {
    const outcome = openCopied(path, deps.options, deps.backupBeforeMigration);
    if (!outcome.ok) return outcome;
    const wasUnclean = outcome.value.wasUnclean || prepared.value.wasUnclean;
    return ok(opened(outcome.value.book, { path, isSample, wasUnclean }, deps.now()));
  });
}

async function preparedBook(path: string, { prepare, log }: OpenerDeps): Promise<Result<Prepared, StorageError>> {
  try {
    const outcome = (await prepare(path)) ?? ok({ wasUnclean: false });
    if (outcome.ok) return outcome;
    if (outcome.error.kind === 'storage') return err(outcome.error);
    throw new Error(`preparing the book: ${outcome.error.kind}`);
  } catch (cause) {
    return asDamaged(log, cause);
  }
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
    return asDamaged(log, cause);
  }
}

function asDamaged(log: Log, cause: unknown): Result<never, StorageError> {
  return err({ kind: 'storage', reason: 'damaged', detail: log.error('opening the book', cause) });
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
