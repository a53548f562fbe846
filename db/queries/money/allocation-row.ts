import type { Id } from '../../../src-shared/core/id.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

const customerSql = 'SELECT customer_id AS customerId FROM allocations WHERE id = +?';

/** Whose an allocation is; null: there is none (an undo may have removed it). */
export function allocationRow({ sqlite }: Pick<ReadDb, 'sqlite'>, id: Id): { readonly customerId: Id } | null {
  return rowsOf<{ customerId: Id }>(sqlite, customerSql).get(id) ?? null;
}
