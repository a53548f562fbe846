import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { paymentGrades } from '../../src-shared/payments/payment-record.ts';
import { termsAdvices } from '../../src-shared/terms/terms-advice.ts';
import { users } from './book.ts';
import { createdStamps, day, flag, idColumn, reference } from './columns.ts';
import { customers } from './customers.ts';
import { tiers } from './tiers.ts';

/** A fact: terms that a person accepted, or set against the advice, and what was on screen (domain §3). */
export const termsDecisions = sqliteTable('terms_decisions', {
  id: idColumn(),
  customerId: reference('customer_id')
    .notNull()
    .references(() => customers.id, { onDelete: 'cascade' }),
  decidedOn: day('decided_on').notNull(),
  decidedById: reference('decided_by_id')
    .notNull()
    .references(() => users.id),
  kind: text('kind', { enum: ['accepted', 'override'] }).notNull(),
  advice: text('advice', { enum: termsAdvices }).notNull(),
  grade: text('grade', { enum: paymentGrades }).notNull(),
  tierId: reference('tier_id').references(() => tiers.id),
  discountBp: integer('discount_bp').notNull(),
  creditKind: text('credit_kind', { enum: ['days', 'month_end'] }).notNull(),
  creditDays: integer('credit_days').notNull(),
  creditLimitFen: integer('credit_limit_fen').notNull(),
  depositBp: integer('deposit_bp').notNull(),
  /** 停止交易: every new order asks. */
  isStopped: flag('is_stopped').notNull(),
  /** Of an override never null. */
  reason: text('reason'),
  /** JSON: figures and receivable ids on screen. */
  shown: text('shown').notNull(),
  ...createdStamps(),
});
