import { desc } from 'drizzle-orm';
import type { ImportBatch } from '../../src-shared/files-in/imports-contract.ts';
import type { ReadDb } from '../connection.ts';
import { importBatches as table } from '../schema/import-batches.ts';
import { isUndone } from '../undo.ts';

/** The imports of the book, the newest first, undone ones too. */
export function importBatches(db: ReadDb, limit: number): readonly ImportBatch[] {
  return db.orm
    .select({
      id: table.id,
      batchId: table.batchId,
      target: table.target,
      fileName: table.fileName,
      sheetName: table.sheetName,
      at: table.createdAt,
      userId: table.createdBy,
      rowsRead: table.rowsRead,
      created: table.rowsCreated,
      updated: table.rowsUpdated,
      skipped: table.rowsSkipped,
      inError: table.rowsInError,
    })
    .from(table)
    .orderBy(desc(table.createdAt), desc(table.id))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, isUndone: isUndone(db, row.batchId) }));
}
