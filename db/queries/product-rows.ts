import { bareText } from '../../src-shared/core/fold-text.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { nameKey } from '../../src-shared/core/name-key.ts';
import type { Product } from '../../src-shared/products/product.ts';
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
const maxWords = 8;

/** Products by name, those in the bin left out. Every word typed must be found (domain §9). */
export function listProducts(
  db: ReadDb,
  { search, withArchived, offset, limit }: ProductPage,
): { readonly products: readonly Product[]; readonly total: number } {
  const words = [...new Set(search.normalize('NFKC').split(/\s+/).map(bareText))].filter((word) => word !== '');
  const found = words.slice(0, maxWords);
  // Of what is not live only the archived are shown; the list does not tell them from what is in the bin.
  const shown = withArchived ? 'p.deleted_at IS NULL' : 'l.is_live = 1';
  const from = `FROM product_list l ${withArchived ? 'JOIN products p ON p.id = l.product_id' : ''}
    WHERE ${[shown, ...found.map(() => 'instr(l.search_text, ?) > 0')].join(' AND ')}`;
  const page = `SELECT ${columns} FROM (SELECT l.product_id, l.name_key ${from} ORDER BY l.name_key LIMIT ? OFFSET ?) AS hit
    JOIN products p ON p.id = hit.product_id ORDER BY hit.name_key`;
  const rows = rowsOf<StoredProduct>(db.sqlite, page).all(...found, limit, offset);
  const total = valuesOf<number>(db.sqlite, `SELECT count(*) ${from}`).get(...found) ?? 0;
  return { products: rows.map((row) => ({ ...row, isArchived: row.isArchived === 1 })), total };
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
