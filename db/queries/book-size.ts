import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';

/** Up to so many rows of each table an aging takes some milliseconds, less than a thread takes to start. */
const moneyRowsWithoutThread = 2_000;
/** The same of a segmentation. */
const salesRowsWithoutThread = 1_000;

/** Whether the book's money is worked out without a thread; itself quick in a book of any size. */
export function isMoneySmall(db: ReadDb): boolean {
  const tables = ['customer_list', 'receivables', 'settlement_sources', 'allocations'] as const;
  return haveAtMost(db, tables, moneyRowsWithoutThread);
}

/** Whether the book's sales are worked out without a thread; itself quick in a book of any size. */
export function areSalesFew(db: ReadDb): boolean {
  const tables = ['customer_list', 'sales_order_lines', 'receivables', 'tier_history'] as const;
  return haveAtMost(db, tables, salesRowsWithoutThread);
}

function haveAtMost({ sqlite }: ReadDb, tables: readonly string[], rows: number): boolean {
  return tables.every((table) => {
    const upTo = `SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT ?)`;
    return (valuesOf<number>(sqlite, upTo).get(rows + 1) ?? 0) <= rows;
  });
}

const ofThese = `SELECT count(*) FROM (
  SELECT 1 FROM json_each(?) AS wanted CROSS JOIN receivables AS owed ON owed.customer_id = wanted.value LIMIT ?)`;

/** Whether these customers have no more than `most` receivables between them. */
export function areReceivablesFew({ sqlite }: ReadDb, customerIds: readonly Id[], most: number): boolean {
  return (valuesOf<number>(sqlite, ofThese).get(JSON.stringify(customerIds), most + 1) ?? 0) <= most;
}
