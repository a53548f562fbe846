import { type Id, newId } from '../src-shared/core/id.ts';
import { type Instant, instantToMs } from '../src-shared/core/instant.ts';
import { ok, type Result } from '../src-shared/core/result.ts';
import type { JournalSource } from '../src-shared/history/history.ts';
import { type AppDb, type ReadDb, type Writer, writerOf } from './connection.ts';
import type { JournalAction } from './schema/journal.ts';
import type { FactTable, JournaledTable, ThingTable } from './schema/journaled-tables.ts';
import { refreshDerived } from './search/refresh.ts';
import { isStamp, type Stored, type StoredRow, shapeOf, type TableShape } from './table-shape.ts';

export interface BatchRequest {
  readonly source: JournalSource;
  /** Null: the app itself, before anybody is known. */
  readonly userId: Id | null;
  readonly now: Instant;
  /** Set by undo: the batch whose changes this one takes back. */
  readonly undoesBatchId?: Id;
}

export interface BatchInfo extends BatchRequest {
  readonly batchId: Id;
}

type Stamp = 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy';
export type NewRow<T extends JournaledTable> = Omit<T['$inferInsert'], Stamp | 'deletedAt'>;
export type Patch<T extends ThingTable> = Partial<Omit<T['$inferSelect'], Stamp | 'id'>>;

/** Inside one batch: reads see what the batch has written. Dead once the batch ended. */
export interface WriteDb extends ReadDb {
  readonly info: BatchInfo;
  insert<T extends JournaledTable>(table: T, row: NewRow<T>): void;
  /** Writes and journals what differs. False: nothing did, so nothing was stamped. Throws when there is no such row. */
  update<T extends ThingTable>(table: T, id: Id, patch: Patch<T>): boolean;
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
): Result<Written<T>, E>;
export function writeBatch<T>(book: AppDb, request: BatchRequest, work: (db: WriteDb) => T): Written<T>;
export function writeBatch(book: AppDb, request: BatchRequest, work: (db: WriteDb) => unknown): unknown {
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
    if (batch.changed > 0) refreshDerived(writer.sqlite, batch.touched);
    writer.statement('COMMIT').run();
    return isResult(outcome) && outcome.ok ? ok(batch.written(outcome.value)) : batch.written(outcome);
  } finally {
    batch.end();
    if (writer.sqlite.inTransaction) writer.statement('ROLLBACK').run();
  }
}

function isResult(value: unknown): value is Result<unknown, unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return (value.ok === true && 'value' in value) || (value.ok === false && 'error' in value);
}

