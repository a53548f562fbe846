import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, instant, reference } from './columns.ts';

/** Derived and rebuilt at will (db/search): one row per customer with what the grid sorts and filters by. */
export const customerList = sqliteTable('customer_list', {
  /** rowid of customer_search and customer_facets */
  doc: integer('doc').primaryKey(),
  customerId: reference('customer_id').notNull().unique(),
  /** 0: in the bin. */
  isLive: integer('is_live').notNull(),
  nameKey: text('name_key').notNull(),
  tierId: reference('tier_id'),
  /** Archived tiers after the others; null for 未分级. */
  tierPosition: integer('tier_position'),
  ownerId: reference('owner_id'),
  ownerKey: text('owner_key'),
  contactName: text('contact_name'),
  contactKey: text('contact_key'),
  phone: text('phone'),
  phoneKey: text('phone_key'),
  district: text('district'),
  districtKey: text('district_key'),
  industry: text('industry'),
  source: text('source'),
  /** Ids in their order, a space between. */
  tagIds: text('tag_ids').notNull(),
  nextVisitOn: day('next_visit_on'),
  /** Latest follow-up or done visit. */
  lastContactAt: instant('last_contact_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  searchText: text('search_text').notNull(),
  /** Days between contacts: the customer's own, else the tier's. */
  cadenceDays: integer('cadence_days'),
  /** The day the next contact is due by cadence (domain §6). */
  dueOn: day('due_on'),
  /** The latest contact, else when the customer was made. */
  quietSince: instant('quiet_since'),
  /** Open balance in fen; null: nothing. */
  owedFen: integer('owed_fen'),
  /** In fen; null: nothing. */
  prepaidFen: integer('prepaid_fen'),
  /** Of what is open. */
  oldestDueOn: day('oldest_due_on'),
  lastPaymentOn: day('last_payment_on'),
  /** The next day on which money facts begin or end by themselves; null: none to come. */
  moneyChangesOn: day('money_changes_on'),
});

/** Derived: what is open today. */
export const openReceivables = sqliteTable('open_receivables', {
  receivableId: reference('receivable_id').notNull().primaryKey(),
  customerId: reference('customer_id').notNull(),
  /** The customer's. */
  ownerId: reference('owner_id'),
  dueOn: day('due_on').notNull(),
  openFen: integer('open_fen').notNull(),
  isDisputed: integer('is_disputed').notNull(),
});

/** Derived: what each order came to. Days are numbers since 1970-01-01. */
export const orderSums = sqliteTable('order_sums', {
  orderId: reference('order_id').notNull().primaryKey(),
  /** Of customer_list: the customer. */
  doc: integer('doc').notNull(),
  issuedDay: integer('issued_day').notNull(),
  voidedDay: integer('voided_day'),
  salesFen: integer('sales_fen').notNull(),
  /** Of the goods; lines whose cost is not known count 0. */
  costFen: integer('cost_fen').notNull(),
  /** Sales of those lines. */
  uncostedFen: integer('uncosted_fen').notNull(),
});

/** Derived: what finds a product. */
export const productList = sqliteTable('product_list', {
  productId: reference('product_id').notNull().primaryKey(),
  /** 0: archived or in the bin. */
  isLive: integer('is_live').notNull(),
  nameKey: text('name_key').notNull(),
  searchText: text('search_text').notNull(),
});

/** Derived: what says that two customers may be the same (domain §8). */
export const customerKeys = sqliteTable(
  'customer_keys',
  {
    kind: text('kind', { enum: ['name', 'mobile', 'landline', 'uscc', 'wechat'] }).notNull(),
    value: text('value').notNull(),
    doc: integer('doc').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value, table.doc] })],
);

/** Derived: how many customers of an owner have exactly these warnings. */
export const warnedCounts = sqliteTable(
  'warned_counts',
  {
    /** '': nobody's. */
    ownerId: text('owner_id').notNull(),
    /** In order of the alphabet, a space between. */
    codes: text('codes').notNull(),
    customers: integer('customers').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.codes] })],
);

/** Derived: the customers that a warning is on, as of the book's today. */
export const customerWarnings = sqliteTable(
  'customer_warnings',
  {
    customerId: reference('customer_id').notNull(),
    code: text('code').notNull(),
    /** The customer's. */
    ownerId: reference('owner_id'),
    /** Larger comes first. */
    rank: integer('rank').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.code] })],
);
