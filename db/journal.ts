import type { Id } from '../src-shared/core/id.ts';
import type { Instant } from '../src-shared/core/instant.ts';
import { ok, type Result } from '../src-shared/core/result.ts';
import type { JournalSource } from '../src-shared/history/history.ts';
import { Batch } from './batch.ts';
import { type AppDb, type ReadDb, type Sqlite, writerOf } from './connection.ts';
import type { EndingFactTable, FactTable, JournaledTable, ThingTable } from './schema/journaled-tables.ts';
import { type CustomerListing, letGoOfListing } from './search/customer-listing.ts';
import { refreshDerived } from './search/refresh.ts';

export interface BatchRequest {
  readonly source: JournalSource;
  /** Null: the app itself, before anybody is known. */
  readonly userId: Id | null;
  readonly now: Instant;
  /** Set by undo: the batch whose changes this one takes back. */
  readonly undoesBatchId?: Id;
}

/** What makes a batch quicker and changes nothing of what it writes. */
export interface BatchHelp {
  /** Asked for when the work is done; null: there is none. */
  readonly listing: () => CustomerListing | null;
}

const noHelp: BatchHelp = { listing: () => null };

export interface BatchInfo extends BatchRequest {
  readonly batchId: Id;
}

type Stamp = 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy';
export type NewRow<T extends JournaledTable> = Omit<T['$inferInsert'], Stamp | 'deletedAt'>;
export type Patch<T extends ThingTable | EndingFactTable> = Partial<Omit<T['$inferSelect'], Stamp | 'id'>>;

/** Inside one batch: reads see what the batch has written. Dead once the batch ended. */
export interface WriteDb extends ReadDb {
  readonly info: BatchInfo;
  insert<T extends JournaledTable>(table: T, row: NewRow<T>): void;
  /** Writes and journals what differs. False: nothing did, so nothing was stamped. Throws when there is no such row. */
  update<T extends ThingTable | EndingFactTable>(table: T, id: Id, patch: Patch<T>): boolean;
  /** Links and facts only; a thing goes to the bin by setting deletedAt. Throws when there is no such row. */
  remove(table: FactTable, id: Id): void;
}

export interface Written<T> {
  readonly value: T;
  readonly batchId: Id;
  /** Journal entries; 0: the batch left no trace. */
  readonly changed: number;
  /** Table name → ids of the rows that were written; customers that lost a child to another or to removal count too. */
  readonly touched: ReadonlyMap<string, ReadonlySet<Id>>;
}

/**
 * Runs one user action: BEGIN IMMEDIATE, the work, its journal entries, the derived tables, COMMIT.
 * A throw and an error Result both roll back everything, also after a write.
 */
export function writeBatch<T, E>(
  book: AppDb,
  request: BatchRequest,
  work: (db: WriteDb) => Result<T, E>,
  help?: BatchHelp,
): Result<Written<T>, E>;
export function writeBatch<T>(book: AppDb, request: BatchRequest, work: (db: WriteDb) => T): Written<T>;
export function writeBatch(
  book: AppDb,
  request: BatchRequest,
  work: (db: WriteDb) => unknown,
  help: BatchHelp = noHelp,
): unknown {
  return runBatch(book, request, work, help);
}

/** As writeBatch, with rows and columns as they are stored: for undo.ts, which has nothing else. */
export function writeStoredBatch<T, E>(
  book: AppDb,
  request: BatchRequest,
  work: (batch: Batch) => Result<T, E>,
): Result<Written<T>, E> {
  // Safe: runBatch hands an error Result through and wraps the value of a good one.
  return runBatch(book, request, work, noHelp) as Result<Written<T>, E>;
}

function runBatch(
  book: AppDb,
  request: BatchRequest,
  work: (batch: Batch) => unknown,
  { listing }: BatchHelp,
): unknown {
  const writer = writerOf(book);
  if (writer.sqlite.inTransaction) throw new Error('a batch inside a batch: one user action is one batch');
  writer.statement('BEGIN IMMEDIATE').run();
  const batch = new Batch(book, writer, request);
  try {
    const outcome = work(batch);
    if (outcome instanceof Promise)
      throw new Error('the work of a batch must not wait: other work would join its transaction');
    if (isResult(outcome) && !outcome.ok) {
      writer.statement('ROLLBACK').run();
      return outcome;
    }
    if (batch.changed > 0) refreshDerived(writer.sqlite, batch.touched, request.now, listing());
    writer.statement('COMMIT').run();
    return isResult(outcome) && outcome.ok ? ok(batch.written(outcome.value)) : batch.written(outcome);
  } finally {
    batch.end();
    if (writer.sqlite.inTransaction) writer.statement('ROLLBACK').run();
    letGoOfListing(writer.sqlite);
  }
}

function isResult(value: unknown): value is Result<unknown, unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return (value.ok === true && 'value' in value) || (value.ok === false && 'error' in value);
}

/**
 * Rewrites derived tables (customer_list, open_receivables, customer_search …) in one transaction, outside the journal:
 * they hold nothing that the journaled tables do not say. A throw takes everything back.
 */
export function writeDerived<T>(book: AppDb, work: (sqlite: Sqlite) => T): T {
  const { sqlite } = writerOf(book);
  return sqlite.transaction(work).immediate(sqlite);
}
