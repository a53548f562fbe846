import { searchEntry } from '../../src-shared/search/search-index.ts';
import { sortKey } from '../../src-shared/search/sort-key.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, rowsOf } from '../prepared.ts';

interface ProductFacts {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly spec: string | null;
  readonly isLive: 0 | 1;
}

const productsSql = `
  SELECT products.id, name, code, spec, archived_at IS NULL AND deleted_at IS NULL AS isLive
  FROM json_each(?) AS wanted JOIN products ON products.id = wanted.value`;
const put = `
  INSERT INTO product_list (product_id, is_live, name_key, search_text) VALUES (?, ?, ?, ?)
  ON CONFLICT (product_id) DO UPDATE
  SET is_live = excluded.is_live, name_key = excluded.name_key, search_text = excluded.search_text`;

/** What finds these products: the name by any part, spelling and initials, code and spec by any part (domain §9). */
export function refreshProducts(sqlite: Sqlite, ids: readonly string[]): void {
  if (ids.length === 0) return;
  for (const { id, name, code, spec, isLive } of rowsOf<ProductFacts>(sqlite, productsSql).all(JSON.stringify(ids))) {
    const texts = [code, spec].filter((text) => text !== null);
    const { text } = searchEntry({ names: [name], contacts: [], phones: [], tags: [], texts });
    commandOf(sqlite, put).run(id, isLive, sortKey(name), text);
  }
}