const insertBatch = `INSERT INTO journal_batches (id, undoes_batch_id, at, hlc, device_id, user_id, source)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const newestReading = 'SELECT hlc FROM journal_batches ORDER BY seq DESC LIMIT 1';

class Batch implements WriteDb {
  readonly sqlite: ReadDb['sqlite'];
  readonly orm: ReadDb['orm'];
  readonly info: BatchInfo;
  readonly touched = new Map<string, Set<Id>>();
  changed = 0;
  #ended = false;
  #seq: number | bigint | undefined;
  readonly #writer: Writer;
  readonly #deviceId: Id;
  readonly #nowMs: number;

  constructor(book: AppDb, writer: Writer, request: BatchRequest) {
    this.sqlite = book.sqlite;
    this.orm = book.orm;
    this.#writer = writer;
    this.#deviceId = book.deviceId;
    this.#nowMs = instantToMs(request.now);
    this.info = { ...request, batchId: newId(this.#nowMs) };
  }

  insert<T extends JournaledTable>(table: T, row: NewRow<T>): void {
    const shape = shapeOf(table);
    const given = keyed(row);
    for (const key of Object.keys(given)) if (!shape.byKey.has(key)) throw new Error(`${shape.name} has no ${key}`);
    const values: Stored[] = [];
    for (const column of shape.columns) {
      const value = given[column.key];
      if (isStamp(column.name)) values.push(this.#stamp(column.name));
      else values.push(value === undefined ? column.fallback : column.encode(value));
    }
    this.#run(shape.insertRow, values);
    this.#record(shape, row.id, 'create', null);
  }

  update<T extends ThingTable>(table: T, id: Id, patch: Patch<T>): boolean {
    const shape = shapeOf(table);
    const wanted: { name: string; value: Stored }[] = [];
    for (const [key, value] of Object.entries(keyed(patch))) {
      const column = shape.byKey.get(key);
      if (!column || isStamp(column.name) || key === 'id') throw new Error(`${shape.name}.${key} cannot be updated`);
      if (value !== undefined) wanted.push({ name: column.name, value: column.encode(value) });
    }
    return this.updateStored(shape, id, wanted);
  }

  /** As update, with columns as they are stored: what undo needs. */
  updateStored(
    shape: TableShape,
    id: Id,
    wanted: readonly { readonly name: string; readonly value: Stored }[],
  ): boolean {
    if (wanted.length === 0) return false;
    const present = this.#row(
      `SELECT ${wanted.map(({ name }) => name).join(', ')} FROM ${shape.name} WHERE id = ?`,
      id,
    );
    if (!present) throw new Error(`${shape.name} ${id} does not exist`);
    const changes = wanted.filter(({ name, value }) => present[name] !== value);
    if (changes.length === 0) return false;
    const sets = changes.map(({ name }) => `${name} = ?`).join(', ');
    this.#run(`UPDATE ${shape.name} SET ${sets}, updated_at = ?, updated_by = ? WHERE id = ?`, [
      ...changes.map(({ value }) => value),
      this.info.now,
      this.info.userId,
      id,
    ]);
    const before: Record<string, Stored> = {};
    for (const { name } of changes) before[name] = present[name] ?? null;
    this.#record(shape, id, 'update', JSON.stringify(before));
    this.#touchFormerCustomer(before);
    return true;
  }

  remove(table: FactTable, id: Id): void {
    const shape = shapeOf(table);
    if (shape.isThing) throw new Error(`${shape.name}: things go to the bin, they are never removed`);
    const row = this.#row(`SELECT * FROM ${shape.name} WHERE id = ?`, id);
    if (!row) throw new Error(`${shape.name} ${id} does not exist`);
    this.#run(`DELETE FROM ${shape.name} WHERE id = ?`, [id]);
    this.#record(shape, id, 'delete', JSON.stringify(row));
    this.#touchFormerCustomer(row);
  }

  written<T>(value: T): Written<T> {
    return { value, batchId: this.info.batchId, changed: this.changed, touched: this.touched };
  }

  end(): void {
    this.#ended = true;
  }

  #stamp(name: string): Stored {
    return name === 'created_at' || name === 'updated_at' ? this.info.now : this.info.userId;
  }

  #row(sql: string, id: Id): StoredRow | undefined {
    // Safe: the tables are STRICT and hold text and integers only.
    return this.#writer.statement(sql).get(id) as StoredRow | undefined;
  }

  #run(sql: string, values: readonly Stored[]): void {
    if (this.#ended) throw new Error('this batch has ended');
    const { changes } = this.#writer.statement(sql).run(...values);
    if (changes !== 1) throw new Error(`expected 1 row, changed ${changes}: ${sql}`);
  }

  #record(shape: TableShape, id: Id, action: JournalAction, before: string | null): void {
    this.#seq ??= this.#begin();
    this.#writer.statement(shape.insertEntry).run(this.#seq, id, action, before);
    this.changed += 1;
    this.#touch(shape.name, id);
  }

  #touch(table: string, id: Id): void {
    const ids = this.touched.get(table);
    if (ids) ids.add(id);
    else this.touched.set(table, new Set([id]));
  }

  /** A child that moved away or a link that went: its row no longer says whose derived rows are stale. */
  #touchFormerCustomer(before: StoredRow): void {
    const customerId = before['customer_id'];
    if (typeof customerId === 'string') this.#touch('customers', customerId);
  }

  /** The batch's own row, once there is something to journal. */
  #begin(): number | bigint {
    const { statement, clock } = this.#writer;
    // A job's connection may have written since: the newest reading is in the file, not in memory.
    const newest = statement(newestReading).pluck().get();
    if (typeof newest === 'string') clock.catchUp(newest);
    const { batchId, undoesBatchId, now, userId, source } = this.info;
    return statement(insertBatch).run(
      batchId,
      undoesBatchId ?? null,
      now,
      clock.next(this.#nowMs),
      this.#deviceId,
      userId,
      source,
    ).lastInsertRowid;
  }
}

/** The row as a plain record; the table's shape, not the type, says which keys it may have. */
function keyed(row: object): Readonly<Record<string, unknown>> {
  // Safe: reading any key of an object gives a value or undefined.
  return row as Readonly<Record<string, unknown>>;
}
