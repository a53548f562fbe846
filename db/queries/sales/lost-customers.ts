import { addMonths, type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { dayNumberReader } from '../../../src-shared/core/day-reader.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type MoneyReader, mayReadMoneyOf } from '../../../src-shared/customers/money-reach.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, tuplesOf, valuesOf } from '../../prepared.ts';

export interface LostOrder {
  readonly today: CalendarDate;
  /** Only his customers and nobody's; null: all. */
  readonly ownerId: Id | null;
  readonly reader: MoneyReader;
  readonly limit: number;
}

interface LostHead {
  readonly customerId: Id;
  readonly customerName: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
  readonly phone: string | null;
  readonly lastOrderOn: CalendarDate;
}

export interface LostCustomer extends LostHead {
  /** Best 12 months; null: not for this reader. */
  readonly bestYearFen: number | null;
  readonly rivals: readonly string[];
}

const isOn = '(sale.voided_day IS NULL OR sale.voided_day > :todayDay)';

const lostSql = `
  SELECT l.customer_id AS customerId, customer.name AS customerName, l.tier_id AS tierId, l.owner_id AS ownerId, l.phone,
    l.doc, max(sale.issued_day) AS lastDay
  FROM customer_list AS l
  CROSS JOIN customers AS customer ON customer.id = l.customer_id
  CROSS JOIN order_sums AS sale INDEXED BY order_sums_customer ON sale.doc = l.doc
  WHERE l.is_live = 1 AND (:ownerId IS NULL OR l.owner_id IS NULL OR l.owner_id = :ownerId)
    AND sale.issued_day <= :todayDay AND ${isOn}
  GROUP BY l.doc HAVING max(sale.issued_day) <= :yearStartDay`;

type LostRow = Omit<LostHead, 'lastOrderOn'> & { readonly doc: number; readonly lastDay: number };
type SaleTuple = readonly [day: number, amountFen: number];
type Sale = readonly [on: CalendarDate, amountFen: number];

const salesSql = `
  SELECT sale.issued_day, sale.sales_fen FROM order_sums AS sale INDEXED BY order_sums_customer
  WHERE sale.doc = :doc AND sale.issued_day <= :todayDay AND ${isOn} ORDER BY sale.issued_day`;
const returnsSql = `
  SELECT on_day, -amount_fen FROM settlement_sources
  WHERE customer_id = :id AND kind = 'return' AND on_day <= :today AND (voided_on IS NULL OR voided_on > :today)
    AND deleted_at IS NULL`;

const rivalsSql = `
  SELECT rival FROM rival_notes WHERE customer_id = +? AND deleted_at IS NULL
  GROUP BY rival ORDER BY max(noted_on) DESC, rival`;

/**
 * Customers that ordered once and not in the 12 months up to today (domain §5), with their best 12 months, most first.
 * Whose money is not the reader's to see stands behind, the latest order first: its place must not tell the amount.
 */
export function lostCustomers(
  { sqlite }: ReadDb,
  { today, ownerId, reader, limit }: LostOrder,
): { readonly customers: readonly LostCustomer[]; readonly total: number } {
  const days = { todayDay: dayNumber(today), yearStartDay: dayNumber(addMonths(today, -12)) };
  const lost = rowsOf<LostRow>(sqlite, lostSql)
    .all({ ...days, ownerId })
    .map(({ doc, lastDay, ...head }) => ({
      ...head,
      lastOrderOn: dayAt(lastDay),
      bestYearFen: mayReadMoneyOf(reader, head.ownerId)
        ? bestYear(salesOf(sqlite, { doc, customerId: head.customerId, today }))
        : null,
    }))
    .sort(
      (a, b) =>
        (b.bestYearFen ?? -1) - (a.bestYearFen ?? -1) ||
        (a.lastOrderOn === b.lastOrderOn ? 0 : a.lastOrderOn < b.lastOrderOn ? 1 : -1) ||
        (a.customerId < b.customerId ? -1 : 1),
    );
  const customers = lost
    .slice(0, limit)
    .map((head) => ({ ...head, rivals: valuesOf<string>(sqlite, rivalsSql).all(head.customerId) }));
  return { customers, total: lost.length };
}

/** Kept: the orders of all customers lie on a few thousand days. */
const dayAt = dayNumberReader();

interface WhoseSales {
  readonly doc: number;
  readonly customerId: Id;
  readonly today: CalendarDate;
}

/** By day, returns below 0. */
function salesOf(sqlite: ReadDb['sqlite'], { doc, customerId, today }: WhoseSales): readonly Sale[] {
  const orders = tuplesOf<SaleTuple>(sqlite, salesSql).all({ doc, todayDay: dayNumber(today) });
  const returns = tuplesOf<Sale>(sqlite, returnsSql).all({ id: customerId, today });
  const sales = orders.map(([day, amountFen]): Sale => [dayAt(day), amountFen]);
  return returns.length === 0 ? sales : [...sales, ...returns].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The most that 12 months up to any day came to, not below 0; `sales` by day, returns below 0. */
export function bestYear(sales: readonly Sale[]): number {
  let best = 0;
  let sum = 0;
  let first = 0;
  for (const [at, [on, amountFen]] of sales.entries()) {
    sum += amountFen;
    const start = addMonths(on, -12);
    for (let oldest = sales[first]; oldest !== undefined && oldest[0] <= start; oldest = sales[first]) {
      sum -= oldest[1];
      first += 1;
    }
    // The day ends with its last row.
    if (sales[at + 1]?.[0] !== on) best = Math.max(best, sum);
  }
  return best;
}
