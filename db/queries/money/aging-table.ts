import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { AgingBucket } from '../../../src-shared/receivables/balances.ts';
import type { AgingTotals } from '../../../src-shared/receivables/receivable-views.ts';
import type { AgingGroup, AgingSortKey } from '../../../src-shared/receivables/receivables-contract.ts';

/**
 * The aging of many customers as of a day. Columns instead of rows: a hundred thousand objects would take the window's
 * thread a quarter of a second to receive. Place n of each column is the same customer.
 */
export interface AgingTable {
  readonly asOf: CalendarDate;
  readonly rowCount: number;
  /** Of customer_list: who it is and what he is called is read when a page is shown. */
  readonly docs: Int32Array;
  /** Fen. */
  readonly buckets: Readonly<Record<AgingBucket, Float64Array>>;
  readonly prepaid: Float64Array;
  /** Days past due of the oldest; 0: nothing is. */
  readonly overdueDays: Int32Array;
  /** Places, the greatest first (of names, tiers and owners: the first), equals by name. */
  readonly orders: Readonly<Record<AgingSortKey, Int32Array>>;
  readonly totals: AgingTotals;
  readonly groups: Readonly<Record<'owner' | 'tier', readonly AgingGroup[]>>;
}

/** A customer whom an aging may name. */
export interface AgedCustomer {
  readonly doc: number;
  readonly id: Id;
  readonly isLive: boolean;
  readonly nameKey: string;
  readonly tierId: Id | null;
  readonly tierPosition: number | null;
  readonly ownerId: Id | null;
  readonly ownerKey: string | null;
}

/** What is added up of customers, place by place. */
export class AgingSums {
  readonly buckets: Record<AgingBucket, Float64Array>;
  readonly prepaid: Float64Array;
  readonly bills: Float64Array;
  readonly urgency: Float64Array;
  readonly overdueDays: Int32Array;
  readonly overdueCount: Int32Array;
  readonly entered: Int32Array;

  constructor(size: number) {
    const fen = () => new Float64Array(size);
    this.buckets = { not_due: fen(), d1_30: fen(), d31_60: fen(), d61_90: fen(), over_90: fen() };
    this.prepaid = fen();
    this.bills = fen();
    this.urgency = fen();
    this.overdueDays = new Int32Array(size);
    this.overdueCount = new Int32Array(size);
    this.entered = new Int32Array(size);
  }

  overdueOf(place: number): number {
    const { d1_30, d31_60, d61_90, over_90 } = this.buckets;
    return (d1_30[place] ?? 0) + (d31_60[place] ?? 0) + (d61_90[place] ?? 0) + (over_90[place] ?? 0);
  }

  openOf(place: number): number {
    return (this.buckets.not_due[place] ?? 0) + this.overdueOf(place);
  }
}
