import type { BinnedCustomer } from '../../src-shared/customers/customers-contract.ts';
import { rankerFor } from '../../src-shared/search/rank.ts';
import { queryTokens } from '../../src-shared/search/search-query.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf, tuplesOf, valuesOf } from '../prepared.ts';

export interface BinPage {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** The partial index of what was binned holds this order. */
const latestFirst = 'ORDER BY c.deleted_at DESC, c.rowid DESC';

const rowsByDoc = `
  SELECT c.id, c.name, l.contact_name AS contactName, l.phone, c.deleted_at AS deletedAt, c.updated_by AS deletedBy
  FROM json_each(?) AS wanted JOIN customer_list l ON l.doc = wanted.value JOIN customers c ON c.id = l.customer_id
  ORDER BY wanted.key`;

/** What lies in the bin, the latest first; searched as live customers are. */
export function binnedCustomers(
  db: ReadDb,
  { search, offset, limit }: BinPage,
): { readonly rows: readonly BinnedCustomer[]; readonly total: number } {
  const docs = docsInBin(db, search);
  const page = JSON.stringify(docs.slice(offset, offset + limit));
  return { rows: rowsOf<BinnedCustomer>(db.sqlite, rowsByDoc).all(page), total: docs.length };
}

function docsInBin(db: ReadDb, search: string): readonly number[] {
  const inBin = `FROM customers c JOIN customer_list l ON l.customer_id = c.id WHERE c.deleted_at IS NOT NULL ${latestFirst}`;
  const asked = queryTokens(search);
  if (!asked) return valuesOf<number>(db.sqlite, `SELECT l.doc ${inBin}`).all();
  const rankOf = rankerFor(asked);
  return tuplesOf<readonly [doc: number, text: string]>(db.sqlite, `SELECT l.doc, l.search_text ${inBin}`)
    .all()
    .filter(([, text]) => rankOf(text) !== null)
    .map(([doc]) => doc);
}
