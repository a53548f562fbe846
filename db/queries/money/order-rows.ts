import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Fen, fen } from '../../../src-shared/core/money.ts';
import type { OrderRow } from '../../../src-shared/orders/order.ts';
import { orderSettlement } from '../../../src-shared/orders/order-settlement.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';
import { docsOfPage } from '../customer-docs.ts';
import type { BookDay } from '../customer-filter.ts';
import { compileView } from '../customer-view.ts';
import { rowsOfFewCustomers } from './few-customers.ts';
import { instalmentsOfOrders } from './order-instalments.ts';

export interface OrderListQuery {
  readonly customerId: Id | null;
  readonly search: string;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly withVoid: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Orders of customers who are this person's or nobody's; null: of all. */
  readonly reachOf: Id | null;
}

export interface OrderList {
  readonly orders: readonly OrderRow[];
  /** Counted up to `countLimit`. */
  readonly total: number;
  readonly isCapped: boolean;
  /** Σ of the list without the void ones; null: there are more than are counted. */
  readonly amountFen: Fen | null;
}

/** As many are counted, added up and paged through while somebody waits; beyond, the list is narrowed by days or search. */
export const countLimit = 1_000;
/** How many customers a search may bring their orders in by, the best hits first. */
const customerLimit = 200;
/** Among how many orders, the ones entered last, a number is found by any part of it. */
const recentOrders = 5_000;

