import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { relationshipLevels, tierColors } from '../../src-shared/tiers/tier.ts';
import { createdStamps, day, flag, idColumn, instant, reference, thingStamps } from './columns.ts';
import { customers } from './customers.ts';

export const tiers = sqliteTable('tiers', {
  id: idColumn(),
  name: text('name').notNull(),
  /** 0 is the highest tier. */
  position: integer('position').notNull(),
  color: text('color', { enum: tierColors }).notNull(),
  isKey: flag('is_key').notNull().default(false),
  cadenceDays: integer('cadence_days').notNull(),
  relationshipLevel: text('relationship_level', {
    enum: relationshipLevels,
  }).notNull(),
  /** What its customers are promised. */
  servicePromise: text('service_promise'),
  archivedAt: instant('archived_at'),
  ...thingStamps(),
});

/** A fact: every assignment of a tier. Never edited or binned; undoing the batch that assigned removes its row. */
export const tierHistory = sqliteTable('tier_history', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  tierId: reference('tier_id').references(() => tiers.id),
  effectiveOn: day('effective_on').notNull(),
  method: text('method', {
    enum: ['create', 'import', 'hand', 'merge', 'thresholds', 'abc', 'rfm', 'score'],
  }).notNull(),
  reason: text('reason'),
  ...createdStamps(),
});
