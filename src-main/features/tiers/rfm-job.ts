import type { ReadDb } from '../../../db/open.ts';
import { customerSales } from '../../../db/queries/sales/customer-sales.ts';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { type RfmResult, rfm, rfmSegments } from '../../../src-shared/tiers/methods/rfm.ts';
import type { Job } from '../../jobs/job.ts';

export interface RfmOrder {
  readonly asOf: CalendarDate;
  readonly windowMonths: number | null;
  readonly timeZone: string;
}

/** The scores of all customers with orders in the window, most sales first, as columns (see preview-table.ts). */
export interface RfmTable {
  readonly customerIds: readonly Id[];
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  readonly segments: Uint8Array;
  readonly recencyDays: Int32Array;
  readonly orders: Int32Array;
  readonly sales: Float64Array;
  /** Null: nobody has an order. */
  readonly cuts: RfmResult['cuts'] | null;
}

/** RFM of the whole book as of a day (domain §4). */
export function makeRfm(db: ReadDb, { asOf, windowMonths, timeZone }: RfmOrder): RfmTable {
  const unjudged = { grades: new Map(), loyalties: new Map() };
  const customers = customerSales(db, { asOf, timeZone, rfmMonths: windowMonths, ...unjudged });
  const result = rfm(
    customers.flatMap(({ customerId, rfm: window }) => (window ? [{ customerId, ...window }] : [])),
    asOf,
  );
  const scores = [...(result?.scores ?? [])].sort(
    (a, b) => b.salesFen - a.salesFen || (a.customerId < b.customerId ? -1 : 1),
  );
  return {
    customerIds: scores.map(({ customerId }) => customerId),
    r: Uint8Array.from(scores, ({ r }) => r),
    f: Uint8Array.from(scores, ({ f }) => f),
    m: Uint8Array.from(scores, ({ m }) => m),
    segments: Uint8Array.from(scores, ({ segment }) => rfmSegments.indexOf(segment)),
    recencyDays: Int32Array.from(scores, ({ recencyDays }) => recencyDays),
    orders: Int32Array.from(scores, ({ orders }) => orders),
    sales: Float64Array.from(scores, ({ salesFen }) => salesFen),
    cuts: result?.cuts ?? null,
  };
}

/** As makeRfm, in a thread of its own. */
export const rfmJob: Job<RfmOrder, RfmTable> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(makeRfm(opened.value, order)) : opened;
};
