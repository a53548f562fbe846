import { addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { dayReader } from '../../../src-shared/core/day-reader.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import type { PaymentGrade } from '../../../src-shared/payments/payment-record.ts';
import type { CustomerSales } from '../../../src-shared/tiers/methods/customer-sales.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';
import { type OrderSums, orderSums, type ReturnSums, returnSums, type SalesSpans } from './sales-sums.ts';

/** A customer with what the methods know of it, and the tier it has now. */
export interface SegmentedCustomer extends CustomerSales {
  readonly tierId: Id | null;
}

export interface SegmentationOrder {
  readonly asOf: CalendarDate;
  readonly timeZone: string;
  /** Window of RFM in months; null: all history. */
  readonly rfmMonths: number | null;
  /** Grades as of the day, where a method asks for them; a customer without one is unknown. */
  readonly grades: ReadonlyMap<Id, PaymentGrade>;
  /** 0–100, where a method gives loyalty a weight. */
  readonly loyalties: ReadonlyMap<Id, number>;
}

type CustomerTuple = readonly [
  id: Id,
  createdAt: Instant,
  tierId: Id | null,
  pinnedReason: string | null,
  yearlyNeedFen: number | null,
];

const customersSql = `
  SELECT customer.id, customer.created_at, customer.tier_id, customer.tier_pinned_reason, assessment.yearly_need_fen
  FROM customers AS customer
  LEFT JOIN customer_assessments AS assessment
    ON assessment.customer_id = customer.id AND assessment.deleted_at IS NULL
  WHERE customer.deleted_at IS NULL
  GROUP BY customer.id`;

/**
 * What the methods of domain §4 know of every live customer as of a day, worked out from facts. A customer made later
 * than that day is left out. The tier, pin and yearly need are those of now.
 */
export function customerSales(db: ReadDb, order: SegmentationOrder): readonly SegmentedCustomer[] {
  // One read transaction: an order saved in between would be in one sum and missing from the other.
  return db.sqlite.transaction(() => read(db, order))();
}

function read(db: ReadDb, { asOf, timeZone, rfmMonths, grades, loyalties }: SegmentationOrder) {
  const spans: SalesSpans = {
    asOf,
    yearStart: addMonths(asOf, -12),
    yearBeforeStart: addMonths(asOf, -24),
    rfmStart: rfmMonths === null ? null : addMonths(asOf, -rfmMonths),
  };
  const orders = new Map<Id, OrderSums>();
  for (const sums of orderSums(db, spans)) orders.set(sums[0], sums);
  const returns = new Map(returnSums(db, spans).map((sums) => [sums[0], sums]));
  const dayOf = dayReader(timeZone);
  const found: SegmentedCustomer[] = [];
  for (const [id, createdAt, tierId, pinnedReason, need] of tuplesOf<CustomerTuple>(
    db.sqlite,
    customersSql,
  ).iterate()) {
    const createdOn = dayOf(createdAt);
    const sums = orders.get(id);
    // Orders can be older than the customer's row: an import brings years of them.
    if (createdOn > asOf && !sums) continue;
    found.push({
      customerId: id,
      createdOn,
      tierId,
      pinnedReason,
      yearlyNeedFen: need === null ? null : fen(need),
      grade: grades.get(id) ?? 'unknown',
      loyalty: loyalties.get(id) ?? null,
      ...salesOf(sums, returns.get(id)),
    });
  }
  return found;
}

type Sales = Pick<
  CustomerSales,
  'orders' | 'firstOrderOn' | 'ordersInYear' | 'salesFen' | 'salesYearBeforeFen' | 'rfm'
>;

const noSales: Sales = {
  orders: 0,
  firstOrderOn: null,
  ordersInYear: 0,
  salesFen: fen(0),
  salesYearBeforeFen: fen(0),
  rfm: null,
};

/** Sales are less returns, not below 0 (domain §4). */
function salesOf(sums: OrderSums | undefined, returned: ReturnSums | undefined): Sales {
  if (!sums) return noSales;
  const [, orders, firstOrderOn, ordersInYear, yearFen, yearBeforeFen, rfmOrders, rfmFen, lastOrderOn] = sums;
  const [, yearBack = 0, yearBeforeBack = 0, rfmBack = 0] = returned ?? [];
  const less = (sales: number, back: number) => fen(Math.max(0, sales - back));
  return {
    orders,
    firstOrderOn,
    ordersInYear,
    salesFen: less(yearFen, yearBack),
    salesYearBeforeFen: less(yearBeforeFen, yearBeforeBack),
    rfm: lastOrderOn === null ? null : { orders: rfmOrders, salesFen: less(rfmFen, rfmBack), lastOrderOn },
  };
}
