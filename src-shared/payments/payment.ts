import { z } from 'zod';
import type { CalendarDate } from '../core/calendar-date.ts';
import { calendarDateField, idField, optionalLines, optionalText } from '../core/fields.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';

/** 现金, 转账, 微信, 支付宝, 承兑汇票, 支票, 其他. */
export const paymentMethods = ['cash', 'transfer', 'wechat', 'alipay', 'acceptance_bill', 'cheque', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Why a payment or return no longer counts: it never was, or its bill was not honoured. */
export const voidKinds = ['mistake', 'bounced'] as const;
export type VoidKind = (typeof voidKinds)[number];

/** Whole fen, more than 0 and no more than what readYuan reads. */
export const amountField = z
  .number()
  .int({ message: 'invalid' })
  .min(1, { message: 'out_of_range' })
  .max(999_999_999_999_999, { message: 'out_of_range' })
  .transform((amount): Fen => fen(amount));

export const paymentFieldsSchema = z.object({
  receivedOn: calendarDateField,
  amountFen: amountField,
  method: z.enum(paymentMethods),
  /** 定金: paid before there is anything owed. */
  isDeposit: z.boolean().default(false),
  /** The order a deposit is for. */
  orderId: idField.nullable().default(null),
  /** Of an acceptance bill. */
  billNo: optionalText(60).default(null),
  billDueOn: calendarDateField.nullable().default(null),
  /** Voucher or bank number. */
  reference: optionalText(100).default(null),
  note: optionalLines(500).default(null),
  /** Who brought it in. */
  collectedById: idField.nullable().default(null),
});

/** What settles, as lists and the pane show it. */
export interface SettlementSourceView {
  readonly id: Id;
  readonly customerId: Id;
  readonly kind: 'payment' | 'return' | 'write_off';
  /** receivedOn or effectiveOn. */
  readonly on: CalendarDate;
  readonly amountFen: Fen;
  /** Null unless a payment. */
  readonly method: PaymentMethod | null;
  readonly isDeposit: boolean;
  readonly billNo: string | null;
  readonly billDueOn: CalendarDate | null;
  readonly orderId: Id | null;
  readonly orderNo: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly collectedById: Id | null;
  readonly voidedOn: CalendarDate | null;
  readonly voidKind: VoidKind | null;
  readonly voidReason: string | null;
  /** Active as of the day asked for. */
  readonly allocations: readonly AllocationView[];
  readonly refunds: readonly RefundView[];
  /** Neither allocated nor paid back; of a write-off 0. */
  readonly leftFen: Fen;
}

export interface AllocationView {
  readonly id: Id;
  readonly sourceId: Id;
  readonly receivableId: Id;
  readonly amountFen: Fen;
  readonly effectiveOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

export interface RefundView {
  readonly id: Id;
  readonly sourceId: Id;
  readonly on: CalendarDate;
  readonly amountFen: Fen;
  readonly method: PaymentMethod;
  readonly note: string | null;
  readonly voidedOn: CalendarDate | null;
  readonly voidReason: string | null;
}
