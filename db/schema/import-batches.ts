import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdStamps, idColumn, reference } from './columns.ts';

/** A log: what one import read and did. The rows it wrote are the journal's rows of batchId. */
export const importBatches = sqliteTable('import_batches', {
  id: idColumn(),
  /** journal.batch_id */
  batchId: reference('batch_id').notNull(),
  /** see ImportTargetName */
  target: text('target').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  sheetName: text('sheet_name').notNull(),
  /** Column → field, and the answers given per column. */
  mapping: text('mapping', { mode: 'json' }).$type<unknown>().notNull(),
  rowsRead: integer('rows_read').notNull(),
  rowsCreated: integer('rows_created').notNull(),
  rowsUpdated: integer('rows_updated').notNull(),
  rowsSkipped: integer('rows_skipped').notNull(),
  rowsInError: integer('rows_in_error').notNull(),
  ...createdStamps(),
});
