import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { users } from './book.ts';
import { day, idColumn, instant, reference, thingStamps } from './columns.ts';
import { customers } from './customers.ts';

export const products = sqliteTable('products', {
  id: idColumn(),
  name: text('name').notNull(),
  /** The shop's own article number. */
  code: text('code'),
  spec: text('spec'),
  unit: text('unit'),
  /** List price, tax included, 1/10,000 yuan; null: agreed each time. */
  unitPriceE4: integer('unit_price_e4'),
  /** What one unit costs, 1/10,000 yuan; null: not known. */
  costE4: integer('cost_e4'),
  note: text('note'),
  /** No longer sold; stays on old orders. */
  archivedAt: instant('archived_at'),
  ...thingStamps(),
});

/** 销售单. Its sum is that of its lines; what is owed for it are its receivables. Voided, never binned. */
export const salesOrders = sqliteTable('sales_orders', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  orderNo: text('order_no').notNull(),
  issuedOn: day('issued_on').notNull(),
  salespersonId: reference('salesperson_id').references(() => users.id),
  creditKind: text('credit_kind', { enum: ['days', 'month_end'] }).notNull(),
  creditDays: integer('credit_days').notNull(),
  contractNo: text('contract_no'),
  contractEndOn: day('contract_end_on'),
  /** The day the goods came. */
  deliveredOn: day('delivered_on'),
  note: text('note'),
  /** Who agreed its terms. */
  agreedById: reference('agreed_by_id').references(() => users.id),
  /** Who let it pass a limit; null: nothing was over one. */
  approvedById: reference('approved_by_id').references(() => users.id),
  approvalReason: text('approval_reason'),
  /** JSON of what was shown then (see src-shared/orders/order-limits.ts). */
  approvalShown: text('approval_shown'),
  voidedOn: day('voided_on'),
  voidReason: text('void_reason'),
  ...thingStamps(),
});

export const salesOrderLines = sqliteTable('sales_order_lines', {
  id: idColumn(),
  /** The order's. */
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  orderId: reference('order_id')
    .notNull()
    .references(() => salesOrders.id),
  /** From 0. */
  position: integer('position').notNull(),
  /** Null: not of the list, or a bare amount. */
  productId: reference('product_id').references(() => products.id),
  /** As the product was called that day. */
  title: text('title').notNull(),
  unit: text('unit'),
  unitPriceE4: integer('unit_price_e4').notNull(),
  quantityE3: integer('quantity_e3').notNull(),
  discountBp: integer('discount_bp').notNull(),
  /** lineAmount(), rounded once, when the line is written. */
  amountFen: integer('amount_fen').notNull(),
  costE4: integer('cost_e4'),
  note: text('note'),
  ...thingStamps(),
});
