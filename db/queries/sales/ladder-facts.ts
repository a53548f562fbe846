import { addDays, addMonths, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { dayReader } from '../../../src-shared/core/day-reader.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { movementFrom } from '../../../src-shared/measures/customer-activity.ts';
import { type LadderCustomer, profitOf } from '../../../src-shared/measures/ladder.ts';
import type { LadderFilter } from '../../../src-shared/measures/measures-contract.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';
import { tiersOn } from './tiers-on.ts';

export interface LadderOrder {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly timeZone: string;
  readonly filter: LadderFilter;
}

type CustomerTuple = readonly [id: Id, createdAt: Instant];
type OrderTuple = readonly [
  customerId: Id,
  firstOn: CalendarDate | null,
  lastOn: CalendarDate | null,
  isActiveBefore: 0 | 1,
  isActiveAfter: 0 | 1,
  salesFen: number,
  goodsCostFen: number,
  withoutCostFen: number,
];
type SumTuple = readonly [customerId: Id, kind: string, sum: number, goodsCostFen: number, withoutCostFen: number];

/* What a line's goods cost, in fen: 1/10,000 yuan × 1/1,000 units are 10⁻⁷ yuan. Half away from zero, once per line. */
const goodsCost = 'ifnull(cast(round(cost_e4 * quantity_e3 / 100000.0) AS INTEGER), 0)';
const withoutCost = 'iif(cost_e4 IS NULL, amount_fen, 0)';

/* Activity as of a day counts what was not void by then; the period's sales what was not void by its end. */
const ordersSql = `
  SELECT customer_id,
    min(iif(alive_after, issued_on, NULL)), max(iif(alive_after, issued_on, NULL)),
    max(issued_on > :beforeStart AND issued_on <= :eve AND (voided_on IS NULL OR voided_on > :eve)),
    max(alive_after AND issued_on > :afterStart),
    sum(iif(alive_after AND issued_on >= :from, fen, 0)),
    sum(iif(alive_after AND issued_on >= :from, cost, 0)),
    sum(iif(alive_after AND issued_on >= :from, unknown, 0))
  FROM (
    SELECT sale.customer_id, sale.issued_on, sale.voided_on,
      (sale.voided_on IS NULL OR sale.voided_on > :to) AS alive_after,
      sum(line.amount_fen) AS fen, sum(${goodsCost}) AS cost, sum(${withoutCost}) AS unknown
    FROM sales_orders AS sale
    LEFT JOIN sales_order_lines AS line ON line.order_id = sale.id AND line.deleted_at IS NULL
    WHERE sale.issued_on <= :to AND sale.deleted_at IS NULL
    GROUP BY sale.id)
  GROUP BY customer_id`;

/* Goods that came back take their cost back with them; what was given up is a cost. */
const sourcesSql = `
  SELECT source.customer_id, source.kind, sum(source.amount_fen),
    sum(ifnull((SELECT sum(${goodsCost}) FROM return_lines WHERE source_id = source.id), 0)),
    sum(ifnull((SELECT sum(${withoutCost}) FROM return_lines WHERE source_id = source.id), 0))
  FROM settlement_sources AS source
  WHERE source.kind <> 'payment' AND source.on_day >= :from AND source.on_day <= :to
    AND (source.voided_on IS NULL OR source.voided_on > :to) AND source.deleted_at IS NULL
  GROUP BY source.customer_id, source.kind`;

const costsSql = `
  SELECT customer_id, kind, sum(amount_fen), 0, 0 FROM service_costs
  WHERE on_day >= :from AND on_day <= :to AND deleted_at IS NULL
  GROUP BY customer_id, kind`;

/** Every customer of the filter over a period (domain §5), from facts. Owner, region, industry and source are those of now. */
export function ladderCustomers(db: ReadDb, order: LadderOrder): readonly LadderCustomer[] {
  // One read transaction: an order saved in between would be in one sum and missing from the other.
  return db.sqlite.transaction(() => read(db, order))();
}

function read(db: ReadDb, { from, to, timeZone, filter }: LadderOrder): readonly LadderCustomer[] {
  const { sqlite } = db;
  const eve = addDays(from, -1);
  const period = { from, to };
  const days = { ...period, eve, beforeStart: addMonths(eve, -12), afterStart: addMonths(to, -12) };
  const orders = new Map<Id, OrderTuple>();
  for (const row of tuplesOf<OrderTuple>(sqlite, ordersSql).iterate(days)) orders.set(row[0], row);
  const sums = new Map<string, SumTuple>();
  for (const sql of [sourcesSql, costsSql])
    for (const row of tuplesOf<SumTuple>(sqlite, sql).iterate(period)) sums.set(`${row[0]} ${row[1]}`, row);
  const [before, after] = [tiersOn(db, eve), tiersOn(db, to)];
  const dayOf = dayReader(timeZone);
  const { sql, values } = customersSql(filter);
  const found: LadderCustomer[] = [];
  for (const [customerId, createdAt] of tuplesOf<CustomerTuple>(sqlite, sql).iterate(...values)) {
    const sold = orders.get(customerId);
    const [, firstOn = null, lastOrderOn = null, wasActive = 0, isActive = 0] = sold ?? [];
    if (dayOf(createdAt) > to && firstOn === null) continue;
    const activity = { firstOn, isActiveBefore: wasActive === 1, isActiveAfter: isActive === 1 };
    found.push({
      customerId,
      tierBefore: before.get(customerId) ?? null,
      tierAfter: after.get(customerId) ?? null,
      movement: movementFrom(activity, from),
      isActiveBefore: activity.isActiveBefore,
      isActiveAfter: activity.isActiveAfter,
      lastOrderOn,
      profit: profitFrom(sold, (kind) => sums.get(`${customerId} ${kind}`)),
    });
  }
  return found;
}

/** Sales of a period less what came back in it; not held at 0: a period of returns is a loss. */
function profitFrom(sold: OrderTuple | undefined, sumOf: (kind: string) => SumTuple | undefined) {
  const [, , , , , salesFen = 0, goodsCostFen = 0, withoutCostFen = 0] = sold ?? [];
  const [, , backFen = 0, backCostFen = 0, backWithoutCostFen = 0] = sumOf('return') ?? [];
  return profitOf({
    salesFen: fen(salesFen - backFen),
    goodsCostFen: fen(goodsCostFen - backCostFen),
    salesWithoutCostFen: fen(withoutCostFen - backWithoutCostFen),
    concessionFen: fen(sumOf('concession')?.[2] ?? 0),
    serviceFen: fen(sumOf('service')?.[2] ?? 0),
    writeOffFen: fen(sumOf('write_off')?.[2] ?? 0),
  });
}

function customersSql({ ownerIds, provinces, cities, districts, industries, sources }: LadderFilter) {
  const conditions = ['deleted_at IS NULL'];
  const values: string[] = [];
  const within = (column: string, wanted: readonly string[] | undefined) => {
    if (!wanted) return;
    conditions.push(`${column} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(wanted));
  };
  within("ifnull(owner_id, 'none')", ownerIds);
  within('province', provinces);
  within('city', cities);
  within('district', districts);
  within('industry', industries);
  within('source', sources);
  return { sql: `SELECT id, created_at FROM customers WHERE ${conditions.join(' AND ')}`, values };
}
