import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { StackedBatch } from '../../src-shared/history/undo-stack.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/**
 * Everybody's batches since `since` that Ctrl+Z may speak of, the oldest first. Read backwards from the newest, so
 * that a long journal costs nothing.
 */
export function batchesSince(db: ReadDb, since: Instant): readonly StackedBatch[] {
  const newestFirst = rowsOf<StackedBatch & { readonly at: Instant; readonly source: string }>(
    db.sqlite,
    `SELECT id, user_id AS userId, undoes_batch_id AS undoesBatchId, at, source
     FROM journal_batches ORDER BY seq DESC`,
  );
  const found: StackedBatch[] = [];
  for (const { at, source, id, userId, undoesBatchId } of newestFirst.iterate()) {
    if (at < since) break;
    if (source !== 'system' && source !== 'erase') found.push({ id, userId, undoesBatchId });
  }
  return found.reverse();
}

export interface BatchRef {
  readonly seq: number;
  readonly userId: Id | null;
}

/** Null: there never was such a batch. */
export function findBatch(db: ReadDb, id: Id): BatchRef | null {
  const row = rowsOf<BatchRef>(db.sqlite, 'SELECT seq, user_id AS userId FROM journal_batches WHERE id = ?').get(id);
  return row ?? null;
}

/** Rows that a batch changed, counted no further than `cap`. */
export function countEntriesOf(db: ReadDb, batch: BatchRef, cap: number): number {
  const sql = 'SELECT count(*) AS entries FROM (SELECT 1 FROM journal_entries WHERE batch = ? LIMIT ?)';
  return rowsOf<{ readonly entries: number }>(db.sqlite, sql).get(batch.seq, cap)?.entries ?? 0;
}
