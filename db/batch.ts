import { type Id, newId } from '../src-shared/core/id.ts';
import { instantToMs } from '../src-shared/core/instant.ts';
import type { AppDb, ReadDb, Writer } from './connection.ts';
import type { BatchInfo, BatchRequest, NewRow, Patch, WriteDb, Written } from './journal.ts';
import type { EndingFactTable, FactTable, JournaledTable, ThingTable } from './schema/journaled-tables.ts';
import { keyed, type Stored, type StoredRow, shapeOf, type TableShape } from './table-shape.ts';

const insertBatch = `INSERT INTO journal_batches (id, undoes_batch_id, at, hlc, device_id, user_id, source)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const newestReading = 'SELECT hlc FROM journal_batches ORDER BY seq DESC LIMIT 1';

/**
 * The writes of one batch and their journal entries. Only journal.ts makes one, inside its transaction.
 * Raw prepared statements: drizzle's builder costs 3 to 5 times as much per row.
 */
export class Batch implements WriteDb {
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
    for (const key in given) if (!shape.byKey.has(key)) throw new Error(`${shape.name} has no ${key}`);
    const { now, userId } = this.info;
    const values: Stored[] = [];
    for (const { key, role, fallback, encode } of shape.columns) {
      if (role === 'stamp_at') values.push(now);
      else if (role === 'stamp_by') values.push(userId);
      else {
        const value = given[key];
        values.push(value === undefined ? fallback : encode(value));
      }
    }
    this.#run(shape.insertRow, values);
    this.#recordCreated(shape, row.id);
  }

  update<T extends ThingTable | EndingFactTable>(table: T, id: Id, patch: Patch<T>): boolean {
    const shape = shapeOf(table);
    const wanted: Record<string, Stored> = {};
    for (const [key, value] of Object.entries(keyed(patch))) {
      const column = shape.byKey.get(key);
      if (column?.role !== 'value') throw new Error(`${shape.name}.${key} cannot be updated`);
      if (value !== undefined) wanted[column.name] = column.encode(value);
    }
    return this.updateStored(shape, id, wanted);
  }

  remove(table: FactTable, id: Id): void {
    this.removeStored(shapeOf(table), id);
  }

  /** As `update`, by column names and stored values: what undo has. */
  updateStored(shape: TableShape, id: Id, wanted: StoredRow): boolean {
    const names = Object.keys(wanted);
    if (names.length === 0) return false;
    const present = this.#row(`SELECT ${names.join(', ')} FROM ${shape.name} WHERE id = ?`, id);
    if (!present) throw new Error(`${shape.name} ${id} does not exist`);
    const before: Record<string, Stored> = {};
    const values: Stored[] = [];
    let sets = '';
    for (const name of names) {
      const value = wanted[name] ?? null;
      const old = present[name] ?? null;
      if (value === old) continue;
      before[name] = old;
      values.push(value);
      sets += `${name} = ?, `;
    }
    if (values.length === 0) return false;
    if (shape.kind === 'thing') {
      sets += 'updated_at = ?, updated_by = ?, ';
      values.push(this.info.now, this.info.userId);
    }
    this.#run(`UPDATE ${shape.name} SET ${sets.slice(0, -2)} WHERE id = ?`, [...values, id]);
    this.#record(shape, id, 'update', JSON.stringify(before));
    this.#touchFormerCustomer(before);
    return true;
  }

  /** Puts a removed link or fact back as it was, with who made it and when. */
  insertStored(shape: TableShape, id: Id, row: StoredRow): void {
    this.#run(
      shape.insertRow,
      shape.columns.map(({ name }) => row[name] ?? null),
    );
    this.#recordCreated(shape, id);
  }

  removeStored(shape: TableShape, id: Id): void {
    if (shape.kind === 'thing') throw new Error(`${shape.name}: things go to the bin, they are never removed`);
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

  #row(sql: string, id: Id): StoredRow | undefined {
    // Safe: the tables are STRICT and hold text and integers only.
    return this.#writer.statement(sql).get(id) as StoredRow | undefined;
  }

  #run(sql: string, values: readonly Stored[]): void {
    if (this.#ended) throw new Error('this batch has ended');
    const { changes } = this.#writer.statement(sql).run(values);
    if (changes !== 1) throw new Error(`expected 1 row, changed ${changes}: ${sql}`);
  }

  /** A created row carries no image: the row is it. */
  #recordCreated(shape: TableShape, id: Id): void {
    this.#seq ??= this.#begin();
    this.#writer.statement(shape.insertCreateEntry).run(this.#seq, id);
    this.changed += 1;
    this.#touch(shape.name, id);
  }

  #record(shape: TableShape, id: Id, action: 'update' | 'delete', before: string): void {
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
    const customerId = before.customer_id;
    if (typeof customerId === 'string') this.#touch('customers', customerId);
  }

  /** The batch's own row, once there is something to journal. */
  #begin(): number | bigint {
    const { statement, clock } = this.#writer;
    // A job's connection may have written since: the newest reading is in the file, not in memory.
    const newest = statement(newestReading).pluck().get();
    if (typeof newest === 'string') clock.catchUp(newest);
    const { batchId, undoesBatchId, now, userId, source } = this.info;
    const reading = clock.next(this.#nowMs);
    return statement(insertBatch).run(batchId, undoesBatchId ?? null, now, reading, this.#deviceId, userId, source)
      .lastInsertRowid;
  }
}
