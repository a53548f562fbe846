import { fen } from '../../src-shared/core/money.ts';
import type { CustomerRow } from '../../src-shared/customers/customer.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

type StoredRow = Omit<CustomerRow, 'tagIds' | 'owedFen' | 'prepaidFen' | 'isTierPinned'> & {
  readonly isTierPinned: 0 | 1;
  readonly tagIds: string;
  readonly owedFen: number | null;
  readonly prepaidFen: number | null;
};

const columns = `c.id, c.name, l.tier_id AS tierId,
  c.tier_pinned_reason IS NOT NULL AS isTierPinned, l.owner_id AS ownerId, l.contact_name AS contactName, l.phone, c.wechat,
  c.province, c.city, c.district, c.address, c.industry, c.source, l.tag_ids AS tagIds, l.next_visit_on AS nextVisitOn,
  l.due_on AS dueOn, l.last_contact_at AS lastContactAt, l.owed_fen AS owedFen, l.prepaid_fen AS prepaidFen,
  l.oldest_due_on AS oldestDueOn, l.last_payment_on AS lastPaymentOn, c.created_at AS createdAt, c.updated_at AS updatedAt`;

const byDoc = `SELECT ${columns} FROM json_each(?) AS wanted
  JOIN customer_list l ON l.doc = wanted.value JOIN customers c ON c.id = l.customer_id ORDER BY wanted.key`;
const byId = `SELECT ${columns} FROM json_each(?) AS wanted
  JOIN customers c ON c.id = wanted.value JOIN customer_list l ON l.customer_id = c.id ORDER BY wanted.key`;

/** In the order given. */
export function rowsOfDocs(db: ReadDb, docs: readonly number[]): readonly CustomerRow[] {
  return rowsOf<StoredRow>(db.sqlite, byDoc).all(JSON.stringify(docs)).map(toRow);
}

/** In the order given; ids of no customer are passed over, those in the bin are not. */
export function rowsOfIds(db: ReadDb, ids: readonly string[]): readonly CustomerRow[] {
  return rowsOf<StoredRow>(db.sqlite, byId).all(JSON.stringify(ids)).map(toRow);
}

function toRow({ tagIds, owedFen, prepaidFen, isTierPinned, ...row }: StoredRow): CustomerRow {
  return {
    ...row,
    isTierPinned: isTierPinned === 1,
    tagIds: tagIds === '' ? [] : tagIds.split(' '),
    owedFen: owedFen === null ? null : fen(owedFen),
    prepaidFen: prepaidFen === null ? null : fen(prepaidFen),
  };
}
