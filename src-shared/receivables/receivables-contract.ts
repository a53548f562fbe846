import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField, optionalLines, optionalText, requiredLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import { type ReleasableAllocation, type ReleasedAllocation, releasesField } from '../orders/orders-contract.ts';
import { amountField } from '../payments/payment.ts';
import type { PaymentPromise } from '../payments/payment-promise.ts';
import { personsField, visitScopeField } from '../visits/visits-contract.ts';
import { agingBuckets } from './balances.ts';
import type {
  AgingRow,
  AgingTotals,
  CustomerMoney,
  CustomerStatement,
  MoneySummary,
  OwedLine,
} from './receivable-views.ts';

const topics = ['receivables', 'payments', 'orders', 'terms', 'customers', 'history'] as const;

export const agingSortKeys = [
  'name',
  'tier',
  'owner',
  ...agingBuckets,
  'open',
  'overdue',
  'prepaid',
  'balance',
  'overdueDays',
  'urgency',
] as const;
export type AgingSortKey = (typeof agingSortKeys)[number];

/** Which customers of an aging. `persons`: their owners, 'none' being nobody's. */
export const agingFilterSchema = z.object({
  customerId: idField.nullable().default(null),
  ownerIds: personsField,
  tierIds: z
    .array(idField.or(z.literal('none')))
    .max(200)
    .optional(),
  /** Only customers with something in one of these. */
  buckets: z.array(z.enum(agingBuckets)).max(5).optional(),
  onlyOverdue: z.boolean().default(false),
  /** Also those with nothing open but prepayment. */
  withPrepaid: z.boolean().default(true),
  search: z.string().max(200).default(''),
});
export type AgingFilter = z.output<typeof agingFilterSchema>;

