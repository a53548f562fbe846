import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { anniversaryCalendars, anniversaryKinds } from '../../src-shared/anniversaries/anniversary.ts';
import { flag, idColumn, reference, thingStamps } from './columns.ts';
import { contacts, customers } from './customers.ts';

/** A day that comes back every year, by the sun or by the moon (domain §6). */
export const anniversaries = sqliteTable('anniversaries', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  /** Whose; null: the customer's own. */
  contactId: reference('contact_id').references(() => contacts.id),
  kind: text('kind', { enum: anniversaryKinds }).notNull(),
  title: text('title'),
  calendar: text('calendar', { enum: anniversaryCalendars }).notNull(),
  /** Of that calendar; null: not known. */
  year: integer('year'),
  month: integer('month').notNull(),
  day: integer('day').notNull(),
  isLeapMonth: flag('is_leap_month').notNull().default(false),
  ...thingStamps(),
});
