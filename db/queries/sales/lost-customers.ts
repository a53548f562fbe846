import { addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
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

const counts = (table: string) =>
  `(${table}.voided_on IS NULL OR ${table}.voided_on > :today) AND ${table}.deleted_at IS NULL`;

const lostSql = `
  SELECT l.customer_id AS customerId, customer.name AS customerName, l.tier_id AS tierId, l.owner_id AS ownerId, l.phone,
    max(sale.issued_on) AS lastOrderOn
  FROM customer_list AS l
  CROSS JOIN customers AS customer ON customer.id = l.customer_id
  CROSS JOIN sales_orders AS sale ON sale.customer_id = l.customer_id
  WHERE l.is_live = 1 AND (:ownerId IS NULL OR l.owner_id IS NULL OR l.owner_id = :ownerId)
    AND sale.issued_on <= :today AND ${counts('sale')}
  GROUP BY l.customer_id HAVING max(sale.issued_on) <= :yearStart`;

type SaleTuple = readonly [on: CalendarDate, amountFen: number];

const salesSql = `
  SELECT sale.issued_on, ifnull((SELECT sum(line.amount_fen) FROM sales_order_lines AS line
    WHERE line.order_id = sale.id AND line.deleted_at IS NULL), 0)
  FROM sales_orders AS sale
  WHERE sale.customer_id = :id AND sale.issued_on <= :today AND ${counts('sale')}
  UNION ALL
  SELECT source.on_day, -source.amount_fen FROM settlement_sources AS source
  WHERE source.customer_id = :id AND source.kind = 'return' AND source.on_day <= :today AND ${counts('source')}
  ORDER BY 1`;

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
  const lost = rowsOf<LostHead>(sqlite, lostSql)
    .all({ today, ownerId, yearStart: addMonths(today, -12) })
    .map((head) => ({
      ...head,
      bestYearFen: mayReadMoneyOf(reader, head.ownerId)
        ? bestYear(tuplesOf<SaleTuple>(sqlite, salesSql).all({ id: head.customerId, today }))
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

/** The most that 12 months up to any day came to, not below 0; `sales` by day, returns below 0. */
export function bestYear(sales: readonly SaleTuple[]): number {
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
