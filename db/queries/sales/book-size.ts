import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';

const atMost = (table: string) => `SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT ?)`;

/** Up to so many rows of each table a segmentation takes some milliseconds, less than a thread takes to start. */
const rowsWithoutThread = 1_000;

/** Whether the book's sales are worked out without a thread; itself quick in a book of any size. */
export function areSalesFew({ sqlite }: ReadDb): boolean {
  return ['customer_list', 'sales_order_lines', 'receivables', 'tier_history'].every(
    (table) => (valuesOf<number>(sqlite, atMost(table)).get(rowsWithoutThread + 1) ?? 0) <= rowsWithoutThread,
  );
}
