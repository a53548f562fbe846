import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Fen } from '../core/money.ts';
import type { PaymentMethod, SettlementSourceView } from '../payments/payment.ts';
import type { PaymentPromise } from '../payments/payment-promise.ts';
import type { PaymentGrade } from '../payments/payment-record.ts';
import type { StatementLine } from './account-statement.ts';
import type { Aging, Settlement } from './balances.ts';

/** A receivable as of a day. */
export interface ReceivableView {
  readonly id: Id;
  readonly customerId: Id;
  readonly orderId: Id | null;
  readonly orderNo: string | null;
  readonly reference: string | null;
  readonly installmentNo: number;
  /** How many instalments its order has. */
  readonly installments: number;
  readonly issuedOn: CalendarDate;
  /** In force on that day. */
  readonly dueOn: CalendarDate;
  readonly amountFen: Fen;
  readonly openFen: Fen;
  readonly settlement: Settlement;
  readonly isOverdue: boolean;
  /** 0 or less before it is due. */
  readonly daysPastDue: number;
  readonly disputeReason: string | null;
  readonly note: string | null;
  readonly voidedOn: CalendarDate | null;
  readonly voidReason: string | null;
}

/** A receivable with whose it is: for lists over all customers. */
export interface OwedLine {
  readonly receivable: ReceivableView;
  readonly customerName: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly contactName: string | null;
  readonly phone: string | null;
}

/** The money of one customer as of a day, for header, pane and statement. */
export interface MoneySummary {
  readonly asOf: CalendarDate;
  /** Σ of orders that are not void, less returns. */
  readonly contractedFen: Fen;
  /** Σ of payments that are not void, less refunds. */
  readonly receivedFen: Fen;
  readonly openFen: Fen;
  readonly overdueFen: Fen;
  /** Days past due of the oldest open receivable; null: none is. */
  readonly overdueDays: number | null;
  readonly prepaidFen: Fen;
  /** open − prepaid. */
  readonly balanceFen: Fen;
  /** 未到期票据: bills received whose day is still to come. */
  readonly billsNotDueFen: Fen;
  readonly lastPayment: { readonly on: CalendarDate; readonly amountFen: Fen; readonly method: PaymentMethod } | null;
  readonly aging: Aging;
}

/** One customer's money as of a day, the newest first. */
export interface CustomerMoney {
  readonly summary: MoneySummary;
  /** Of all, also where the lists hold the latest only. */
  readonly counts: {
    readonly receivables: number;
    /** Of the receivables those that are open. */
    readonly open: number;
    readonly sources: number;
    readonly promises: number;
  };
  readonly receivables: readonly ReceivableView[];
  readonly sources: readonly SettlementSourceView[];
  readonly promises: readonly PaymentPromise[];
  /**
   * Entered for a day after today: part of no figure until then. Receivables and sources as they will be on their first
   * day. Empty when the day asked for is not today.
   */
  readonly upcoming: {
    readonly receivables: readonly ReceivableView[];
    readonly sources: readonly SettlementSourceView[];
  };
}

/** One customer's line of the aging. */
export interface AgingRow {
  readonly customerId: Id;
  /** Null: in the bin; shown as (已删除客户). */
  readonly customerName: string | null;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly aging: Aging;
  readonly openFen: Fen;
  readonly prepaidFen: Fen;
  /** open − prepaid. */
  readonly balanceFen: Fen;
  readonly overdueFen: Fen;
  /** Of the oldest; 0: nothing overdue. */
  readonly overdueDays: number;
  /** Null: not worked out for this day. */
  readonly grade: PaymentGrade | null;
}

/** Aging of many as of a day, in total. */
export interface AgingTotals {
  readonly asOf: CalendarDate;
  readonly aging: Aging;
  /** Customers with something in the bucket. */
  readonly customers: Readonly<Record<keyof Aging, number>>;
  readonly openFen: Fen;
  readonly overdueFen: Fen;
  readonly overdueCount: number;
  readonly prepaidFen: Fen;
  readonly billsNotDueFen: Fen;
  /** Rows: customers with an open balance or prepayment. */
  readonly rowCount: number;
  /** Facts typed later than the day they are for, and after the day asked for: the report says so (domain §1). */
  readonly enteredLate: number;
}

/** A statement line with the words that it stands for. */
export interface StatementRow extends StatementLine {
  /** Order number, voucher, reference; null: none. */
  readonly number: string | null;
  readonly orderId: Id | null;
  /** The payment, return or write-off that the line is, or was paid back from; null: a receivable. */
  readonly sourceId: Id | null;
  readonly method: PaymentMethod | null;
  /** Null: it has no other part. */
  readonly installmentNo: number | null;
  readonly note: string | null;
}

export interface CustomerStatement {
  readonly customerId: Id;
  readonly customerName: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly openingFen: Fen;
  readonly rows: readonly StatementRow[];
  /** Σ of what was charged and of what settled it in the period; opening + charged − settled = closing. */
  readonly chargedFen: Fen;
  readonly settledFen: Fen;
  readonly closingFen: Fen;
  /** As of `to`. */
  readonly open: readonly ReceivableView[];
  readonly prepaidFen: Fen;
  readonly billsNotDueFen: Fen;
}
