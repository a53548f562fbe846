import { type AnySQLiteColumn, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { relationshipLevels } from '../../src-shared/tiers/tier.ts';
import { users } from './book.ts';
import { createdStamps, day, flag, idColumn, reference, thingStamps } from './columns.ts';
import { tiers } from './tiers.ts';

export const customers = sqliteTable('customers', {
  id: idColumn(),
  name: text('name').notNull(),
  shortName: text('short_name'),
  /** Unified social credit code, 18 characters. */
  uscc: text('uscc'),
  /** As typed. */
  phone: text('phone'),
  wechat: text('wechat'),
  email: text('email'),
  website: text('website'),
  province: text('province'),
  city: text('city'),
  district: text('district'),
  address: text('address'),
  industry: text('industry'),
  /** Where the customer came from: referral, cold call … */
  source: text('source'),
  /** First day of the cooperation. */
  sinceOn: day('since_on'),
  note: text('note'),
  /** Null is 未分级. */
  tierId: reference('tier_id').references((): AnySQLiteColumn => tiers.id),
  /** Not null: pinned, methods leave the tier alone. */
  tierPinnedReason: text('tier_pinned_reason'),
  /** Null: the tier's. */
  cadenceDays: integer('cadence_days'),
  /** Imported without a last contact: ten-thousandths of one cadence until the first contact is due; null: made by hand. */
  firstContactSlot: integer('first_contact_slot'),
  /** Null: the tier's. */
  relationshipLevel: text('relationship_level', { enum: relationshipLevels }),
  /** 转介绍: who brought him. */
  referredById: reference('referred_by_id').references((): AnySQLiteColumn => customers.id),
  ownerId: reference('owner_id').references(() => users.id),
  primaryContactId: reference('primary_contact_id').references((): AnySQLiteColumn => contacts.id),
  ...thingStamps(),
});

export const contacts = sqliteTable('contacts', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references((): AnySQLiteColumn => customers.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  /** Position in the firm: 经理, 采购 … */
  title: text('title'),
  department: text('department'),
  mobile: text('mobile'),
  phone: text('phone'),
  wechat: text('wechat'),
  email: text('email'),
  isDecisionMaker: flag('is_decision_maker').notNull().default(false),
  note: text('note'),
  ...thingStamps(),
});

export const tags = sqliteTable('tags', {
  id: idColumn(),
  name: text('name').notNull(),
  ...thingStamps(),
});

/** A link: taking a tag off removes the row, and the journal keeps it whole. */
export const customerTags = sqliteTable('customer_tags', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  tagId: reference('tag_id')
    .notNull()
    .references(() => tags.id),
  ...createdStamps(),
});
