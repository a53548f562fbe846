import { addMonths, type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { dayReader } from '../../../src-shared/core/day-reader.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import type { CustomerSales, SalesInWindow, ScoredFacts } from '../../../src-shared/tiers/methods/customer-sales.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';
import type { JudgedFacts } from './judged-facts.ts';
import { orderSums, returnSums, type SalesSpans } from './sales-sums.ts';

/** The tier each customer has now beside what the methods know of it; null: 未分级. */
export interface SalesOfBook extends CustomerSales {
  readonly tierIds: readonly (Id | null)[];
}

export interface SalesOrder {
  readonly asOf: CalendarDate;
  readonly timeZone: string;
  /** Window of RFM in months; 'ever': all history; null: RFM is not asked for. */
  readonly rfmMonths: number | 'ever' | null;
  /** Grades and loyalties as of the day; null: no score is asked for. */
  readonly judged: JudgedFacts | null;
}

type ListedTuple = readonly [doc: number, id: Id, tierId: Id | null, createdAt: Instant];

/* Along the table itself: an index that says who is live would look up each row. */
const listedSql = 'SELECT doc, customer_id, tier_id, created_at FROM customer_list WHERE +is_live = 1 ORDER BY doc';
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
  const columns = new SalesColumns((valuesOf<number>(sqlite, 'SELECT max(doc) FROM customer_list').get() ?? 0) + 1);
  columns.addOrders(orderSums(db, spans));
  for (const [doc, yearFen, windowFen, yearBeforeFen] of returnSums(db, spans)) {
    columns.takeBack(doc, yearFen, windowFen, yearBeforeFen);
  }
  const customerIds: Id[] = [];
  const tierIds: (Id | null)[] = [];
  const docs: number[] = [];
  const created: number[] = [];
  const dayOf = dayReader(timeZone);
  for (const [doc, id, tierId, createdAt] of tuplesOf<ListedTuple>(sqlite, listedSql).iterate()) {
    const hasOrders = columns.orders[doc] !== 0;
    const createdOn = hasOrders ? null : dayOf(createdAt);
    // Orders can be older than the customer's row: an import brings years of them.
    if (createdOn !== null && createdOn > asOf) continue;
    customerIds.push(id);
    tierIds.push(tierId);
    docs.push(doc);
    created.push(createdOn === null ? 0 : dayNumber(createdOn));
  }
  const pinned = new Uint8Array(columns.orders.length);
  for (const doc of valuesOf<number>(sqlite, pinnedSql).iterate()) pinned[doc] = 1;
  return {
    customerIds,
    tierIds,
    pinned: Uint8Array.from(docs, (doc) => pinned[doc] ?? 0),
    orders: Int32Array.from(docs, (doc) => columns.orders[doc] ?? 0),
    createdDays: Int32Array.from(created),
    salesFen: Float64Array.from(docs, (doc) => columns.yearFen[doc] ?? 0),
    window: rfmMonths === null ? null : columns.windowOf(docs),
    scored: judged && scoredOf(db, columns, docs, customerIds, judged),
  };
}

/** Sums by doc, the row number of a customer in customer_list. */
class SalesColumns {
  readonly orders: Int32Array;
  readonly yearFen: Float64Array;
  readonly yearOrders: Int32Array;
  readonly yearBeforeFen: Float64Array;
  readonly firstDays: Float64Array;
  readonly #windowOrders: Int32Array;
  readonly #windowFen: Float64Array;
  readonly #windowLastDays: Int32Array;

  constructor(size: number) {
    this.orders = new Int32Array(size);
    this.yearFen = new Float64Array(size);
    this.yearOrders = new Int32Array(size);
    this.yearBeforeFen = new Float64Array(size);
    this.firstDays = new Float64Array(size).fill(Number.NaN);
    this.#windowOrders = new Int32Array(size);
    this.#windowFen = new Float64Array(size);
    this.#windowLastDays = new Int32Array(size);
  }

  addOrders(sums: ReturnType<typeof orderSums>): void {
    for (const [doc, orders, yearFen, windowOrders, windowFen, lastDay, firstDay, yearOrders, yearBefore] of sums) {
      this.orders[doc] = orders;
      this.yearFen[doc] = yearFen;
      this.#windowOrders[doc] = windowOrders ?? 0;
      this.#windowFen[doc] = windowFen ?? 0;
      this.#windowLastDays[doc] = lastDay ?? 0;
      if (firstDay !== null) this.firstDays[doc] = firstDay;
      this.yearOrders[doc] = yearOrders ?? 0;
      this.yearBeforeFen[doc] = yearBefore ?? 0;
    }
  }

  /** Sales are less returns, not below 0 (domain §4). */
  takeBack(doc: number, yearFen: number, windowFen: number, yearBeforeFen: number): void {
    const less = (column: Float64Array, fen: number) => {
      column[doc] = Math.max(0, (column[doc] ?? 0) - fen);
    };
    less(this.yearFen, yearFen);
    less(this.#windowFen, windowFen);
    less(this.yearBeforeFen, yearBeforeFen);
  }

  windowOf(docs: readonly number[]): SalesInWindow {
    return {
      orders: Int32Array.from(docs, (doc) => this.#windowOrders[doc] ?? 0),
      salesFen: Float64Array.from(docs, (doc) => this.#windowFen[doc] ?? 0),
      lastDays: Int32Array.from(docs, (doc) => this.#windowLastDays[doc] ?? 0),
    };
  }
}

function scoredOf(
  { sqlite }: ReadDb,
  columns: SalesColumns,
  docs: readonly number[],
  ids: readonly Id[],
  { grades, loyalties }: JudgedFacts,
): ScoredFacts {
  const needs = new Map(tuplesOf<readonly [doc: number, needFen: number]>(sqlite, needsSql).all());
  return {
    ordersInYear: Int32Array.from(docs, (doc) => columns.yearOrders[doc] ?? 0),
    salesYearBeforeFen: Float64Array.from(docs, (doc) => columns.yearBeforeFen[doc] ?? 0),
    firstDays: Float64Array.from(docs, (doc) => columns.firstDays[doc] ?? Number.NaN),
    yearlyNeedFen: Float64Array.from(docs, (doc) => needs.get(doc) ?? Number.NaN),
    grades: ids.map((id) => grades.get(id) ?? 'unknown'),
    loyalty: Float64Array.from(ids, (id) => loyalties.get(id) ?? Number.NaN),
  };
}
