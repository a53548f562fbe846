import { addDays, addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { fillColumn } from '../../../src-shared/core/fill-column.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { instantAt } from '../../../src-shared/core/instant.ts';
import type { CustomerSales, ScoredFacts } from '../../../src-shared/tiers/methods/customer-sales.ts';
import { firstNewDay } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';
import type { JudgedFacts } from './judged-facts.ts';
import { docCount, type ListedCustomers, listedCustomers } from './listed-customers.ts';
import {
  type OrderSums,
  orderSum,
  orderSums,
  type ReturnSums,
  returnSum,
  returnSums,
  type SalesSpans,
} from './sales-sums.ts';

/** Who stands at each place, by row number in customer_list, and the tier each has now. */
export type SalesOfBook = CustomerSales & ListedCustomers;

export interface SalesOrder {
  readonly asOf: CalendarDate;
  readonly timeZone: string;
  /** Window of RFM in months; 'ever': all history; null: RFM is not asked for. */
  readonly rfmMonths: number | 'ever' | null;
  /** Grades and loyalties as of the day; null: no score is asked for. */
  readonly judged: JudgedFacts | null;
}

const madeSinceSql = 'SELECT doc FROM customer_list WHERE is_live = 1 AND created_at >= ?';
const idsSql = 'SELECT doc, customer_id FROM customer_list';
const pinnedSql = `
  SELECT listed.doc FROM customers AS customer JOIN customer_list AS listed ON listed.customer_id = customer.id
  WHERE customer.tier_pinned_reason IS NOT NULL`;
const needsSql = `
  SELECT listed.doc, assessment.yearly_need_fen
  FROM customer_assessments AS assessment JOIN customer_list AS listed ON listed.customer_id = assessment.customer_id
  WHERE assessment.yearly_need_fen IS NOT NULL AND assessment.deleted_at IS NULL`;

/**
 * What the methods of domain §4 know of every live customer as of a day, worked out from facts. A customer made later
 * than that day and without an order by then is left out. The tier, pin and yearly need are those of now.
 */
export function customerSales(db: ReadDb, order: SalesOrder): SalesOfBook {
  // One read transaction: an order saved in between would be in one sum and missing from the other.
  return db.sqlite.transaction(() => read(db, order))();
}

function read(db: ReadDb, { asOf, timeZone, rfmMonths, judged }: SalesOrder): SalesOfBook {
  const { sqlite } = db;
  const spans: SalesSpans = {
    asOf,
    yearStart: addMonths(asOf, -12),
    yearBeforeStart: judged ? addMonths(asOf, -24) : null,
    windowStart: typeof rfmMonths === 'number' ? addMonths(asOf, -rfmMonths) : rfmMonths,
  };
  const size = docCount(db);
  const sums = byDoc(orderSums(db, spans), size);
  const returns = byDoc(returnSums(db, spans), size);
  // Orders can be older than the customer's row: an import brings years of them.
  const madeLater = new Set(madeSince(db, addDays(asOf, 1), timeZone));
  const { docs, tiers } = listedCustomers(db, (doc) => sums[doc] !== undefined || !madeLater.has(doc));
  const columns = new SumColumns(docs, sums, returns);
  return {
    docs,
    tiers,
    pinned: flagged(docs, valuesOf<number>(sqlite, pinnedSql).all(), size),
    isNew: flagged(docs, madeSince(db, firstNewDay(asOf), timeZone), size),
    orders: columns.counts(orderSum.orders),
    salesFen: columns.amounts(orderSum.yearFen, returnSum.yearFen),
    window:
      rfmMonths === null
        ? null
        : {
            orders: columns.counts(orderSum.windowOrders),
            salesFen: columns.amounts(orderSum.windowFen, returnSum.windowFen),
            lastDays: columns.counts(orderSum.windowLastDay),
          },
    scored: judged && {
      ordersInYear: columns.counts(orderSum.yearOrders),
      salesYearBeforeFen: columns.amounts(orderSum.yearBeforeFen, returnSum.yearBeforeFen),
      firstDays: columns.days(orderSum.firstDay),
      ...judgedColumns(db, docs, judged),
    },
  };
}

type Place<Sum extends keyof typeof orderSum> = (typeof orderSum)[Sum];

/** Sums put in the order of the customers. */
class SumColumns {
  readonly #docs: Int32Array;
  readonly #sums: readonly (OrderSums | undefined)[];
  readonly #returns: readonly (ReturnSums | undefined)[];

  constructor(
    docs: Int32Array,
    sums: readonly (OrderSums | undefined)[],
    returns: readonly (ReturnSums | undefined)[],
  ) {
    this.#docs = docs;
    this.#sums = sums;
    this.#returns = returns;
  }

  counts(at: Place<'orders' | 'windowOrders' | 'windowLastDay' | 'yearOrders'>): Int32Array {
    return fillColumn(new Int32Array(this.#docs.length), (place) => this.#sums[this.#docs[place] ?? 0]?.[at] ?? 0);
  }

  /** NaN: there is none. */
  days(at: Place<'firstDay'>): Float64Array {
    return fillColumn(
      new Float64Array(this.#docs.length),
      (place) => this.#sums[this.#docs[place] ?? 0]?.[at] ?? Number.NaN,
    );
  }

  /** Sales are less returns, not below 0 (domain §4). */
  amounts(
    at: Place<'yearFen' | 'windowFen' | 'yearBeforeFen'>,
    returnedAt: (typeof returnSum)[keyof typeof returnSum],
  ): Float64Array {
    return fillColumn(new Float64Array(this.#docs.length), (place) => {
      const doc = this.#docs[place] ?? 0;
      const sold = this.#sums[doc]?.[at] ?? 0;
      const returned = this.#returns[doc];
      return returned ? Math.max(0, sold - returned[returnedAt]) : sold;
    });
  }
}

function byDoc<Sums extends readonly [doc: number, ...unknown[]]>(
  rows: readonly Sums[],
  size: number,
): readonly (Sums | undefined)[] {
  const found = new Array<Sums | undefined>(size).fill(undefined);
  for (const row of rows) found[row[0]] = row;
  return found;
}

/** 1 where the customer is among `some`; `size`: one more than the largest row number. */
function flagged(docs: Int32Array, some: readonly number[], size: number): Uint8Array {
  const flags = new Uint8Array(docs.length);
  if (some.length === 0) return flags;
  const wanted = new Uint8Array(size);
  for (const doc of some) wanted[doc] = 1;
  return fillColumn(flags, (place) => wanted[docs[place] ?? 0] ?? 0);
}

/** Customers made on this day or later. */
function madeSince({ sqlite }: ReadDb, day: CalendarDate, timeZone: string): readonly number[] {
  return valuesOf<number>(sqlite, madeSinceSql).all(instantAt(day, '00:00', timeZone));
}

function judgedColumns(
  { sqlite }: ReadDb,
  docs: Int32Array,
  { grades, loyalties }: JudgedFacts,
): Pick<ScoredFacts, 'yearlyNeedFen' | 'grades' | 'loyalty'> {
  const needs = new Map(tuplesOf<readonly [doc: number, needFen: number]>(sqlite, needsSql).all());
  const ids =
    grades.size + loyalties.size === 0 ? null : new Map(tuplesOf<readonly [number, Id]>(sqlite, idsSql).all());
  const idAt = (place: number) => ids?.get(docs[place] ?? 0) ?? '';
  return {
    yearlyNeedFen: fillColumn(new Float64Array(docs.length), (place) => needs.get(docs[place] ?? 0) ?? Number.NaN),
    grades: Array.from(docs, (_, place) => grades.get(idAt(place)) ?? 'unknown'),
    loyalty: fillColumn(new Float64Array(docs.length), (place) => loyalties.get(idAt(place)) ?? Number.NaN),
  };
}
