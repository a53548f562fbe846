import { z } from 'zod';
import { calendarDateField, idField, optionalLines, optionalText, requiredLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import type { ReleasedAllocation } from '../orders/orders-contract.ts';
import type { ReceivableView } from '../receivables/receivable-views.ts';
import { visitScopeField } from '../visits/visits-contract.ts';
import { amountField, paymentFieldsSchema, paymentMethods, type SettlementSourceView, voidKinds } from './payment.ts';
import { type PaymentPromise, promiseOutcomes } from './payment-promise.ts';

const topics = ['payments', 'receivables', 'orders', 'terms', 'customers', 'history'] as const;

/** What a payment settles by hand; null: the oldest first (domain §1). Empty: all of it is prepayment. */
const settlesField = z
  .array(z.object({ receivableId: idField, amountFen: amountField }))
  .max(500)
  .nullable()
  .default(null);

/** A payment with whose it is. */
export interface PaymentRow extends SettlementSourceView {
  readonly customerName: string;
  readonly ownerId: Id | null;
}

export interface PromiseRow extends PaymentPromise {
  readonly customerName: string;
  readonly ownerId: Id | null;
  readonly phone: string | null;
  /** What came in from the day it was made up to its day. */
  readonly receivedFen: Fen;
  /** Overdue of the customer today. */
  readonly overdueFen: Fen;
}

const promiseFields = z.object({
  receivableId: idField.nullable(),
  contactId: idField.nullable(),
  promisedOn: calendarDateField,
  amountFen: amountField.nullable(),
  note: optionalLines(500),
});

export const paymentsContract = {
  /**
   * How an amount would be spread: what it can settle, the oldest first, with the part of each; the rest is prepayment.
   * `amountFen` null: what is open of the first receivable asked for; without one nothing is proposed. `prepaidFen`: what
   * the customer has prepaid already.
   */
  propose: query(
    'money.read',
    z.object({
      customerId: idField,
      amountFen: amountField.nullable().default(null),
      receivedOn: calendarDateField,
      /** This receivable first: the line the payment was started from. */
      firstReceivableId: idField.nullable().default(null),
    }),
    returns<{
      readonly lines: readonly { readonly receivable: ReceivableView; readonly proposedFen: Fen }[];
      readonly restFen: Fen;
      readonly prepaidFen: Fen;
    }>(),
  ),
  /**
   * Errors: conflict exceeds_open, exceeds_left; validation (a bill without its day: `payment.billDueOn`; money of a day
   * still to come: `payment.receivedOn`). A deposit settles only what is owed for its own order unless told otherwise.
   */
  record: command(
    'money.edit',
    z.object({ customerId: idField, payment: paymentFieldsSchema, settles: settlesField }),
    returns<ChangeOutcome & { readonly id: Id; readonly settledFen: Fen; readonly prepaidFen: Fen }>(),
    topics,
  ),
  /** What does not change what is owed: number, note, method, bill, who collected. */
  update: command(
    'money.edit',
    z.object({
      id: idField,
      fields: paymentFieldsSchema
        .omit({ receivedOn: true, amountFen: true, isDeposit: true, orderId: true })
        .extend({
          billNo: optionalText(60),
          billDueOn: calendarDateField.nullable(),
          reference: optionalText(100),
          note: optionalLines(500),
          collectedById: idField.nullable(),
        })
        .partial(),
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** A payment, return or write-off that never was, or a bill that bounced: what it settled opens again. */
  void: command(
    'money.edit',
    z.object({ id: idField, on: calendarDateField, kind: z.enum(voidKinds), reason: requiredLines(500) }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Prepayment settles receivables from a day on; absent: today, never before either of the two. */
  usePrepayment: command(
    'money.edit',
    z.object({
      customerId: idField,
      on: calendarDateField.optional(),
      uses: z
        .array(z.object({ sourceId: idField, receivableId: idField, amountFen: amountField }))
        .min(1)
        .max(500),
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Money allocated wrongly goes to another receivable (`to` null: back to prepayment) from a day on. */
  move: command(
    'money.edit',
    z.object({
      allocationId: idField,
      to: idField.nullable(),
      amountFen: amountField.optional(),
      on: calendarDateField.optional(),
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** What a refund of this amount would free beside prepayment, newest first. */
  refundReleases: query(
    'money.read',
    z.object({ id: idField, amountFen: amountField, on: calendarDateField }),
    returns<{ readonly releases: readonly ReleasedAllocation[] }>(),
  ),
  /** Errors: conflict exceeds_left; releases_needed while allocations would be freed and `mayRelease` is not set. */
  refund: command(
    'money.edit',
    z.object({
      id: idField,
      on: calendarDateField,
      amountFen: amountField,
      method: z.enum(paymentMethods),
      note: optionalLines(500).default(null),
      mayRelease: z.boolean().default(false),
    }),
    returns<ChangeOutcome & { readonly refundId: Id }>(),
    topics,
  ),
  voidRefund: command(
    'money.edit',
    z.object({ id: idField, on: calendarDateField, reason: requiredLines(500) }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /**
   * 回款记录 over all customers, the latest first; `kinds` absent: payments. Counted up to 5,000, up to 1,000 where the right
   * reaches own customers only (`isCapped`): narrow the list by days or search. `receivedFen`: Σ of payments in the list that are not void; null beyond 1,000 lines. Search: customer
   * (domain §9), or the beginning of a voucher or bill number; of the ones entered last any part.
   */
  list: query(
    'money.read',
    z.object({
      customerId: idField.nullable().default(null),
      search: z.string().max(200).default(''),
      from: calendarDateField.nullable().default(null),
      to: calendarDateField.nullable().default(null),
      methods: z.array(z.enum(paymentMethods)).max(7).optional(),
      kinds: z
        .array(z.enum(['payment', 'return', 'write_off']))
        .max(3)
        .optional(),
      /** 未到期票据: bills whose day is still to come. */
      onlyOpenBills: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    returns<{
      readonly payments: readonly PaymentRow[];
      readonly total: number;
      readonly isCapped: boolean;
      readonly receivedFen: Fen | null;
    }>(),
  ),
  get: query('money.read', z.object({ id: idField }), returns<PaymentRow>()),
  promise: command(
    'follow_ups.edit',
    promiseFields.extend({
      customerId: idField,
      receivableId: promiseFields.shape.receivableId.default(null),
      contactId: promiseFields.shape.contactId.default(null),
      amountFen: promiseFields.shape.amountFen.default(null),
      note: promiseFields.shape.note.default(null),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  updatePromise: command(
    'follow_ups.edit',
    z.object({ id: idField, fields: promiseFields.partial() }),
    returns<ChangeOutcome>(),
    topics,
  ),
  settlePromise: command(
    'follow_ups.edit',
    z.object({
      id: idField,
      outcome: z.enum(promiseOutcomes),
      on: calendarDateField,
      note: optionalLines(500).default(null),
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Open ones by day, the overdue first; or those with an outcome, the latest first. */
  promises: query(
    'money.read',
    z.object({
      scope: visitScopeField.default('all'),
      state: z.enum(['open', 'settled']).default('open'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    returns<{ readonly promises: readonly PromiseRow[]; readonly total: number }>(),
  ),
};
