import { bareText } from '../../src-shared/core/fold-text.ts';
import type { BinnedCustomer } from '../../src-shared/customers/customers-contract.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf, valuesOf } from '../prepared.ts';

const found = `FROM customer_list l JOIN customers c ON c.id = l.customer_id
  WHERE l.is_live = 0 AND (:search = '' OR instr(l.search_text, :search) > 0)`;

/** What lies in the bin, the latest first; searched by any part of a name or digits of a phone. */
export function binnedCustomers(
  db: ReadDb,
  wish: { readonly search: string; readonly offset: number; readonly limit: number },
): { readonly rows: readonly BinnedCustomer[]; readonly total: number } {
  const search = bareText(wish.search);
  const rows = rowsOf<BinnedCustomer>(
    db.sqlite,
    `SELECT c.id, c.name, l.contact_name AS contactName, l.phone, c.deleted_at AS deletedAt, c.updated_by AS deletedBy
     ${found} ORDER BY c.deleted_at DESC, c.id DESC LIMIT :limit OFFSET :offset`,
  ).all({ search, limit: wish.limit, offset: wish.offset });
  return { rows, total: valuesOf<number>(db.sqlite, `SELECT count(*) ${found}`).get({ search }) ?? 0 };
}
