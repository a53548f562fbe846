import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { idColumn, reference, thingStamps } from './columns.ts';
import { customers } from './customers.ts';
import { followUps } from './follow-ups.ts';
import { salesOrders } from './orders.ts';

/** A file kept with a customer or one talk; its bytes lie beside the book, under their hash. */
export const attachments = sqliteTable('attachments', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  /** Null: the customer's. */
  followUpId: reference('follow_up_id').references(() => followUps.id),
  /** The order it belongs to. */
  orderId: reference('order_id').references(() => salesOrders.id),
  fileName: text('file_name').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  /** Lower-case hex. */
  sha256: text('sha256').notNull(),
  ...thingStamps(),
});
