import { acceptedCount, acceptedDrafts, openImportCheckFile } from '../../db/import-check/import-check-file.ts';
import { type BatchRequest, type NewRow, type WriteDb, writeBatch } from '../../db/journal.ts';
import { journalPosition } from '../../db/queries/journal-position.ts';
import { importBatches } from '../../db/schema/import-batches.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { ImportTargetName } from '../../src-shared/files-in/import-target.ts';
import type { ImportOutcome } from '../../src-shared/files-in/imports-contract.ts';
import type { Job, WorkerControl } from '../jobs/job.ts';
import type { AcceptedImport, WrittenImport } from './accepted-import.ts';
import { type ImportListing, startListing } from './customer-lister.ts';
import { draftWriters } from './draft-writers.ts';

/** What an import says of itself in the book. */
export type ImportFacts = Pick<
  NewRow<typeof importBatches>,
  'fileName' | 'fileSha256' | 'sheetName' | 'mapping' | 'rowsRead' | 'rowsSkipped' | 'rowsInError'
>;

export interface CommitImportOrder {
  readonly checkPath: string;
  /** Where the journal stood when the check was made. */
  readonly position: number;
  readonly target: ImportTargetName;
  /** Owner of the customers that a file of money makes. */
  readonly ownerForNew: Id | null;
  readonly facts: ImportFacts;
  readonly request: BatchRequest;
  readonly today: CalendarDate;
}

class Cancelled extends Error {}

/** Told often enough to draw a bar, seldom enough to cost nothing. */
const progressEveryRecords = 200;

/**
 * Writes all that the check accepted as one batch, or nothing. The caller holds the write gate.
 * Errors: conflict import_changed (the book is not as the check saw it), cancelled, storage.
 */
export const commitImportJob: Job<CommitImportOrder, ImportOutcome> = async (order, control) => {
  const book = control.openBook('write');
  if (!book.ok) return book;
  const file = openImportCheckFile(order.checkPath);
  let lister: ImportListing | null = null;
  try {
    const { all, isNew } = acceptedCount(file);
    if (order.target === 'customers') lister = startListing(book.value, control, order, isNew);
    const count = counter(all, control);
    const accepted: AcceptedImport = {
      drafts: () => parsed(acceptedDrafts(file)),
      newRecords: isNew,
      ownerForNew: order.ownerForNew,
      lister,
    };
    const write = draftWriters[order.target];
    const work = (db: WriteDb): Result<WrittenImport, AppError> => {
      if (journalPosition(db) !== order.position) return err({ kind: 'conflict', reason: 'import_changed' });
      const written = write(db, accepted, order.today, count);
      if (!written.ok) return written;
      const id = newId(instantToMs(order.request.now));
      const { created: rowsCreated, updated: rowsUpdated } = written.value;
      db.insert(importBatches, {
        id,
        batchId: db.info.batchId,
        target: order.target,
        ...order.facts,
        rowsCreated,
        rowsUpdated,
      });
      control.progress({ stage: 'indexing', fraction: null, done: null, total: null, leftMs: null });
      return written;
    };
    const outcome = writeBatch(book.value, order.request, work, { listing: () => lister?.listing() ?? null });
    if (!outcome.ok) return outcome;
    const { rowsSkipped: skipped, rowsInError: inError } = order.facts;
    return ok({ ...outcome.value.value, batchId: outcome.value.batchId, skipped, inError });
  } catch (cause) {
    if (cause instanceof Cancelled) return err({ kind: 'cancelled' });
    throw cause;
  } finally {
    file.close();
    await lister?.end();
  }
};

function* parsed(drafts: Iterable<string>): Generator<unknown> {
  for (const draft of drafts) yield JSON.parse(draft);
}

function counter(total: number, control: WorkerControl): () => void {
  const startMs = performance.now();
  let done = 0;
  return () => {
    done += 1;
    if (done % progressEveryRecords !== 0) return;
    if (control.isCancelled()) throw new Cancelled();
    const fraction = done / total;
    const leftMs = ((performance.now() - startMs) / fraction) * (1 - fraction);
    control.progress({ stage: 'writing', fraction, done, total, leftMs });
  };
}
