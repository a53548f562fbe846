import type { Sqlite } from '../connection.ts';
import { commandOf, valuesOf } from '../prepared.ts';
import type { Touched } from './touched-customers.ts';

/** Orders worked out together. */
const chunkSize = 2_000;

const ordersOfLines = `
  SELECT DISTINCT line.order_id FROM json_each(?) AS touched JOIN sales_order_lines AS line ON line.id = touched.value`;

/** Orders that a batch wrote, or of which it wrote a line. Orders and lines go to the bin, never away: each is still there. */
export function ordersToSum(sqlite: Sqlite, touched: Touched): readonly string[] {
  const lines = touched.get('sales_order_lines');
  const ofLines = lines ? valuesOf<string>(sqlite, ordersOfLines).all(JSON.stringify([...lines])) : [];
  return [...new Set([...(touched.get('sales_orders') ?? []), ...ofLines])];
}

const dayNumber = (column: string) => `CAST(julianday(${column}) - 2440587.5 AS INTEGER)`;

const forget = 'DELETE FROM order_sums WHERE order_id IN (SELECT value FROM json_each(?))';
/* A line's goods cost 1/10,000 yuan × 1/1,000 units: 10⁻⁷ yuan. Half away from zero, once per line. */
const sum = `
  INSERT INTO order_sums (order_id, doc, issued_day, voided_day, sales_fen, cost_fen, uncosted_fen)
  SELECT sale.id, listed.doc, ${dayNumber('sale.issued_on')}, ${dayNumber('sale.voided_on')},
    ifnull(sum(line.amount_fen), 0),
    ifnull(sum(CAST(round(line.cost_e4 * line.quantity_e3 / 100000.0) AS INTEGER)), 0),
    ifnull(sum(iif(line.cost_e4 IS NULL, line.amount_fen, 0)), 0)
  FROM json_each(?) AS wanted
  CROSS JOIN sales_orders AS sale ON sale.id = wanted.value
  CROSS JOIN customer_list AS listed ON listed.customer_id = sale.customer_id
  LEFT JOIN sales_order_lines AS line ON line.order_id = sale.id AND line.deleted_at IS NULL
  WHERE sale.deleted_at IS NULL
  GROUP BY sale.id`;

/** Keeps what these orders came to: the sum of their live lines. The customers must be listed already. */
export function refreshOrderSums(sqlite: Sqlite, orderIds: readonly string[]): void {
  for (let done = 0; done < orderIds.length; done += chunkSize) {
    const ids = JSON.stringify(orderIds.slice(done, done + chunkSize));
    commandOf(sqlite, forget).run(ids);
    commandOf(sqlite, sum).run(ids);
  }
}

export function refreshAllOrderSums(sqlite: Sqlite): void {
  refreshOrderSums(sqlite, valuesOf<string>(sqlite, 'SELECT id FROM sales_orders ORDER BY id').all());
}
