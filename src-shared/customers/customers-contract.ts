import { z } from 'zod';
import { contactFieldsSchema } from '../contacts/contact.ts';
import { calendarDateField, idField, instantField, optionalLines } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import type { Instant } from '../core/instant.ts';
import type { Fen } from '../core/money.ts';
import type { ChangeOutcome } from '../history/change-outcome.ts';
import { command, job, query, returns } from '../ipc/procedure.ts';
import { type CustomerDetail, type CustomerRow, customerFieldsSchema } from './customer.ts';
import { type CustomerTabCounts, type CustomerWaitingCounts, customerListQuerySchema } from './customer-list.ts';
import type { SameCustomerHint } from './same-customer-hint.ts';
import type { TimelineItem } from './timeline.ts';

/** Which customers a bulk change is for: those ticked, or a whole view less those unticked. */
export const customerSelectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(idField).min(1).max(10_000) }),
  z.object({
    kind: z.literal('view'),
    view: customerListQuerySchema,
    exceptIds: z.array(idField).max(10_000).default([]),
  }),
]);
export type CustomerSelection = z.output<typeof customerSelectionSchema>;

export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tier'), tierId: idField.nullable() }),
  z.object({ kind: z.literal('owner'), ownerId: idField.nullable() }),
  z.object({ kind: z.literal('addTag'), tagId: idField }),
  z.object({ kind: z.literal('removeTag'), tagId: idField }),
  z.object({ kind: z.literal('bin') }),
]);
export type BulkChange = z.output<typeof bulkChangeSchema>;

/** A customer of the selection that a bulk change left alone, and why. */
export interface LeftAlone {
  readonly id: Id;
  readonly name: string;
  readonly reason: 'has_open_plans' | 'has_money' | 'not_yours' | 'already_so' | 'in_bin';
}

export interface BulkOutcome extends ChangeOutcome {
  readonly changed: number;
  readonly leftAlone: number;
  /** The first 50 of them. */
  readonly leftAloneRows: readonly LeftAlone[];
}

export const customersContract = {
  list: query(
    'customers.read',
    z.object({
      view: customerListQuerySchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{ readonly rows: readonly CustomerRow[] }>(),
  ),
  /** `isCapped`: there are more than the cap; ask again with `exact`. */
  count: query(
    'customers.read',
    z.object({ view: customerListQuerySchema, exact: z.boolean().default(false) }),
    returns<{ readonly count: number; readonly isCapped: boolean }>(),
  ),
  /**
   * What the customers of a view owe between them today, what of it is past due, and what is prepaid. Reach own: of those
   * in the view who are one's own or nobody's.
   */
  moneyTotals: query('money.read', z.object({ view: customerListQuerySchema }), returns<CustomerMoneyTotals>()),
  tabCounts: query('customers.read', z.object({}), returns<CustomerTabCounts>()),
  /** Apart from tabCounts: these grow with the book and change with the day. */
  waitingCounts: query('customers.read', z.object({}), returns<CustomerWaitingCounts>()),
  /** Values in use, for filters and suggestions while typing. */
  choices: query(
    'customers.read',
    z.object({}),
    returns<{
      readonly districts: readonly string[];
      readonly industries: readonly string[];
      readonly sources: readonly string[];
    }>(),
  ),
  /** `seenAt`: the moment it was read; to be handed back to `update`. */
  get: query('customers.read', z.object({ id: idField }), returns<CustomerDetail & { readonly seenAt: Instant }>()),
  timeline: query(
    'customers.read',
    z.object({
      id: idField,
      before: z.string().max(100).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    returns<{ readonly items: readonly TimelineItem[]; readonly next: string | null }>(),
  ),
  /** Customers that may be the same as one being typed (domain §8), the bin included. */
  sameAs: query(
    'customers.read',
    z.object({
      name: z.string().max(200).default(''),
      phones: z.array(z.string().max(100)).max(20).default([]),
      uscc: z.string().max(30).default(''),
      wechat: z.string().max(100).default(''),
      city: z.string().max(50).default(''),
      exceptId: idField.nullable().default(null),
    }),
    returns<{ readonly hints: readonly SameCustomerHint[] }>(),
  ),
  create: command(
    'customers.edit',
    z.object({
      customer: customerFieldsSchema,
      contacts: z.array(contactFieldsSchema).max(50).default([]),
      tagIds: z.array(idField).max(50).default([]),
      nextVisit: z
        .object({ on: calendarDateField, purpose: optionalLines(500) })
        .nullable()
        .default(null),
    }),
    returns<ChangeOutcome & { readonly id: Id }>(),
    ['customers', 'contacts', 'visit_plans', 'tags', 'tiers', 'users', 'history', 'book'],
  ),
  /**
   * Writes only the fields given. A field changed since `seenAt`, other than by one's own typing, is a conflict
   * `changed_meanwhile` and `detail` names it; `tagIds` counts as one field. A change of owner takes the open plans along.
   */
  update: command(
    'customers.edit',
    z.object({
      id: idField,
      fields: customerFieldsSchema.partial(),
      tagIds: z.array(idField).max(50).optional(),
      seenAt: instantField,
    }),
    returns<ChangeOutcome>(),
    ['customers', 'visit_plans', 'tags', 'tiers', 'users', 'history'],
  ),
  /**
   * Each customer of the selection by itself: what cannot change is left alone and named. A selection of one id fails
   * instead, with the reason (conflict has_open_plans, has_money, forbidden, not_found).
   */
  bulkEdit: job(
    'bulk.edit',
    z.object({ selection: customerSelectionSchema, change: bulkChangeSchema }),
    returns<BulkOutcome>(),
    ['customers', 'contacts', 'follow_ups', 'visit_plans', 'tags', 'tiers', 'users', 'history', 'book'],
  ),
  bin: query(
    'customers.read',
    z.object({
      search: z.string().max(200).default(''),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    returns<{ readonly rows: readonly BinnedCustomer[]; readonly total: number }>(),
  ),
  restore: command(
    'bin.restore',
    z.object({ ids: z.array(idField).min(1).max(10_000) }),
    returns<ChangeOutcome & { readonly restored: number }>(),
    ['customers', 'contacts', 'follow_ups', 'visit_plans', 'tags', 'tiers', 'users', 'history', 'book'],
  ),
};

export interface CustomerMoneyTotals {
  readonly owedFen: Fen;
  readonly overdueFen: Fen;
  readonly prepaidFen: Fen;
}

export interface BinnedCustomer {
  readonly id: Id;
  readonly name: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly deletedAt: Instant;
  readonly deletedBy: Id | null;
}
