import type { Id } from '../../src-shared/core/id.ts';
import { nameKey } from '../../src-shared/core/name-key.ts';
import type { Product } from '../../src-shared/products/product.ts';
import { rankerFor } from '../../src-shared/search/rank.ts';
import { queryTokens, type SearchQuery } from '../../src-shared/search/search-query.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf, tuplesOf, valuesOf } from '../prepared.ts';

export interface ProductPage {
  readonly search: string;
  readonly withArchived: boolean;
  readonly offset: number;
  readonly limit: number;
}

type StoredProduct = Omit<Product, 'isArchived'> & { readonly isArchived: 0 | 1 };

const columns = `p.id, p.name, p.code, p.spec, p.unit, p.unit_price_e4 AS unitPriceE4, p.cost_e4 AS costE4, p.note,
  p.archived_at IS NOT NULL AS isArchived`;

/** Products by name, those in the bin left out. Every word typed must be found (domain §9). */
export function listProducts(
  db: ReadDb,
  { search, withArchived, offset, limit }: ProductPage,
): { readonly products: readonly Product[]; readonly total: number } {
  // Of what is not live only the archived are shown; the list does not tell them from what is in the bin.
  const shown = withArchived
    ? 'FROM product_list l JOIN products p ON p.id = l.product_id WHERE p.deleted_at IS NULL'
    : 'FROM product_list l WHERE l.is_live = 1';
  const query = queryTokens(search);
  if (query) {
    const ids = idsFound(db, shown, query);
    return { products: productsOf(db, ids.slice(offset, offset + limit)), total: ids.length };
  }
  const page = `SELECT l.product_id ${shown} ORDER BY l.name_key LIMIT ? OFFSET ?`;
  const total = valuesOf<number>(db.sqlite, `SELECT count(*) ${shown}`).get() ?? 0;
  return { products: productsOf(db, valuesOf<Id>(db.sqlite, page).all(limit, offset)), total };
}

/** A list of products is short: reading it through is quicker than keeping an index of its words. */
function idsFound(db: ReadDb, shown: string, query: SearchQuery): readonly Id[] {
  const rankOf = rankerFor(query);
  const rows = tuplesOf<readonly [id: Id, text: string]>(
    db.sqlite,
    `SELECT l.product_id, l.search_text ${shown} ORDER BY l.name_key`,
  );
  return rows
    .all()
    .filter(([, text]) => rankOf(text) !== null)
    .map(([id]) => id);
}

function productsOf(db: ReadDb, ids: readonly Id[]): readonly Product[] {
  const sql = `SELECT ${columns} FROM json_each(?) AS wanted JOIN products p ON p.id = wanted.value ORDER BY wanted.key`;
  return rowsOf<StoredProduct>(db.sqlite, sql)
    .all(JSON.stringify(ids))
    .map((row) => ({ ...row, isArchived: row.isArchived === 1 }));
}

/** Another product, not in the bin, of that name and specification; null: none. */
export function productNamed(db: ReadDb, name: string, spec: string | null, exceptId: Id | null): Id | null {
  const key = keyOf(name, spec);
  const sql = 'SELECT id, name, spec FROM products WHERE deleted_at IS NULL';
  const rows = tuplesOf<readonly [id: Id, name: string, spec: string | null]>(db.sqlite, sql).iterate();
  for (const [id, otherName, otherSpec] of rows) {
    if (id !== exceptId && keyOf(otherName, otherSpec) === key) return id;
  }
  return null;
}

function keyOf(name: string, spec: string | null): string {
  return `${nameKey(name)}\u0001${nameKey(spec ?? '')}`;
}

/** Whether an order or a return names it; a row that an undo took away does not count. */
export function isProductSold(db: ReadDb, id: Id): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM sales_order_lines WHERE product_id = +? AND deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM return_lines WHERE product_id = +?)`;
  return valuesOf<0 | 1>(db.sqlite, sql).get(id, id) === 1;
}
