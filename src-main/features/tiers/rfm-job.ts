import type { ReadDb } from '../../../db/open.ts';
import { customerSales } from '../../../db/queries/sales/customer-sales.ts';
import { type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { type RfmResult, rfm, rfmSegments, segmentOf } from '../../../src-shared/tiers/methods/rfm.ts';
import type { Job } from '../../jobs/job.ts';

export interface RfmOrder {
  readonly asOf: CalendarDate;
  readonly windowMonths: number | null;
  readonly timeZone: string;
}

/** The scores of all customers with orders in the window, most sales first, as columns (see preview-table.ts). */
export interface RfmTable {
  /** Row numbers in customer_list. */
  readonly docs: Int32Array;
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
  const { docs, window } = customerSales(db, { asOf, timeZone, rfmMonths: windowMonths ?? 'ever', judged: null });
  if (!window) throw new Error('RFM without its window');
  const salesAt = (place: number) => window.salesFen[place] ?? 0;
  const places = Int32Array.from(docs.keys()).filter((place) => window.orders[place] !== 0);
  places.sort((a, b) => salesAt(b) - salesAt(a) || a - b);
  const today = dayNumber(asOf);
  const recencyDays = Int32Array.from(places, (place) => today - (window.lastDays[place] ?? 0));
  const orders = Int32Array.from(places, (place) => window.orders[place] ?? 0);
  const sales = Float64Array.from(places, salesAt);
  const result = rfm({ recencyDays, orders, salesFen: sales });
  const { r, f, m } = result?.scores ?? { r: new Uint8Array(), f: new Uint8Array(), m: new Uint8Array() };
  return {
    docs: places.map((place) => docs[place] ?? 0),
    ...{ r, f, m, recencyDays, orders, sales },
    segments: r.map((_, row) => rfmSegments.indexOf(segmentOf(r[row] ?? 0, f[row] ?? 0, m[row] ?? 0))),
    cuts: result?.cuts ?? null,
  };
}

/** As makeRfm, in a thread of its own. */
export const rfmJob: Job<RfmOrder, RfmTable> = (order, control) => {
  const opened = control.openBook('read');
  return opened.ok ? ok(makeRfm(opened.value, order)) : opened;
};
