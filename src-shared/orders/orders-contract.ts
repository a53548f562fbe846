import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField, requiredLines, requiredText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, query, returns } from '../ipc/procedure.ts';
import { amountField } from '../payments/payment.ts';
import type { CreditTerms } from '../receivables/credit-terms.ts';
import { approvalSchema, type OrderDetail, type OrderRow, orderDraftSchema, orderFieldsSchema } from './order.ts';
import type { LimitBreach } from './order-limits.ts';

/** A payment with something left that an order may use, the oldest first. */
export interface UsablePrepayment {
  readonly sourceId: Id;
  readonly on: CalendarDate;
  readonly leftFen: Fen;
  readonly isDeposit: boolean;
  /** Preselected for the order (domain §1). */
  readonly proposedFen: Fen;
}

/** An allocation that a smaller amount, a void or a refund frees; its money becomes prepayment. */
export interface ReleasedAllocation {
  readonly allocationId: Id;
  readonly sourceId: Id;
  readonly receivableId: Id;
  /** The day and amount of the payment or return it came from. */
  readonly sourceOn: CalendarDate;
  readonly releasedFen: Fen;
}

/** An allocation that may be freed instead of those proposed: which ones go is the user's to say (domain §1). */
export interface ReleasableAllocation extends Omit<ReleasedAllocation, 'releasedFen'> {
  readonly allocatedFen: Fen;
}

export const releasesField = z
  .array(z.object({ allocationId: idField, releasedFen: amountField }))
  .max(1_000)
  .nullable()
  .default(null);

const topics = [
  'orders',
  'receivables',
  'payments',
  'terms',
  'customers',
  'products',
  'attachments',
  'visit_plans',
  'history',
] as const;

export const ordersContract = {
  /**
   * What a new order of this customer begins with. `salespersonId`: the customer's owner, else who enters it. `credit`: the
   * accepted terms, else those of the last order, else cash.
   */
  start: query(
    'orders.edit',
    z.object({ customerId: idField, issuedOn: calendarDateField }),
    returns<{
      readonly orderNo: string;
      readonly salespersonId: Id;
      readonly credit: CreditTerms;
      readonly discountBp: number;
      readonly depositBp: number;
      readonly prepayments: readonly UsablePrepayment[];
    }>(),
  ),
  /** Says what saving would say: amount, due days, limits passed, prepayment proposed. Writes nothing. */
  check: query(
    'orders.edit',
    orderDraftSchema.omit({ approval: true }).extend({ orderId: idField.nullable().default(null) }),
    returns<{
      readonly amountFen: Fen;
      readonly lineAmounts: readonly Fen[];
      /** Empty: the plan does not fit the amount. */
      readonly instalments: readonly { readonly dueOn: CalendarDate; readonly amountFen: Fen }[];
      readonly breaches: readonly LimitBreach[];
      readonly prepayments: readonly UsablePrepayment[];
      /** Of an order that is edited: what a smaller amount would free, newest first; empty: nothing. */
      readonly releases: readonly ReleasedAllocation[];
      /** What may be freed instead, of the receivables of `releases`. */
      readonly releasable: readonly ReleasableAllocation[];
    }>(),
  ),
  /** Errors: validation (plan does not fit: `plan`), conflict order_no_taken, over_limit, wrong_pin, exceeds_left, in_bin. */
  create: command(
    'orders.edit',
    orderDraftSchema,
    returns<ChangeOutcome & { readonly id: Id; readonly orderNo: string }>(),
    topics,
  ),
  /**
   * Lines, days and plan anew. Receivables keep their id by instalment number. An amount below what is allocated is a
   * conflict releases_needed until `releases` names what is freed (domain §1).
   */
  update: command(
    'orders.edit',
    z.object({
      id: idField,
      fields: orderFieldsSchema,
      releases: releasesField,
      approval: approvalSchema.nullable().default(null),
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Voids its receivables too; what was paid becomes prepayment. Errors: conflict already_void. */
  void: command(
    'orders.edit',
    z.object({ id: idField, on: calendarDateField, reason: requiredLines(500) }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Goods that came back: a credit first on the order, then on the oldest debts; the rest is prepayment. */
  takeBack: command(
    'orders.edit',
    z.object({
      id: idField,
      on: calendarDateField,
      lines: z
        .array(z.object({ orderLineId: idField, quantityE3: z.number().int().min(1, { message: 'out_of_range' }) }))
        .min(1)
        .max(500),
      note: z.string().max(500).nullable().default(null),
    }),
    returns<ChangeOutcome & { readonly sourceId: Id; readonly amountFen: Fen; readonly prepaidFen: Fen }>(),
    topics,
  ),
  /**
   * The day the goods came; null: not yet. A customer that is 负责型 or above is called within 7 days of it: the plan is
   * made in the same batch, unless one is open in these days. Errors: conflict too_early, validation out_of_range (later
   * than today), already_void.
   */
  setDelivered: command(
    'orders.edit',
    z.object({ id: idField, on: calendarDateField.nullable(), callPurpose: requiredText(200) }),
    returns<ChangeOutcome & { readonly callPlannedOn: CalendarDate | null }>(),
    topics,
  ),
  get: query('orders.read', z.object({ id: idField }), returns<OrderDetail>()),
  /**
   * By day, the latest first. `search`: the beginning of an order number (of the latest any part, as of contract numbers),
   * or the customer. `total` stops at a cap, beyond which no page is asked for; `amountFen` without void orders, null: too
   * many to add up while somebody waits.
   */
  list: query(
    'orders.read',
    z.object({
      customerId: idField.nullable().default(null),
      search: z.string().max(200).default(''),
      from: calendarDateField.nullable().default(null),
      to: calendarDateField.nullable().default(null),
      withVoid: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    returns<{
      readonly orders: readonly OrderRow[];
      readonly total: number;
      readonly isCapped: boolean;
      readonly amountFen: Fen | null;
    }>(),
  ),
};
