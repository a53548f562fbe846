import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { idField, requiredLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { basisPointsField, creditTermsSchema } from '../orders/order.ts';
import type { RoleLimits } from '../orders/order-limits.ts';
import type { PaymentGrade, PaymentRecord, PaymentRecordRules } from '../payments/payment-record.ts';
import type { CreditTerms } from '../receivables/credit-terms.ts';
import type { ReceivableView } from '../receivables/receivable-views.ts';
import type { TermsAdvice, TradingTerms } from './terms-advice.ts';

const fenField = z
  .number()
  .int({ message: 'invalid' })
  .min(0, { message: 'out_of_range' })
  .max(999_999_999_999_999, { message: 'out_of_range' })
  .transform((amount): Fen => fen(amount));

export const decidedTermsSchema = z.object({
  discountBp: basisPointsField,
  credit: creditTermsSchema,
  creditLimitFen: fenField,
  depositBp: basisPointsField,
  isStopped: z.boolean(),
});

/** Terms in force: accepted or set by a person. */
export interface TermsDecision {
  readonly id: Id;
  readonly decidedOn: CalendarDate;
  readonly decidedById: Id;
  readonly kind: 'accepted' | 'override';
  /** What was advised and known that day. */
  readonly advice: TermsAdvice;
  readonly grade: PaymentGrade;
  readonly tierId: Id | null;
  readonly discountBp: number;
  readonly credit: CreditTerms;
  readonly creditLimitFen: Fen;
  readonly depositBp: number;
  readonly isStopped: boolean;
  readonly reason: string | null;
  /** The record as it was shown, with the rows behind it. */
  readonly shown: PaymentRecord;
}

/** 付款记录与交易条件 of a customer as of today. */
export interface CustomerTerms {
  readonly record: PaymentRecord;
  /** The receivables that the record's reasons name. */
  readonly receivables: readonly ReceivableView[];
  readonly advice: TermsAdvice;
  /** What the advice would give. */
  readonly advised: TradingTerms;
  readonly isKeyTier: boolean;
  readonly inForce: TermsDecision | null;
  /** The advice is not what the terms in force were decided on: since when, and from what. */
  readonly changed: { readonly since: CalendarDate; readonly from: TermsAdvice } | null;
  readonly openFen: number;
}

const tradingTermsSchema = z.object({
  discountBp: basisPointsField,
  creditDays: z.number().int().min(0).max(3650),
  creditLimitFen: fenField,
  depositBp: basisPointsField,
});

const days = z.number().int().min(0, { message: 'out_of_range' }).max(3650, { message: 'out_of_range' });
const percent = z.number().int().min(0, { message: 'out_of_range' }).max(100, { message: 'out_of_range' });

/** Every threshold is a default that the owner may change (domain). */
export const termsSettingsSchema = z.object({
  record: z.object({
    windowMonths: z.number().int().min(1).max(120),
    graceDays: days,
    smallRestFen: fenField,
    poorOverdueDays: days,
    poorMeanDaysLate: days,
    poorOnTimePercent: percent,
    poorShareMeanDaysLate: days,
    goodOnTimePercent: percent,
    goodOverdueDays: days,
    fewestDue: z.number().int().min(1).max(100),
  }),
  terms: z.object({
    preferential: tradingTermsSchema,
    preferential_small: tradingTermsSchema,
    standard: tradingTermsSchema,
    industry_standard_strict: tradingTermsSchema,
    insufficient_history: tradingTermsSchema,
    stop: tradingTermsSchema,
  }),
  /** What a salesperson may agree alone; null: no limit. */
  salespersonLimits: z.object({
    discountBp: basisPointsField.nullable(),
    creditDays: days.nullable(),
    creditFen: fenField.nullable(),
  }),
  /** An order of a customer overdue longer and for more than this asks (it never stops at trifles). */
  orderOverdue: z.object({ days, smallestFen: fenField }),
});
export interface TermsSettings {
  readonly record: PaymentRecordRules;
  readonly terms: Readonly<Record<TermsAdvice, TradingTerms>>;
  readonly salespersonLimits: RoleLimits;
  readonly orderOverdue: { readonly days: number; readonly smallestFen: Fen };
}

const topics = ['terms', 'customers', 'history'] as const;

export const termsContract = {
  get: query('money.read', z.object({ customerId: idField }), returns<CustomerTerms>()),
  /** Takes the advice as it is now. `advice`: what the user saw; another by now is a conflict changed_meanwhile. */
  accept: command(
    'terms.edit',
    z.object({ customerId: idField, advice: z.string().max(40) }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  override: command(
    'terms.edit',
    z.object({ customerId: idField, terms: decidedTermsSchema, reason: requiredLines(500) }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  /** The latest first. */
  history: query(
    'money.read',
    z.object({ customerId: idField }),
    returns<{ readonly decisions: readonly TermsDecision[] }>(),
  ),
  settings: query('app.use', z.object({}), returns<TermsSettings>()),
  saveSettings: command('terms.edit', termsSettingsSchema.partial(), returns<ChangeOutcome>(), [
    'terms',
    'settings',
    'history',
  ]),
};
