import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

export interface BatchRef {
  readonly seq: number;
  readonly userId: Id | null;
}

/** Null: there never was such a batch. */
export function findBatch(db: ReadDb, id: Id): BatchRef | null {
  return rowsOf<BatchRef>(db.sqlite, 'SELECT seq, user_id AS userId FROM journal_batches WHERE id = ?').get(id) ?? null;
}

/** Rows that a batch changed, counted no further than `cap`. */
export function countEntriesOf(db: ReadDb, batch: BatchRef, cap: number): number {
  const sql = 'SELECT count(*) AS entries FROM (SELECT 1 FROM journal_entries WHERE batch = ? LIMIT ?)';
  return rowsOf<{ readonly entries: number }>(db.sqlite, sql).get(batch.seq, cap)?.entries ?? 0;
}
