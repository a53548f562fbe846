import type { BatchRequest, WriteDb, Written } from '../../../db/journal.ts';
import { writeBatch } from '../../../db/journal.ts';
import type { AppDb } from '../../../db/open.ts';
import type { BookWarning } from '../../../src-shared/book/book-contract.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { Result } from '../../../src-shared/core/result.ts';
import { WriteGate } from './write-gate.ts';

export type StorageError = Extract<AppError, { kind: 'storage' }>;

/** A book that is open now. */
export interface OpenedBook {
  readonly db: AppDb;
  readonly bookId: Id;
  readonly path: string;
  readonly isSample: boolean;
  /** Since when it has been open without a break: what Ctrl+Z reaches back to. */
  readonly openedAt: Instant;
  readonly warnings: readonly BookWarning[];
}

/** A book that should be open and could not be. Its file was left as it is. */
export interface BookProblem {
  readonly path: string;
  readonly error: StorageError;
}

/** Thrown by `db()` while no book is open; dispatch answers with its `error`. */
export class BookNotOpen extends Error {
  readonly error: StorageError;

  constructor(error: StorageError) {
    super(`no book is open: ${error.reason}`);
    this.name = 'BookNotOpen';
    this.error = error;
  }
}

/** The one book of this app: open, or with a problem. Every write to it passes the gate. */
export class BookSession {
  readonly #gate = new WriteGate();
  #opened: OpenedBook | null;
  #problem: BookProblem | null = null;
  #isSwitching = false;
  /** The warnings of a large book are being brought to today: those shown may be yesterday's. */
  areWarningsStale = false;

  constructor(opened: OpenedBook | null = null) {
    this.#opened = opened;
  }

  /** Null while the book has a problem, and before the first one was opened. */
  get opened(): OpenedBook | null {
    return this.#opened;
  }

  get problem(): BookProblem | null {
    return this.#problem;
  }

  /** While a book is being opened: until then the one before is closed. */
  get isSwitching(): boolean {
    return this.#isSwitching;
  }

  /** Throws BookNotOpen. */
  book(): OpenedBook {
    if (this.#opened) return this.#opened;
    throw new BookNotOpen(this.#problem?.error ?? { kind: 'storage', reason: 'file_missing' });
  }

  /** Throws BookNotOpen. */
  db(): AppDb {
    return this.book().db;
  }

  /** One user action, written once every write before it is done. Nothing is written when `work` answers with an error. */
  write<T>(request: BatchRequest, work: (db: WriteDb) => Result<T, AppError>): Promise<Result<Written<T>, AppError>> {
    return this.#gate.pass(() => writeBatch(this.db(), request, work));
  }

  /** For work that writes through a connection of its own (a job), or that must not see the file change. */
  exclusively<T>(work: () => T | Promise<T>): Promise<T> {
    return this.#gate.pass(work);
  }

  /**
   * Closes the present book and takes what `open` gives, with no write in between.
   * A failure becomes the session's problem: the old book is not opened again behind the user's back.
   */
  switchTo(path: string, open: () => Result<OpenedBook, StorageError> | Promise<Result<OpenedBook, StorageError>>) {
    return this.#gate.pass(async (): Promise<Result<OpenedBook, StorageError>> => {
      this.#close();
      // Who asks for the book meanwhile is told that it will be back.
      this.#problem = { path, error: { kind: 'storage', reason: 'busy' } };
      this.#isSwitching = true;
      try {
        const outcome = await open();
        this.#opened = outcome.ok ? outcome.value : null;
        this.#problem = outcome.ok ? null : { path, error: outcome.error };
        return outcome;
      } finally {
        this.#isSwitching = false;
      }
    });
  }

  /** Waits for the writes before it, then closes the file. */
  close(): Promise<void> {
    return this.#gate.pass(() => this.#close());
  }

  #close(): void {
    this.#opened?.db.close();
    this.#opened = null;
    this.#problem = null;
  }
}
