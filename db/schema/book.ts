import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Id } from '../../src-shared/core/id.ts';
import type { Role } from '../../src-shared/users/rights.ts';
import { idColumn, instant, thingStamps } from './columns.ts';

/** Bookkeeping of the file itself: one row, not journaled, not part of the content hash. */
export const bookFile = sqliteTable('book_file', {
  id: integer('id').primaryKey(),
  bookId: text('book_id').$type<Id>().notNull(),
  appVersion: text('app_version').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** `id` is the setting's name (company.name); `value` is JSON, read and checked by whoever owns the setting. */
export const bookSettings = sqliteTable('book_settings', {
  id: idColumn(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
  ...thingStamps(),
});

export const users = sqliteTable('users', {
  id: idColumn(),
  name: text('name').notNull(),
  role: text('role').$type<Role>().notNull(),
  /** scrypt$salt$hash in hex; null: no PIN. A courtesy lock, not encryption. */
  pinHash: text('pin_hash'),
  ...thingStamps(),
});