export const receivablesContract = {
  /** An opening balance, or a debt whose order is kept elsewhere. */
  enter: command(
    'money.edit',
    z.object({
      customerId: idField,
      issuedOn: calendarDateField,
      dueOn: calendarDateField,
      amountFen: amountField,
      reference: optionalText(60).default(null),
      note: optionalLines(500).default(null),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    topics,
  ),
  /**
   * Errors: conflict releases_needed while the amount is below what is allocated and `releases` does not say what goes.
   * A new due day is in force from `dueFrom` on; lateness before that day uses the old one (domain §1).
   */
  update: command(
    'money.edit',
    z.object({
      id: idField,
      fields: z.object({
        amountFen: amountField.optional(),
        dueOn: calendarDateField.optional(),
        dueFrom: calendarDateField.optional(),
        dueReason: optionalText(200).optional(),
        disputeReason: optionalText(200).optional(),
        reference: optionalText(60).optional(),
        note: optionalLines(500).optional(),
      }),
      releases: releasesField,
    }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** Only one without order: an order is voided whole. Releases all that settled it. */
  void: command(
    'money.edit',
    z.object({ id: idField, on: calendarDateField, reason: requiredLines(500) }),
    returns<ChangeOutcome>(),
    topics,
  ),
  /** What a smaller amount, or a void (`amountFen` null), would free. */
  releases: query(
    'money.read',
    z.object({ id: idField, amountFen: amountField.nullable() }),
    returns<{
      readonly releases: readonly ReleasedAllocation[];
      /** What may be freed instead of it. */
      readonly releasable: readonly ReleasableAllocation[];
    }>(),
  ),
  /** 坏账: the open rest of a receivable, or part of it, is given up. Errors: conflict exceeds_open, too_early. */
  writeOff: command(
    'money.edit',
    z.object({ id: idField, on: calendarDateField, amountFen: amountField, reason: requiredLines(500) }),
    returns<ChangeOutcome & { readonly sourceId: Id }>(),
    topics,
  ),
  /**
   * Money of a customer. `asOf` absent: today. `latest`: so many of each list, the newest; beside them what is open (the 500
   * that are due first), what a listed promise is about and `receivableIds`. Absent: all there is, which nobody looks at.
   */
  ofCustomer: query(
    'money.read',
    z.object({
      customerId: idField,
      asOf: calendarDateField.optional(),
      latest: z.number().int().min(1).max(500).optional(),
      receivableIds: z.array(idField).max(500).default([]),
    }),
    returns<CustomerMoney>(),
  ),
  /** For a header or a printed sheet, of up to 200 customers; those that may not be read are left out. */
  summaries: query(
    'money.read',
    z.object({ customerIds: z.array(idField).max(200) }),
    returns<{ readonly summaries: Readonly<Record<Id, MoneySummary>> }>(),
  ),
  /**
   * Works out the aging of all customers as of a day, in its own thread, and keeps it for `agingRows` until something is
   * written. Reach own: only one's own and nobody's customers.
   */
  aging: job(
    'money.read',
    z.object({ asOf: calendarDateField, filter: agingFilterSchema.default(agingFilterSchema.parse({})) }),
    returns<{ readonly agingId: string; readonly totals: AgingTotals }>(),
  ),
  /** Errors: conflict answer_expired when the aging is no longer kept: ask `aging` again. */
  agingRows: query(
    'money.read',
    z.object({
      agingId: z.string().min(1).max(60),
      sort: z.object({ key: z.enum(agingSortKeys), direction: z.enum(['asc', 'desc']) }),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{ readonly rows: readonly AgingRow[]; readonly total: number }>(),
  ),
  /**
   * Totals of an aging by owner or by tier, in the order of names and tiers, nobody's and 未分级 last.
   * Errors: conflict answer_expired.
   */
  agingGroups: query(
    'money.read',
    z.object({ agingId: z.string().min(1).max(60), by: z.enum(['owner', 'tier']) }),
    returns<{ readonly groups: readonly AgingGroup[] }>(),
  ),
  /** The receivables behind a figure of an aging as of its day: one customer's, one bucket's. By due day; at most 500. */
  agingDetail: query(
    'money.read',
    z.object({ asOf: calendarDateField, customerId: idField, bucket: z.enum(agingBuckets).nullable().default(null) }),
    returns<{ readonly lines: readonly OwedLine[] }>(),
  ),
  /** Open receivables that fall due in a span, by due day: due this week, the calendar. At most `limit`, and all counted. */
  dueBetween: query(
    'money.read',
    z.object({
      from: calendarDateField,
      to: calendarDateField,
      scope: visitScopeField.default('all'),
      persons: personsField,
      limit: z.number().int().min(1).max(200).default(200),
    }),
    returns<{ readonly lines: readonly OwedLine[]; readonly total: number; readonly openFen: Fen }>(),
  ),
  /**
   * 催款名单: whom to call, most money × days past due first, or most money; one line per customer. Today and the call list.
   * `overdueFen` and `total` are of all of them.
   */
  callList: query(
    'money.read',
    z.object({
      scope: visitScopeField.default('all'),
      persons: personsField,
      by: z.enum(['urgency', 'amount']).default('urgency'),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    returns<{
      readonly lines: readonly CallLine[];
      readonly total: number;
      readonly overdueFen: Fen;
      readonly receivables: number;
    }>(),
  ),
  statement: query(
    'money.read',
    z.object({ customerId: idField, from: calendarDateField, to: calendarDateField }),
    returns<CustomerStatement>(),
  ),
};

/** The customers of one owner or tier in an aging. */
export interface AgingGroup {
  /** Null: nobody's, 未分级. */
  readonly id: Id | null;
  readonly customers: number;
  /** Sums; `overdueDays` of the oldest of all. */
  readonly row: Omit<AgingRow, 'customerId' | 'customerName' | 'tierId' | 'ownerId' | 'grade'>;
}

/** A customer to be asked for money. */
export interface CallLine {
  readonly customerId: Id;
  readonly customerName: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly overdueFen: Fen;
  readonly openFen: Fen;
  /** Of the oldest. */
  readonly overdueDays: number;
  readonly receivables: number;
  /** What to settle first: the one that was due first. */
  readonly oldestId: Id;
  /** Σ of fen × days past due. */
  readonly urgency: number;
  /** The promise that is still open, else the last broken one. */
  readonly promise: PaymentPromise | null;
  readonly lastPaymentOn: CalendarDate | null;
}
