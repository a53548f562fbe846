import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { valuesOf } from '../../prepared.ts';

/** Fewer customers than this within reach: their rows are gathered; else they stand close enough in the order of days. */
const gatheredCustomers = 500;

/**
 * Selects the rowids of a table that are somebody's and nobody's customers', when these are so few that going through the
 * whole table would not pay; binds `reachOf` once. Null: they are many.
 */
export function rowsOfFewCustomers(
  { sqlite }: Pick<ReadDb, 'sqlite'>,
  table: 'sales_orders' | 'settlement_sources',
  reachOf: Id,
): string | null {
  const within = 'FROM customers m WHERE (m.owner_id IS NULL OR m.owner_id = ?)';
  const count = `SELECT count(*) FROM (SELECT 1 ${within} LIMIT ${gatheredCustomers + 1})`;
  if ((valuesOf<number>(sqlite, count).get(reachOf) ?? 0) > gatheredCustomers) return null;
  return `SELECT part.rowid FROM (SELECT m.id ${within}) AS own CROSS JOIN ${table} part ON part.customer_id = own.id`;
}
