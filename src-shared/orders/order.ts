import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import {
  calendarDateField,
  idField,
  optionalLines,
  optionalText,
  requiredLines,
  requiredText,
} from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import { amountField, paymentFieldsSchema } from '../payments/payment.ts';
import { priceE4Field } from '../products/product.ts';
import type { Settlement } from '../receivables/balances.ts';
import type { CreditTerms } from '../receivables/credit-terms.ts';
import type { LimitBreach } from './order-limits.ts';

export const basisPointsField = z
  .number()
  .int({ message: 'invalid' })
  .min(0, { message: 'out_of_range' })
  .max(10_000, { message: 'out_of_range' });

export const creditTermsSchema = z.object({
  kind: z.enum(['days', 'month_end']),
  days: z
    .number()
    .int({ message: 'invalid' })
    .min(0, { message: 'out_of_range' })
    .max(3650, { message: 'out_of_range' }),
});

/** A line as typed. A bare amount is one line of quantity 1. */
export const orderLineSchema = z.object({
  /** Of the order's own lines when it is edited; absent: a new line. */
  id: idField.optional(),
  productId: idField.nullable().default(null),
  title: requiredText(100),
  unit: optionalText(20).default(null),
  /** 1/10,000 yuan; negative takes something off (运费减免). */
  unitPriceE4: z
    .number()
    .int({ message: 'invalid' })
    .min(-1_000_000_000_000, { message: 'out_of_range' })
    .max(1_000_000_000_000, { message: 'out_of_range' }),
  /** 1/1,000 of the unit, more than 0. */
  quantityE3: z
    .number()
    .int({ message: 'invalid' })
    .min(1, { message: 'out_of_range' })
    .max(1_000_000_000_000, { message: 'out_of_range' }),
  discountBp: basisPointsField.default(0),
  /** Absent: the product's cost. */
  costE4: priceE4Field.nullable().optional(),
  note: optionalText(200).default(null),
});
export type OrderLineDraft = z.output<typeof orderLineSchema>;

/** How the order is owed: once by its credit terms, by rule (30 % now, the rest monthly), or part by part. */
export const paymentPlanSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once') }),
  z.object({
    kind: z.literal('rule'),
    firstDueOn: calendarDateField,
    count: z.number().int().min(1, { message: 'out_of_range' }).max(120, { message: 'out_of_range' }),
    /** Null: all parts alike. */
    firstShareBp: basisPointsField.nullable(),
  }),
  z.object({
    kind: z.literal('parts'),
    parts: z
      .array(z.object({ dueOn: calendarDateField, amountFen: amountField }))
      .min(1)
      .max(120),
  }),
]);
export type PaymentPlan = z.output<typeof paymentPlanSchema>;

/** A person who may let an order pass its limits, at this PC. */
export const approvalSchema = z.object({
  userId: idField,
  /** Needed once that person has one and is not who sits here. */
  pin: z.string().max(20).nullable().default(null),
  reason: requiredLines(500),
});

export const orderFieldsSchema = z.object({
  /** '' or absent: the next number of the day. */
  orderNo: optionalText(40).default(null),
  issuedOn: calendarDateField,
  /** Absent: who sits here. */
  salespersonId: idField.nullable().optional(),
  credit: creditTermsSchema,
  plan: paymentPlanSchema,
  contractNo: optionalText(60).default(null),
  contractEndOn: calendarDateField.nullable().default(null),
  note: optionalLines(1_000).default(null),
  lines: z.array(orderLineSchema).min(1, { message: 'required' }).max(500),
});
export type OrderFields = z.output<typeof orderFieldsSchema>;

export const orderDraftSchema = orderFieldsSchema.extend({
  customerId: idField,
  /** Prepayment that settles the order from its day on; proposed whole (domain §1). */
  usePrepayment: z
    .array(z.object({ sourceId: idField, amountFen: amountField }))
    .max(200)
    .default([]),
  /** Money taken together with the order. */
  payment: paymentFieldsSchema.omit({ orderId: true }).nullable().default(null),
  approval: approvalSchema.nullable().default(null),
});
export type OrderDraft = z.output<typeof orderDraftSchema>;

export interface OrderLine {
  readonly id: Id;
  readonly position: number;
  readonly productId: Id | null;
  readonly title: string;
  readonly unit: string | null;
  readonly unitPriceE4: number;
  readonly quantityE3: number;
  readonly discountBp: number;
  readonly amountFen: Fen;
  /** Null: not known, or not for this reader. */
  readonly costE4: number | null;
  readonly note: string | null;
  /** Taken back so far. */
  readonly returnedE3: number;
}

/** An order as a list shows it. */
export interface OrderRow {
  readonly id: Id;
  readonly customerId: Id;
  readonly customerName: string;
  readonly orderNo: string;
  readonly issuedOn: CalendarDate;
  readonly salespersonId: Id | null;
  readonly amountFen: Fen;
  /** Open of its receivables today. */
  readonly openFen: Fen;
  /** Earliest due day of what is open; null: nothing is. */
  readonly dueOn: CalendarDate | null;
  readonly settlement: Settlement;
  readonly isOverdue: boolean;
  readonly contractNo: string | null;
  /** What was sold, in a few words: titles of its first lines. */
  readonly summary: string;
  readonly lineCount: number;
  readonly voidedOn: CalendarDate | null;
}

export interface OrderDetail extends OrderRow {
  readonly credit: CreditTerms;
  readonly contractEndOn: CalendarDate | null;
  /** The day the goods came. */
  readonly deliveredOn: CalendarDate | null;
  readonly note: string | null;
  readonly voidReason: string | null;
  readonly agreedById: Id | null;
  readonly approvedById: Id | null;
  readonly approvalReason: string | null;
  /** What was over a limit when it was let pass; empty: nothing. */
  readonly approvedBreaches: readonly LimitBreach[];
  readonly lines: readonly OrderLine[];
  readonly instalments: readonly OrderInstalment[];
}

export interface OrderInstalment {
  readonly receivableId: Id;
  readonly installmentNo: number;
  readonly dueOn: CalendarDate;
  readonly amountFen: Fen;
  readonly openFen: Fen;
  readonly settlement: Settlement;
  readonly isOverdue: boolean;
}
