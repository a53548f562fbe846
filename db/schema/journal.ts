import { integer, sqliteTable, sqliteView, text } from 'drizzle-orm/sqlite-core';
import { journalSources } from '../../src-shared/history/history.ts';
import type { Hlc } from '../hlc.ts';
import { instant, reference } from './columns.ts';

export type JournalAction = 'create' | 'update' | 'delete';

/** One user action; what its entries have in common. Append-only. */
export const journalBatches = sqliteTable('journal_batches', {
  /** Order within this file. */
  seq: integer('seq').primaryKey(),
  id: reference('id').notNull().unique(),
  undoesBatchId: reference('undoes_batch_id'),
  at: instant('at').notNull(),
  hlc: text('hlc').$type<Hlc>().notNull(),
  deviceId: reference('device_id').notNull(),
  userId: reference('user_id'),
  source: text('source', { enum: journalSources }).notNull(),
});

/** One changed row. Append-only. */
export const journalEntries = sqliteTable('journal_entries', {
  seq: integer('seq').primaryKey(),
  batch: integer('batch')
    .notNull()
    .references(() => journalBatches.seq),
  /** Table name. */
  entity: text('entity').notNull(),
  entityId: reference('entity_id').notNull(),
  action: text('action').$type<JournalAction>().notNull(),
  /** JSON of the changed columns before; null for create; the whole row for delete. */
  before: text('before'),
});

/** Each entry with its batch: what history, undo and audit read. */
export const journal = sqliteView('journal', {
  seq: integer('seq').notNull(),
  batchId: reference('batch_id').notNull(),
  undoesBatchId: reference('undoes_batch_id'),
  at: instant('at').notNull(),
  hlc: text('hlc').$type<Hlc>().notNull(),
  deviceId: reference('device_id').notNull(),
  userId: reference('user_id'),
  source: text('source', { enum: journalSources }).notNull(),
  entity: text('entity').notNull(),
  entityId: reference('entity_id').notNull(),
  action: text('action').$type<JournalAction>().notNull(),
  before: text('before'),
}).existing();
