import { type AppDb, writerOf } from '../../connection.ts';
import { listColumns } from '../derived-row.ts';

const moneyColumns = ['owed_fen', 'prepaid_fen', 'oldest_due_on', 'last_payment_on', 'money_changes_on'];

/** All that the derived tables hold, by customer and product, without the row numbers that a rebuild hands out anew. */
export function derivedDump(book: AppDb): ReadonlyMap<string, unknown> {
  const { sqlite } = writerOf(book);
  const termsOf = (table: string) => {
    sqlite.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_terms USING fts5vocab('main', '${table}', 'instance')`,
    );
    const rows = sqlite.prepare<[], { doc: number; term: string }>(`SELECT doc, term FROM temp.${table}_terms`).all();
    return Map.groupBy(rows, (row) => row.doc);
  };
  const search = termsOf('customer_search');
  const facets = termsOf('customer_facets');
  const keys = Map.groupBy(
    sqlite.prepare<[], { doc: number; kind: string; value: string }>('SELECT * FROM customer_keys').all(),
    (row) => row.doc,
  );
  const terms = (all: readonly { term: string }[] | undefined) =>
    [...new Set((all ?? []).map(({ term }) => term))].sort();
  const sums = Map.groupBy(
    sqlite.prepare<[], { doc: number }>('SELECT * FROM order_sums ORDER BY order_id').all(),
    (row) => row.doc,
  );
  const rows = sqlite
    .prepare<[], Record<string, unknown> & { doc: number }>(
      `SELECT doc, ${[...listColumns, ...moneyColumns].join(', ')} FROM customer_list`,
    )
    .all();
  const docs = new Set(rows.map((row) => row.doc));
  const strays = [search, facets, keys, sums].flatMap((index) => [...index.keys()].filter((doc) => !docs.has(doc)));
  if (strays.length > 0) throw new Error(`index rows of no customer: ${strays.join(', ')}`);
  const open = Map.groupBy(
    sqlite.prepare<[], { customer_id: string }>('SELECT * FROM open_receivables ORDER BY receivable_id').all(),
    (row) => row.customer_id,
  );
  const warnings = Map.groupBy(
    sqlite.prepare<[], { customer_id: string }>('SELECT * FROM customer_warnings ORDER BY customer_id, code').all(),
    (row) => row.customer_id,
  );
  const products = sqlite.prepare<[], { product_id: string }>('SELECT * FROM product_list').all();
  const warned = sqlite.prepare('SELECT * FROM warned_counts ORDER BY owner_id, codes').all();
  return new Map<string, unknown>([
    ['warned', warned],
    ...products.map((product) => [product.product_id, product] as const),
    ...rows.map(
      ({ doc, ...list }) =>
        [
          String(list.customer_id),
          {
            list,
            orders: (sums.get(doc) ?? []).map(({ doc: _, ...sum }) => sum),
            open: open.get(String(list.customer_id)) ?? [],
            warnings: warnings.get(String(list.customer_id)) ?? [],
            search: terms(search.get(doc)),
            facets: terms(facets.get(doc)),
            keys: (keys.get(doc) ?? []).map(({ kind, value }) => `${kind} ${value}`).sort(),
          },
        ] as const,
    ),
  ]);
}
