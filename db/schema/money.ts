import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { paymentMethods, voidKinds } from '../../src-shared/payments/payment.ts';
import { promiseOutcomes } from '../../src-shared/payments/payment-promise.ts';
import { sourceKinds } from '../../src-shared/receivables/ledger.ts';
import { users } from './book.ts';
import { createdStamps, day, flag, idColumn, reference, thingStamps } from './columns.ts';
import { contacts, customers } from './customers.ts';
import { products, salesOrderLines, salesOrders } from './orders.ts';

/** Every money row names its customer, the same as its order's or receivable's. */
const ownCustomer = () =>
  reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' });

/** 应收: an instalment of an order, or an opening balance. */
export const receivables = sqliteTable('receivables', {
  id: idColumn(),
  customerId: ownCustomer(),
  /** Null: entered alone. */
  orderId: reference('order_id').references(() => salesOrders.id),
  installmentNo: integer('installment_no').notNull(),
  issuedOn: day('issued_on').notNull(),
  /** In force now; earlier ones are in due_day_changes. */
  dueOn: day('due_on').notNull(),
  amountFen: integer('amount_fen').notNull(),
  /** Number in the books it comes from. */
  reference: text('reference'),
  /** Not null: disputed. */
  disputeReason: text('dispute_reason'),
  note: text('note'),
  voidedOn: day('voided_on'),
  voidReason: text('void_reason'),
  ...thingStamps(),
});

/** A fact: up to `untilOn` the receivable was due on another day. */
export const dueDayChanges = sqliteTable('due_day_changes', {
  id: idColumn(),
  customerId: ownCustomer(),
  receivableId: reference('receivable_id')
    .notNull()
    .references(() => receivables.id),
  wasDueOn: day('was_due_on').notNull(),
  /** First day on which the next due day is in force. */
  untilOn: day('until_on').notNull(),
  reason: text('reason'),
  ...createdStamps(),
});

/** What settles: a payment, the credit of a return, a write-off. */
export const settlementSources = sqliteTable('settlement_sources', {
  id: idColumn(),
  customerId: ownCustomer(),
  kind: text('kind', { enum: sourceKinds }).notNull(),
  /** The day money was received, goods came back, the debt was given up. */
  onDay: day('on_day').notNull(),
  amountFen: integer('amount_fen').notNull(),
  /** Of a payment, and of no other. */
  method: text('method', { enum: paymentMethods }),
  isDeposit: flag('is_deposit').notNull().default(false),
  billNo: text('bill_no'),
  billDueOn: day('bill_due_on'),
  /** Whose goods came back, or which order the deposit is for. */
  orderId: reference('order_id').references(() => salesOrders.id),
  reference: text('reference'),
  note: text('note'),
  collectedById: reference('collected_by_id').references(() => users.id),
  voidedOn: day('voided_on'),
  voidKind: text('void_kind', { enum: voidKinds }),
  voidReason: text('void_reason'),
  ...thingStamps(),
});

/** 核销, a fact of which only the end is ever written later. Undoing the batch that made it removes it. */
export const allocations = sqliteTable('allocations', {
  id: idColumn(),
  customerId: ownCustomer(),
  sourceId: reference('source_id')
    .notNull()
    .references(() => settlementSources.id),
  receivableId: reference('receivable_id')
    .notNull()
    .references(() => receivables.id),
  amountFen: integer('amount_fen').notNull(),
  effectiveOn: day('effective_on').notNull(),
  endedOn: day('ended_on'),
  ...createdStamps(),
});

/** Prepayment paid back. */
export const refunds = sqliteTable('refunds', {
  id: idColumn(),
  customerId: ownCustomer(),
  sourceId: reference('source_id')
    .notNull()
    .references(() => settlementSources.id),
  onDay: day('on_day').notNull(),
  amountFen: integer('amount_fen').notNull(),
  method: text('method', { enum: paymentMethods }).notNull(),
  note: text('note'),
  voidedOn: day('voided_on'),
  voidReason: text('void_reason'),
  ...thingStamps(),
});

/** The goods of a return, a fact of it. */
export const returnLines = sqliteTable('return_lines', {
  id: idColumn(),
  customerId: ownCustomer(),
  sourceId: reference('source_id')
    .notNull()
    .references(() => settlementSources.id),
  orderLineId: reference('order_line_id').references(() => salesOrderLines.id),
  productId: reference('product_id').references(() => products.id),
  title: text('title').notNull(),
  unit: text('unit'),
  unitPriceE4: integer('unit_price_e4').notNull(),
  quantityE3: integer('quantity_e3').notNull(),
  discountBp: integer('discount_bp').notNull(),
  amountFen: integer('amount_fen').notNull(),
  costE4: integer('cost_e4'),
  ...createdStamps(),
});

export const paymentPromises = sqliteTable('payment_promises', {
  id: idColumn(),
  customerId: ownCustomer(),
  /** Null: of all he owes. */
  receivableId: reference('receivable_id').references(() => receivables.id),
  contactId: reference('contact_id').references(() => contacts.id),
  takenById: reference('taken_by_id').references(() => users.id),
  promisedOn: day('promised_on').notNull(),
  /** Null: no amount was named. */
  amountFen: integer('amount_fen'),
  note: text('note'),
  outcome: text('outcome', { enum: promiseOutcomes }).notNull().default('open'),
  outcomeOn: day('outcome_on'),
  outcomeNote: text('outcome_note'),
  ...thingStamps(),
});
