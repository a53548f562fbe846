import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Id } from '../../core/id.ts';
import type { Fen } from '../../core/money.ts';
import type { PaymentGrade } from '../../payments/payment-record.ts';

/** What the methods know of a customer as of a day D. Void orders never were; facts after D do not count. */
export interface CustomerSales {
  readonly customerId: Id;
  readonly createdOn: CalendarDate;
  /** Not null: pinned, and why. */
  readonly pinnedReason: string | null;
  /** Of all time up to D. */
  readonly orders: number;
  readonly firstOrderOn: CalendarDate | null;
  /** In the 12 months up to D: (D − 12 months, D]. */
  readonly ordersInYear: number;
  /** In them, less returns, not below 0 (domain §4). */
  readonly salesFen: Fen;
  /** The same of the 12 months before. */
  readonly salesYearBeforeFen: Fen;
  /** In the window of RFM; null: no order in it. */
  readonly rfm: {
    readonly orders: number;
    readonly salesFen: Fen;
    readonly lastOrderOn: CalendarDate;
  } | null;
  /** What he buys in a year from everybody; null: not known. */
  readonly yearlyNeedFen: Fen | null;
  readonly grade: PaymentGrade;
  /** Loyalty 0–100; null: nothing of it is known. Counts only where the user gives it a weight. */
  readonly loyalty: number | null;
}
