import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf, valuesOf } from '../../prepared.ts';
import type { BalancePeriod } from './balance-rows.ts';

/** A line that was sold, or came back: then quantity, amount and cost are below 0. */
export interface SalesExportRow {
  readonly on: CalendarDate;
  readonly kind: 'sale' | 'return';
  readonly orderNo: string | null;
  readonly customerId: Id;
  readonly salespersonId: Id | null;
  readonly code: string | null;
  readonly title: string;
  readonly spec: string | null;
  readonly unit: string | null;
  /** 1/1,000; null: a credit without goods. */
  readonly quantityE3: number | null;
  readonly unitPriceE4: number | null;
  readonly discountBp: number | null;
  readonly amountFen: number;
  /** Of all units; null: not known. */
  readonly costFen: number | null;
  readonly note: string | null;
}

/* 1/10,000 yuan × 1/1,000 units are 10⁻⁷ yuan; half away from zero, once per line (domain §0). */
const cost = (line: string) => `cast(round(${line}.cost_e4 * ${line}.quantity_e3 / 100000.0) AS INTEGER)`;

/* A period's sales are what was not void by its end, less what came back in it: as the ladder counts them (domain §5). */
const sql = `
  SELECT sold.issued_on AS "on", 'sale' AS kind, sold.order_no AS orderNo, sold.customer_id AS customerId,
    sold.salesperson_id AS salespersonId, product.code, line.title, product.spec, line.unit, line.quantity_e3 AS quantityE3,
    line.unit_price_e4 AS unitPriceE4, line.discount_bp AS discountBp, line.amount_fen AS amountFen,
    ${cost('line')} AS costFen, line.note, 0 AS isBack, line.position AS place
  FROM sales_orders AS sold JOIN sales_order_lines AS line ON line.order_id = sold.id AND line.deleted_at IS NULL
  LEFT JOIN products AS product ON product.id = line.product_id
  WHERE sold.deleted_at IS NULL AND sold.issued_on BETWEEN :from AND :to AND (sold.voided_on IS NULL OR sold.voided_on > :to)
  UNION ALL
  SELECT back.on_day, 'return', sold.order_no, back.customer_id, sold.salesperson_id, product.code,
    coalesce(line.title, :returned), product.spec, line.unit, -line.quantity_e3, line.unit_price_e4, line.discount_bp,
    -coalesce(line.amount_fen, back.amount_fen), -${cost('line')}, back.note, 1, 0
  FROM settlement_sources AS back LEFT JOIN return_lines AS line ON line.source_id = back.id
  LEFT JOIN sales_orders AS sold ON sold.id = back.order_id LEFT JOIN products AS product ON product.id = line.product_id
  WHERE back.kind = 'return' AND back.deleted_at IS NULL AND back.on_day BETWEEN :from AND :to
    AND (back.voided_on IS NULL OR back.voided_on > :to)
  ORDER BY 1, isBack, orderNo, place`;

/** 销售明细 by day and order, one line at a time. `returned`: what goods without lines of their own are called. */
export function salesExportRows(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  { from, to }: BalancePeriod,
  returned: string,
): IterableIterator<SalesExportRow> {
  return rowsOf<SalesExportRow>(sqlite, sql).iterate({ from, to, returned });
}

const countSql = `
  SELECT count(*) FROM sales_orders AS sold JOIN sales_order_lines AS line ON line.order_id = sold.id
  WHERE sold.issued_on BETWEEN ? AND ? AND sold.deleted_at IS NULL AND line.deleted_at IS NULL`;

/** About how many rows there will be: for the progress. */
export function countSalesRows({ sqlite }: Pick<ReadDb, 'sqlite'>, { from, to }: BalancePeriod): number {
  return valuesOf<number>(sqlite, countSql).get(from, to) ?? 0;
}
