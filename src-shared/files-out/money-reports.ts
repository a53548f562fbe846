import { z } from 'zod';
import { calendarDateField } from '../core/fields.ts';

/** 应收账龄, 回款明细, 销售明细, 客户余额表: what goes to the bookkeeper (domain §1). */
export const moneyReportKinds = ['aging', 'payments', 'sales', 'balances'] as const;
export type MoneyReportKind = (typeof moneyReportKinds)[number];

const period = { from: calendarDateField, to: calendarDateField };

export const moneyReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('aging'), asOf: calendarDateField }),
  z.object({ kind: z.literal('payments'), ...period }),
  z.object({ kind: z.literal('sales'), ...period }),
  z.object({ kind: z.literal('balances'), ...period }),
]);
export type MoneyReport = z.output<typeof moneyReportSchema>;

/** Words that go into the reports, in the user's language: they come from the renderer's catalogue. */
export const moneyReportWords = [
  'aging',
  'payments',
  'sales',
  'balances',
  'behind',
  'asOf',
  'period',
  'total',
  'customer',
  'tier',
  'owner',
  'not_due',
  'd1_30',
  'd31_60',
  'd61_90',
  'over_90',
  'open',
  'overdue',
  'overdueDays',
  'prepaid',
  'net',
  'number',
  'instalment',
  'issuedOn',
  'dueOn',
  'amount',
  'dispute',
  'note',
  'on',
  'kind',
  'method',
  'reference',
  'settles',
  'settledPart',
  'billNo',
  'billDueOn',
  'collectedBy',
  'orderNo',
  'salesperson',
  'code',
  'product',
  'spec',
  'unit',
  'quantity',
  'price',
  'discount',
  'cost',
  'profit',
  'opening',
  'charged',
  'settled',
  'closing',
  'withoutTier',
  'noOwner',
  'binned',
  'openingBalance',
  'payment',
  'deposit',
  'payment_void',
  'refund',
  'refund_void',
  'sale',
  'return',
  'cash',
  'transfer',
  'wechat',
  'alipay',
  'acceptance_bill',
  'cheque',
  'other',
] as const;
export type MoneyReportWord = (typeof moneyReportWords)[number];
export type MoneyReportWords = Readonly<Record<MoneyReportWord, string>>;

export const moneyReportWordsSchema = z.record(z.enum(moneyReportWords), z.string().max(100));
