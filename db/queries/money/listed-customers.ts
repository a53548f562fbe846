import type { Id } from '../../../src-shared/core/id.ts';
import type { OwedLine } from '../../../src-shared/receivables/receivable-views.ts';
import type { ReadDb } from '../../connection.ts';
import { rowsOf } from '../../prepared.ts';

/** Whose a line of money is, and whom to call about it. */
export type ListedCustomer = Omit<OwedLine, 'receivable'> & { readonly customerId: Id };

const listedSql = `
  SELECT l.customer_id AS customerId, c.name AS customerName, l.tier_id AS tierId, l.owner_id AS ownerId,
    l.contact_name AS contactName, l.phone
  FROM json_each(?) AS wanted CROSS JOIN customer_list l ON l.customer_id = wanted.value
  CROSS JOIN customers c ON c.id = l.customer_id`;

/** In the bin or not; ids that are no customer's are left out. */
export function listedCustomers({ sqlite }: ReadDb, ids: readonly Id[]): ReadonlyMap<Id, ListedCustomer> {
  const rows = rowsOf<ListedCustomer>(sqlite, listedSql).all(JSON.stringify([...new Set(ids)]));
  return new Map(rows.map((row) => [row.customerId, row]));
}
