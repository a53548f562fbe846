import type { WriteDb } from '../../db/journal.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import type { Result } from '../../src-shared/core/result.ts';
import type { ImportOutcome } from '../../src-shared/files-in/imports-contract.ts';

/** What the check of an import accepted, for the one who writes it. */
export interface AcceptedImport {
  /** In the order of the file; may be gone through more than once, and is never all in memory. */
  drafts(): Iterable<unknown>;
  /** How many of them make a record. */
  readonly newRecords: number;
  /** Owner of customers that a file of money makes. */
  readonly ownerForNew: Id | null;
  /** Works out the derived rows of new customers meanwhile, where that pays. */
  readonly lister: CustomerLister | null;
}

/** Hears of each customer that an import of customers made, in order. */
export interface CustomerLister {
  made(id: Id, firstContactSlot: number, tagIds: readonly Id[]): void;
}

export type WrittenImport = Omit<ImportOutcome, 'batchId' | 'skipped' | 'inError'>;

/**
 * Writes what was accepted into the batch that `db` is. The caller has checked that the book is still as the check step
 * saw it. `onEach` is called after each record; a throw of it rolls the whole batch back (that is how cancel works).
 */
export type DraftWriter = (
  db: WriteDb,
  accepted: AcceptedImport,
  today: CalendarDate,
  onEach: () => void,
) => Result<WrittenImport, AppError>;

export const nothingWritten: WrittenImport = {
  created: 0,
  updated: 0,
  contactsCreated: 0,
  customersCreated: 0,
  linesCreated: 0,
  amountFen: null,
  prepaidFen: null,
};
