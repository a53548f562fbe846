import { z } from 'zod';
import { calendarDateField, idField } from '../core/fields.ts';
import { warningCodes } from '../warnings/warning-mark.ts';

export const customerSortKeys = [
  'name',
  'tier',
  'owner',
  'contact',
  'phone',
  'district',
  'nextVisit',
  'due',
  'lastContact',
  'owed',
  'overdueDays',
  'createdAt',
  'updatedAt',
] as const;
export type CustomerSortKey = (typeof customerSortKeys)[number];

/** What one sees: a tab, its filters, what was typed in the search, and the order. The same for grid, bulk edit and export. */
export const customerListQuerySchema = z.object({
  /** Part of any name, pinyin, initials, ≥ 3 digits of a phone, tag, address (domain §9). '' for all. */
  search: z.string().max(200).default(''),
  filter: z
    .object({
      ownerIds: z
        .array(idField.or(z.literal('none')))
        .max(200)
        .optional(),
      tierIds: z
        .array(idField.or(z.literal('none')))
        .max(200)
        .optional(),
      tagIds: z.array(idField).max(200).optional(),
      districts: z.array(z.string().max(50)).max(200).optional(),
      industries: z.array(z.string().max(100)).max(200).optional(),
      sources: z.array(z.string().max(100)).max(200).optional(),
      /** No contact for more than this many days; who was never contacted is quiet since it was made. */
      quietDays: z.number().int().min(1).max(3650).optional(),
      /** An open plan on or before this day. */
      nextVisitUpTo: calendarDateField.optional(),
      /** 逾期未访: an open plan before today, or due by cadence before today and nothing planned. */
      visitOverdue: z.literal(true).optional(),
      /** 该联系了: due by cadence today or before, and nothing planned. */
      dueNow: z.literal(true).optional(),
      /** 有欠款: something is open today. */
      owes: z.literal(true).optional(),
      /** 有逾期款: something open was due before today. */
      overdueMoney: z.literal(true).optional(),
      /** 流失预警: something warns of him that nobody put off; with a list, one of these. */
      warned: z
        .literal(true)
        .or(z.array(z.enum(warningCodes)).min(1).max(warningCodes.length))
        .optional(),
    })
    .default({}),
  /** Null: by rank when searching (domain §9), else by latest change. */
  sort: z
    .object({ key: z.enum(customerSortKeys), direction: z.enum(['asc', 'desc']) })
    .nullable()
    .default(null),
});
export type CustomerListQuery = z.output<typeof customerListQuerySchema>;

/** The columns of the grid and of an export, in the order of the chooser. */
export const customerColumns = [
  'name',
  'tier',
  'contactName',
  'phone',
  'wechat',
  'province',
  'city',
  'district',
  'address',
  'industry',
  'source',
  'owner',
  'tags',
  'owed',
  'overdueDays',
  'lastPaymentOn',
  'nextVisitOn',
  'dueOn',
  'lastContactAt',
  'createdAt',
  'updatedAt',
] as const;
export type CustomerColumn = (typeof customerColumns)[number];

/** 未联系: the spans that tabs are offered for, in days. */
export const quietSpans = [7, 15, 30, 90, 180] as const;
export type QuietSpan = (typeof quietSpans)[number];

/** Counts on the tabs of who waits to be met. */
export interface CustomerWaitingCounts {
  readonly visitOverdue: number;
  /** By days. */
  readonly quiet: Readonly<Record<QuietSpan, number>>;
  /** Of the customers whose money the reader may see. */
  readonly owes: number;
  readonly overdueMoney: number;
  /** By what the reader may see of them. */
  readonly warned: number;
}

/** Counts on the tabs. */
export interface CustomerTabCounts {
  readonly all: number;
  readonly mine: number;
  readonly byTier: Readonly<Record<string, number>>;
  readonly withoutTier: number;
  readonly inBin: number;
}
