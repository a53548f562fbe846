import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';

const atMost = (table: string) => `SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT ?)`;

/** Whether no table that an aging reads has more than `rows` rows; itself quick in a book of any size. */
export function isMoneySmall({ sqlite }: ReadDb, rows: number): boolean {
  return ['customer_list', 'receivables', 'settlement_sources', 'allocations'].every(
    (table) => (valuesOf<number>(sqlite, atMost(table)).get(rows + 1) ?? 0) <= rows,
  );
}

const ofThese = `SELECT count(*) FROM (
  SELECT 1 FROM json_each(?) AS wanted CROSS JOIN receivables AS owed ON owed.customer_id = wanted.value LIMIT ?)`;

/** Whether these customers have no more than `most` receivables between them. */
export function areReceivablesFew({ sqlite }: ReadDb, customerIds: readonly Id[], most: number): boolean {
  return (valuesOf<number>(sqlite, ofThese).get(JSON.stringify(customerIds), most + 1) ?? 0) <= most;
}