type Bound = string | number | null;
interface Condition {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/**
 * One page of orders, the latest day first, then the one entered last. Orders of customers in the bin are hidden with them.
 * Search: the beginning of an order number, any part of a number or contract number among the orders entered last, or the
 * customer (domain §9).
 */
export function listOrders(db: ReadDb, query: OrderListQuery, day: BookDay): OrderList {
  const { where, values } = conditionOf(db, query, day);
  // CROSS JOIN: in the order of days the first are found at once; by customers everything would be sorted first.
  const inOrder = `SELECT o.rowid FROM sales_orders o CROSS JOIN customers c INDEXED BY customers_reach
    ON c.id = o.customer_id WHERE ${where} ORDER BY o.issued_on DESC, o.rowid DESC LIMIT ?`;
  const first = (atMost: number) => valuesOf<number>(db.sqlite, inOrder).all(...values, atMost);
  const shown = Math.min(query.offset + query.limit, countLimit);
  const isMany = isOfManyCustomers(db, query) && hasMoreThanCounted(db, where, values);
  // Else gone through once: page, count and sum are made of the same rows. Nobody is offered a page beyond what is counted.
  const hits = first(isMany ? shown : countLimit + 1);
  const isCapped = isMany || hits.length > countLimit;
  return {
    orders: orderRows(db, idsOf(db, hits.slice(query.offset, shown)), day.today),
    total: isCapped ? countLimit : hits.length,
    isCapped,
    amountFen: isCapped ? null : sumOf(db, hits),
  };
}

/** All orders of one of several salespeople: in the order of days most of those passed are other people's. */
function isOfManyCustomers(db: ReadDb, { customerId, search, from, to, reachOf }: OrderListQuery): boolean {
  const isOpen = customerId === null && from === null && to === null && search.trim() === '';
  return isOpen && reachOf !== null && rowsOfFewCustomers(db, 'sales_orders', reachOf) === null;
}

/** In whatever order it takes least: customer by customer. */
function hasMoreThanCounted(db: ReadDb, where: string, values: readonly Bound[]): boolean {
  const sql = `SELECT count(*) FROM (SELECT 1 FROM customers c CROSS JOIN sales_orders o ON o.customer_id = c.id
    WHERE ${where} LIMIT ${countLimit + 1})`;
  return (valuesOf<number>(db.sqlite, sql).get(...values) ?? 0) > countLimit;
}

function idsOf(db: ReadDb, rowids: readonly number[]): readonly Id[] {
  const sql = `SELECT o.id FROM json_each(?) AS wanted CROSS JOIN sales_orders o ON o.rowid = wanted.value
    ORDER BY wanted.key`;
  return valuesOf<Id>(db.sqlite, sql).all(JSON.stringify(rowids));
}

function sumOf(db: ReadDb, rowids: readonly number[]): Fen {
  const sql = `SELECT coalesce(sum(l.amount_fen), 0) FROM json_each(?) AS hit
    CROSS JOIN sales_orders o ON o.rowid = hit.value AND o.voided_on IS NULL
    CROSS JOIN sales_order_lines l ON l.order_id = o.id AND l.deleted_at IS NULL`;
  return fen(valuesOf<number>(db.sqlite, sql).get(JSON.stringify(rowids)) ?? 0);
}

function conditionOf(db: ReadDb, query: OrderListQuery, day: BookDay) {
  const { customerId, from, to, withVoid, reachOf } = query;
  const conditions: (Condition | false)[] = [
    { sql: 'o.deleted_at IS NULL AND c.deleted_at IS NULL', values: [] },
    customerId !== null && { sql: 'o.customer_id = +?', values: [customerId] },
    from !== null && { sql: 'o.issued_on >= +?', values: [from] },
    to !== null && { sql: 'o.issued_on <= +?', values: [to] },
    !withVoid && { sql: 'o.voided_on IS NULL', values: [] },
    reachOf !== null && { sql: '(c.owner_id IS NULL OR c.owner_id = ?)', values: [reachOf] },
    customerId === null && reachOf !== null && ofFewCustomers(db, reachOf),
    searched(db, query, day),
  ];
  const used = conditions.filter((each) => each !== false);
  return { where: used.map(({ sql }) => sql).join(' AND '), values: used.flatMap((each) => each.values) };
}

function ofFewCustomers(db: ReadDb, reachOf: Id): Condition | false {
  const own = rowsOfFewCustomers(db, 'sales_orders', reachOf);
  return own !== null && { sql: `o.rowid IN (${own})`, values: [reachOf] };
}

function searched(db: ReadDb, query: OrderListQuery, day: BookDay): Condition | false {
  const typed = query.search.normalize('NFKC').trim();
  if (typed === '') return false;
  const upper = typed.toUpperCase();
  const part = '(instr(upper(order_no), ?) > 0 OR instr(upper(contract_no), ?) > 0)';
  // All orders of one customer are few.
  if (query.customerId !== null) return { sql: part, values: [upper, upper] };
  const recent = `SELECT rowid FROM sales_orders
    WHERE rowid > (SELECT max(rowid) FROM sales_orders) - ${recentOrders} AND ${part}`;
  const ways: readonly Condition[] = [
    ...numberStarts(typed).map(startingWith),
    { sql: recent, values: [upper, upper] },
    ofCustomersFound(db, typed, query, day),
  ];
  return {
    sql: `o.rowid IN (${ways.map(({ sql }) => sql).join(' UNION ALL ')})`,
    values: ways.flatMap((way) => way.values),
  };
}

/** `260917` is the day of a number that the app gave. */
function numberStarts(typed: string): readonly string[] {
  return [...new Set([typed, typed.toUpperCase(), ...(/^\d/.test(typed) ? [`XS${typed}`] : [])])];
}

/** The highest numbers, which are the latest days where the app gave them. */
function startingWith(start: string): Condition {
  const sql = `SELECT rowid FROM (SELECT rowid FROM sales_orders WHERE order_no >= ? AND order_no < ?
    ORDER BY order_no DESC LIMIT ${countLimit + 1})`;
  return { sql, values: [start, `${start}\u{10FFFF}`] };
}

/** The latest orders of the customers that are found. */
function ofCustomersFound(db: ReadDb, typed: string, { from, to, reachOf }: OrderListQuery, day: BookDay): Condition {
  const filter = reachOf === null ? {} : { ownerIds: [reachOf, 'none' as const] };
  const view = compileView({ search: typed, filter, sort: null }, day);
  // Punctuation alone finds no customer; without a search the view would show them all.
  const docs = view.search ? docsOfPage(db, view, { offset: 0, limit: customerLimit }) : [];
  const sql = `SELECT rowid FROM (SELECT s.rowid FROM json_each(?) AS hit
    JOIN customer_list l ON l.doc = hit.value CROSS JOIN sales_orders s ON s.customer_id = l.customer_id
    WHERE s.issued_on >= ? AND s.issued_on <= ? ORDER BY s.issued_on DESC LIMIT ${countLimit + 1})`;
  return { sql, values: [JSON.stringify(docs), from ?? '', to ?? '9999-12-31'] };
}

type StoredRow = Omit<OrderRow, 'amountFen' | 'openFen' | 'dueOn' | 'settlement' | 'isOverdue'> & {
  readonly amountFen: number;
};

const rowSql = `
  SELECT o.id, o.customer_id AS customerId, c.name AS customerName, o.order_no AS orderNo, o.issued_on AS issuedOn,
    o.salesperson_id AS salespersonId, o.contract_no AS contractNo, o.voided_on AS voidedOn,
    coalesce((SELECT sum(l.amount_fen) FROM sales_order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL), 0)
      AS amountFen,
    (SELECT count(*) FROM sales_order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL) AS lineCount,
    coalesce((SELECT group_concat(title, ' · ') FROM (SELECT title FROM sales_order_lines l
      WHERE l.order_id = o.id AND l.deleted_at IS NULL ORDER BY l.position, l.id LIMIT 3)), '') AS summary
  FROM json_each(?) AS wanted CROSS JOIN sales_orders o ON o.id = wanted.value JOIN customers c ON c.id = o.customer_id
  ORDER BY wanted.key`;

/** In the order given; as of today, an order dated later as of its day. */
export function orderRows(db: ReadDb, ids: readonly Id[], today: CalendarDate): readonly OrderRow[] {
  const instalments = instalmentsOfOrders(db, ids, today);
  return rowsOf<StoredRow>(db.sqlite, rowSql)
    .all(JSON.stringify(ids))
    .map((row) => {
      const asOf = row.issuedOn > today ? row.issuedOn : today;
      const isVoid = row.voidedOn !== null && row.voidedOn <= asOf;
      return { ...row, amountFen: fen(row.amountFen), ...orderSettlement(isVoid, instalments.get(row.id) ?? []) };
    });
}
