import { type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';

/** The spans of time that the methods look at; each begins after its day and ends with `asOf`. */
export interface SalesSpans {
  readonly asOf: CalendarDate;
  /** asOf − 12 months. */
  readonly yearStart: CalendarDate;
  /** asOf − 24 months: the year before ends with yearStart. Null: nobody asks. */
  readonly yearBeforeStart: CalendarDate | null;
  /** Of RFM. 'ever': all history; null: nobody asks. */
  readonly windowStart: CalendarDate | 'ever' | null;
}

/** Sums of a customer's orders; money in fen, days as numbers. What nobody asks for is null. */
export type OrderSums = readonly [
  doc: number,
  orders: number,
  yearFen: number,
  windowOrders: number | null,
  windowFen: number | null,
  windowLastDay: number | null,
  firstDay: number | null,
  yearOrders: number | null,
  yearBeforeFen: number | null,
];

/** Places in OrderSums. */
export const orderSum = {
  orders: 1,
  yearFen: 2,
  windowOrders: 3,
  windowFen: 4,
  windowLastDay: 5,
  firstDay: 6,
  yearOrders: 7,
  yearBeforeFen: 8,
} as const;

/** Returns of a customer in the same spans; fen. */
export type ReturnSums = readonly [doc: number, yearFen: number, windowFen: number, yearBeforeFen: number];

/** Places in ReturnSums. */
export const returnSum = { yearFen: 1, windowFen: 2, yearBeforeFen: 3 } as const;

/* An order that was voided after the day still was one on it. Only what is asked for is summed: each sum costs a tenth. */
const ordersSql = ({ windowStart, yearBeforeStart }: SalesSpans, of: Id | null) => `
  SELECT doc, count(*), sum(iif(issued_day > :yearStart, sales_fen, 0)),
    ${
      windowStart === null
        ? 'NULL, NULL, NULL'
        : windowStart === 'ever'
          ? 'count(*), sum(sales_fen), max(issued_day)'
          : `sum(issued_day > :windowStart), sum(iif(issued_day > :windowStart, sales_fen, 0)),
             max(iif(issued_day > :windowStart, issued_day, NULL))`
    },
    ${
      yearBeforeStart === null
        ? 'NULL, NULL, NULL'
        : `min(issued_day), sum(issued_day > :yearStart),
           sum(iif(issued_day <= :yearStart AND issued_day > :yearBeforeStart, sales_fen, 0))`
    }
  FROM order_sums INDEXED BY order_sums_customer
  WHERE issued_day <= :asOf AND (voided_day IS NULL OR voided_day > :asOf)
    ${of === null ? '' : 'AND doc = (SELECT doc FROM customer_list WHERE customer_id = :of)'}
  GROUP BY doc`;

/* Returns are few: they are read as they were written. Rows that an undo took to the bin are no facts. */
const returnsSql = (of: Id | null) => `
  SELECT listed.doc,
    sum(iif(back.on_day > :yearStart, back.amount_fen, 0)),
    sum(iif(back.on_day > :windowStart, back.amount_fen, 0)),
    sum(iif(back.on_day <= :yearStart AND back.on_day > :yearBeforeStart, back.amount_fen, 0))
  FROM settlement_sources AS back JOIN customer_list AS listed ON listed.customer_id = back.customer_id
  WHERE back.kind = 'return' AND back.on_day <= :asOf AND (back.voided_on IS NULL OR back.voided_on > :asOf)
    AND back.deleted_at IS NULL ${of === null ? '' : 'AND back.customer_id = +:of'}
  GROUP BY listed.doc`;

/** One row per customer that ever ordered; `of` null: all customers. */
export function orderSums({ sqlite }: ReadDb, spans: SalesSpans, of: Id | null = null): readonly OrderSums[] {
  const { asOf, yearStart, yearBeforeStart, windowStart } = spans;
  return tuplesOf<OrderSums>(sqlite, ordersSql(spans, of)).all({
    asOf: dayNumber(asOf),
    yearStart: dayNumber(yearStart),
    ...(yearBeforeStart === null ? {} : { yearBeforeStart: dayNumber(yearBeforeStart) }),
    ...(windowStart === null || windowStart === 'ever' ? {} : { windowStart: dayNumber(windowStart) }),
    ...whom(of),
  });
}

export function returnSums({ sqlite }: ReadDb, spans: SalesSpans, of: Id | null = null): readonly ReturnSums[] {
  const { asOf, yearStart, yearBeforeStart, windowStart } = spans;
  return tuplesOf<ReturnSums>(sqlite, returnsSql(of)).all({
    asOf,
    yearStart,
    // Before every day there is; what nobody asks for is not read.
    yearBeforeStart: yearBeforeStart ?? '',
    windowStart: windowStart === null || windowStart === 'ever' ? '' : windowStart,
    ...whom(of),
  });
}

function whom(of: Id | null) {
  return of === null ? {} : { of };
}
