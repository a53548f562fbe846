import { addDays, addMonths, type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { dayReader } from '../../../src-shared/core/day-reader.ts';
import { fillColumn } from '../../../src-shared/core/fill-column.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Instant, instantAt } from '../../../src-shared/core/instant.ts';
import type { CustomerSales, ScoredFacts } from '../../../src-shared/tiers/methods/customer-sales.ts';
import { newCustomerDays } from '../../../src-shared/tiers/methods/propose-tiers.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';
import type { JudgedFacts } from './judged-facts.ts';
import { type OrderSums, orderSums, type ReturnSums, returnSums, type SalesSpans } from './sales-sums.ts';

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

type ListedTuple = readonly [doc: number, id: Id, tierId: Id | null];

/* Along the table itself: an index that says who is live would look up each row. */
const listedSql = 'SELECT doc, customer_id, tier_id FROM customer_list WHERE +is_live = 1 ORDER BY doc';
const youngSql = 'SELECT doc, created_at FROM customer_list WHERE is_live = 1 AND created_at >= ?';
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
  const sums = byDoc(orderSums(db, spans));
  const returns = byDoc(returnSums(db, spans));
  const young = youngCustomers(db, asOf, timeZone);
  const pinned = new Set(valuesOf<number>(sqlite, pinnedSql).all());
  const today = dayNumber(asOf);
  // Orders can be older than the customer's row: an import brings years of them.
  const isThere = (doc: number) => sums[doc] !== undefined || (young.get(doc) ?? 0) <= today;
  const all = tuplesOf<ListedTuple>(sqlite, listedSql).all();
  const listed = young.size === 0 ? all : all.filter(([doc]) => isThere(doc));
  const docs = fillColumn(new Int32Array(listed.length), (place) => listed[place]?.[0] ?? 0);
  const counts = (of: (sum: OrderSums) => number | null) =>
    fillColumn(new Int32Array(docs.length), (place) => {
      const sum = sums[docs[place] ?? 0];
      return sum ? (of(sum) ?? 0) : 0;
    });
  /** Sales are less returns, not below 0 (domain §4). */
  const amounts = (of: (sum: OrderSums) => number | null, back: (sum: ReturnSums) => number) =>
    fillColumn(new Float64Array(docs.length), (place) => {
      const doc = docs[place] ?? 0;
      const [sum, returned] = [sums[doc], returns[doc]];
      const sold = sum ? (of(sum) ?? 0) : 0;
      return returned ? Math.max(0, sold - back(returned)) : sold;
    });
  const customerIds = listed.map(([, id]) => id);
  return {
    customerIds,
    tierIds: listed.map(([, , tierId]) => tierId),
    pinned: fillColumn(new Uint8Array(docs.length), (place) => (pinned.has(docs[place] ?? 0) ? 1 : 0)),
    createdDays: fillColumn(new Int32Array(docs.length), (place) => young.get(docs[place] ?? 0) ?? 0),
    orders: counts(([, orders]) => orders),
    salesFen: amounts(
      ([, , yearFen]) => yearFen,
      ([, yearFen]) => yearFen,
    ),
    window:
      rfmMonths === null
        ? null
        : {
            orders: counts((sum) => sum[3]),
            salesFen: amounts(
              (sum) => sum[4],
              (back) => back[2],
            ),
            lastDays: counts((sum) => sum[5]),
          },
    scored: judged && {
      ordersInYear: counts((sum) => sum[7]),
      salesYearBeforeFen: amounts(
        (sum) => sum[8],
        (back) => back[3],
      ),
      firstDays: fillColumn(new Float64Array(docs.length), (place) => sums[docs[place] ?? 0]?.[6] ?? Number.NaN),
      ...judgedColumns(db, docs, customerIds, judged),
    },
  };
}

/** In a list without holes to look for: docs are handed out one after the other. */
function byDoc<Sums extends readonly [doc: number, ...unknown[]]>(
  rows: readonly Sums[],
): readonly (Sums | undefined)[] {
  const found: (Sums | undefined)[] = [];
  for (const row of rows) {
    while (found.length < row[0]) found.push(undefined);
    found[row[0]] = row;
  }
  return found;
}

/** The days on which customers were made, of those who may still be new, or not there yet, on that day. */
function youngCustomers({ sqlite }: ReadDb, asOf: CalendarDate, timeZone: string): ReadonlyMap<number, number> {
  const dayOf = dayReader(timeZone);
  const oldest = instantAt(addDays(asOf, -newCustomerDays), '00:00', timeZone);
  const rows = tuplesOf<readonly [doc: number, createdAt: Instant]>(sqlite, youngSql).all(oldest);
  return new Map(rows.map(([doc, createdAt]) => [doc, dayNumber(dayOf(createdAt))]));
}

function judgedColumns(
  { sqlite }: ReadDb,
  docs: Int32Array,
  ids: readonly Id[],
  { grades, loyalties }: JudgedFacts,
): Pick<ScoredFacts, 'yearlyNeedFen' | 'grades' | 'loyalty'> {
  const needs = new Map(tuplesOf<readonly [doc: number, needFen: number]>(sqlite, needsSql).all());
  return {
    yearlyNeedFen: fillColumn(new Float64Array(docs.length), (place) => needs.get(docs[place] ?? 0) ?? Number.NaN),
    grades: ids.map((id) => grades.get(id) ?? 'unknown'),
    loyalty: fillColumn(new Float64Array(docs.length), (place) => loyalties.get(ids[place] ?? '') ?? Number.NaN),
  };
}
