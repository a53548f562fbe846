import { addDays, addMonths, type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { dayNumberReader, dayReader } from '../../../src-shared/core/day-reader.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Instant } from '../../../src-shared/core/instant.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { movementFrom } from '../../../src-shared/measures/customer-activity.ts';
import { type LadderCustomer, profitOf } from '../../../src-shared/measures/ladder.ts';
import type { LadderFilter } from '../../../src-shared/measures/measures-contract.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';
import { tiersOn } from './tiers-on.ts';

export interface LadderOrder {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly timeZone: string;
  readonly filter: LadderFilter;
}

type CustomerTuple = readonly [id: Id, doc: number, createdAt: Instant];
type OrderTuple = readonly [
  doc: number,
  firstDay: number,
  lastDay: number,
  wasActive: 0 | 1,
  salesFen: number,
  goodsCostFen: number,
  withoutCostFen: number,
];
type SumTuple = readonly [customerId: Id, kind: string, sum: number, goodsCostFen: number, withoutCostFen: number];

/* The period's sales are of orders not void by its end. */
const ordersSql = `
  SELECT doc, min(issued_day), max(issued_day), max(issued_day > :beforeStart AND issued_day <= :eve),
    sum(iif(issued_day > :eve, sales_fen, 0)), sum(iif(issued_day > :eve, cost_fen, 0)),
    sum(iif(issued_day > :eve, uncosted_fen, 0))
  FROM order_sums INDEXED BY order_sums_customer
  WHERE issued_day <= :to AND (voided_day IS NULL OR voided_day > :to)
  GROUP BY doc`;
/* Voided within the period: they still made a customer active on the day before it. */
const voidedSql = `
  SELECT DISTINCT doc FROM order_sums
  WHERE voided_day > :eve AND voided_day <= :to AND issued_day > :beforeStart AND issued_day <= :eve`;

/* What a return line's goods cost, in fen: 1/10,000 yuan × 1/1,000 units are 10⁻⁷ yuan. Half away from zero, once per line. */
const goodsCost = 'ifnull(cast(round(cost_e4 * quantity_e3 / 100000.0) AS INTEGER), 0)';
const withoutCost = 'iif(cost_e4 IS NULL, amount_fen, 0)';
/* Goods that came back take their cost back with them; what was given up is a cost. */
const sourcesSql = `
  SELECT source.customer_id, source.kind, sum(source.amount_fen),
    sum(ifnull((SELECT sum(${goodsCost}) FROM return_lines WHERE source_id = source.id), 0)),
    sum(ifnull((SELECT sum(${withoutCost}) FROM return_lines WHERE source_id = source.id), 0))
  FROM settlement_sources AS source
  WHERE source.kind IN ('return', 'write_off') AND source.on_day >= :from AND source.on_day <= :to
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
  const days = { to: dayNumber(to), eve: dayNumber(eve), beforeStart: dayNumber(addMonths(eve, -12)) };
  const afterStart = dayNumber(addMonths(to, -12));
  const orders = new Map(
    tuplesOf<OrderTuple>(sqlite, ordersSql)
      .all(days)
      .map((row) => [row[0], row]),
  );
  const voided = new Set(valuesOf<number>(sqlite, voidedSql).all(days));
  const sums = new Map<string, SumTuple>();
  for (const sql of [sourcesSql, costsSql])
    for (const row of tuplesOf<SumTuple>(sqlite, sql).all(period)) sums.set(`${row[0]} ${row[1]}`, row);
  const [before, after] = [tiersOn(db, eve), tiersOn(db, to)];
  const dayOf = dayReader(timeZone);
  const dayAt = dayNumberReader();
  const { sql, values } = customersSql(filter);
  const found: LadderCustomer[] = [];
  for (const [customerId, doc, createdAt] of tuplesOf<CustomerTuple>(sqlite, sql).all(...values)) {
    const sold = orders.get(doc);
    if (!sold && dayOf(createdAt) > to) continue;
    const [, firstDay = null, lastDay = null, wasActive = 0] = sold ?? [];
    const activity = {
      firstOn: firstDay === null ? null : dayAt(firstDay),
      isActiveBefore: wasActive === 1 || voided.has(doc),
      isActiveAfter: lastDay !== null && lastDay > afterStart,
    };
    found.push({
      customerId,
      tierBefore: before.get(customerId) ?? null,
      tierAfter: after.get(customerId) ?? null,
      movement: movementFrom(activity, from),
      isActiveBefore: activity.isActiveBefore,
      isActiveAfter: activity.isActiveAfter,
      lastOrderOn: lastDay === null ? null : dayAt(lastDay),
      profit: profitFrom(sold, (kind) => sums.get(`${customerId} ${kind}`)),
    });
  }
  return found;
}

/** Sales of a period less what came back in it; not held at 0: a period of returns is a loss. */
function profitFrom(sold: OrderTuple | undefined, sumOf: (kind: string) => SumTuple | undefined) {
  const [, , , , salesFen = 0, goodsCostFen = 0, withoutCostFen = 0] = sold ?? [];
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
  const conditions = ['customer.deleted_at IS NULL'];
  const values: string[] = [];
  const within = (column: string, wanted: readonly string[] | undefined) => {
    if (!wanted) return;
    conditions.push(`${column} IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(wanted));
  };
  within("ifnull(customer.owner_id, 'none')", ownerIds);
  within('customer.province', provinces);
  within('customer.city', cities);
  within('customer.district', districts);
  within('customer.industry', industries);
  within('customer.source', sources);
  const sql = `
    SELECT customer.id, listed.doc, customer.created_at
    FROM customers AS customer JOIN customer_list AS listed ON listed.customer_id = customer.id
    WHERE ${conditions.join(' AND ')}`;
  return { sql, values };
}
