import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

/** Grows with every batch: two equal positions mean that the book has not changed between them. 0 in an empty journal. */
export function journalPosition(db: ReadDb): number {
  return valuesOf<number | null>(db.sqlite, 'SELECT max(seq) FROM journal_batches').get() ?? 0;
}
