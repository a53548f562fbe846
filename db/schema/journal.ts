import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Hlc } from '../hlc.ts';
import { instant, reference } from './columns.ts';

export const batchSources = [
  'edit',
  'bulk',
  'import',
  'merge',
  'retier',
  'restore',
  'undo',
  'system',
  'erase',
] as const;
export type BatchSource = (typeof batchSources)[number];
export type JournalAction = 'create' | 'update' | 'delete';

/** Every write to the journaled tables, written in the transaction of the change. Append-only. */
export const journal = sqliteTable('journal', {
  /** Order within this file. */
  seq: integer('seq').primaryKey(),
  id: reference('id').notNull(),
  /** One user action. */
  batchId: reference('batch_id').notNull(),
  undoesBatchId: reference('undoes_batch_id'),
  at: instant('at').notNull(),
  hlc: text('hlc').$type<Hlc>().notNull(),
  deviceId: reference('device_id').notNull(),
  userId: reference('user_id'),
  source: text('source', { enum: batchSources }).notNull(),
  /** Table name. */
  entity: text('entity').notNull(),
  entityId: reference('entity_id').notNull(),
  action: text('action').$type<JournalAction>().notNull(),
  /** JSON of the changed columns before; null for create; the whole row for delete. */
  before: text('before'),
});

export type JournalRow = typeof journal.$inferSelect;
