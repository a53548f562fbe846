import type { PaymentGrade } from '../../payments/payment-record.ts';

/**
 * What the methods know of the customers as of a day D, in columns: place k of each belongs to the same customer. A hundred
 * thousand are judged in some milliseconds so; as objects they took half a second. Void orders never were; facts after D do
 * not count. Money in whole fen; days as numbers since 1970-01-01 (dayNumber).
 */
export interface CustomerSales {
  /** 1: the tier is pinned. */
  readonly pinned: Uint8Array;
  /** Of all time up to D. */
  readonly orders: Int32Array;
  /** 1: made on firstNewDay(D) or later. */
  readonly isNew: Uint8Array;
  /** In the 12 months up to D, (D − 12 months, D], less returns, not below 0 (domain §4). */
  readonly salesFen: Float64Array;
  /** Null where the method does not ask. */
  readonly window: SalesInWindow | null;
  /** Null where the method does not ask. */
  readonly scored: ScoredFacts | null;
}

/** In the window of RFM. */
export interface SalesInWindow {
  /** 0: none, and the next two say nothing. */
  readonly orders: Int32Array;
  /** Less returns, not below 0. */
  readonly salesFen: Float64Array;
  readonly lastDays: Int32Array;
}

/** What only a weighted score looks at. NaN: not known. */
export interface ScoredFacts {
  readonly ordersInYear: Int32Array;
  /** Of the 12 months before the last 12, less returns, not below 0. */
  readonly salesYearBeforeFen: Float64Array;
  /** Of the first order; NaN: none yet. */
  readonly firstDays: Float64Array;
  /** What he buys in a year from everybody. */
  readonly yearlyNeedFen: Float64Array;
  readonly grades: readonly PaymentGrade[];
  /** 0–100. Counts only where the user gives it a weight. */
  readonly loyalty: Float64Array;
}
