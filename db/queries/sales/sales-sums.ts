import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';

/** The spans of time that the methods look at; each begins after its day and ends with `asOf`. */
export interface SalesSpans {
  readonly asOf: CalendarDate;
  /** asOf − 12 months. */
  readonly yearStart: CalendarDate;
  /** asOf − 24 months: the year before ends with yearStart. */
  readonly yearBeforeStart: CalendarDate;
  /** Null: all history. */
  readonly rfmStart: CalendarDate | null;
}

/** Sums of a customer's orders; money in fen. */
export type OrderSums = readonly [
  customerId: Id,
  orders: number,
  firstOn: CalendarDate,
  yearOrders: number,
  yearFen: number,
  yearBeforeFen: number,
  rfmOrders: number,
  rfmFen: number,
  rfmLastOn: CalendarDate | null,
];

/** Returns of a customer in the same spans; fen. */
export type ReturnSums = readonly [customerId: Id, yearFen: number, yearBeforeFen: number, rfmFen: number];

/* An order that was voided after the day still was one on it. Rows that an undo took to the bin are no facts. */
const whose = (customerId: Id | null) => (customerId === null ? '' : 'AND customer_id = +:customerId');

const ordersSql = (of: Id | null) => `
  SELECT customer_id, count(*), min(issued_on),
    sum(issued_on > :yearStart),
    sum(iif(issued_on > :yearStart, fen, 0)),
    sum(iif(issued_on <= :yearStart AND issued_on > :yearBeforeStart, fen, 0)),
    sum(issued_on > :rfmStart),
    sum(iif(issued_on > :rfmStart, fen, 0)),
    max(iif(issued_on > :rfmStart, issued_on, NULL))
  FROM (
    SELECT customer_id, issued_on,
      ifnull((SELECT sum(line.amount_fen) FROM sales_order_lines AS line
        WHERE line.order_id = sale.id AND line.deleted_at IS NULL), 0) AS fen
    FROM sales_orders AS sale
    WHERE issued_on <= :asOf AND (voided_on IS NULL OR voided_on > :asOf) AND deleted_at IS NULL ${whose(of)})
  GROUP BY customer_id`;

const returnsSql = (of: Id | null) => `
  SELECT customer_id,
    sum(iif(on_day > :yearStart, amount_fen, 0)),
    sum(iif(on_day <= :yearStart AND on_day > :yearBeforeStart, amount_fen, 0)),
    sum(iif(on_day > :rfmStart, amount_fen, 0))
  FROM settlement_sources
  WHERE kind = 'return' AND on_day <= :asOf AND (voided_on IS NULL OR voided_on > :asOf) AND deleted_at IS NULL
    ${whose(of)}
  GROUP BY customer_id`;

/** One row per customer that ever ordered, in no order; `of` null: all customers. */
export function orderSums({ sqlite }: ReadDb, spans: SalesSpans, of: Id | null = null): IterableIterator<OrderSums> {
  return tuplesOf<OrderSums>(sqlite, ordersSql(of)).iterate(bound(spans, of));
}

export function returnSums({ sqlite }: ReadDb, spans: SalesSpans, of: Id | null = null): readonly ReturnSums[] {
  return tuplesOf<ReturnSums>(sqlite, returnsSql(of)).all(bound(spans, of));
}

function bound({ rfmStart, ...spans }: SalesSpans, customerId: Id | null) {
  // Before every day there is.
  return { ...spans, rfmStart: rfmStart ?? '', ...(customerId === null ? {} : { customerId }) };
}
