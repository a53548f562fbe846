import type { ReadDb } from '../connection.ts';

/** Grows with every batch: two equal positions mean that the book has not changed between them. 0 in an empty journal. */
export function journalPosition(db: ReadDb): number {
  return Number(db.sqlite.prepare('SELECT ifnull(max(seq), 0) FROM journal_batches').pluck().get());
}
