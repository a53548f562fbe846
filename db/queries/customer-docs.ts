import { rankerFor } from '../../src-shared/search/rank.ts';
import type { SearchQuery } from '../../src-shared/search/search-query.ts';
import type { ReadDb, Sqlite } from '../connection.ts';
import { tuplesOf, valuesOf } from '../prepared.ts';
import type { CustomerFilter } from './customer-filter.ts';
import type { ListOrder } from './customer-order.ts';
import {
  type Access,
  both,
  type CustomerView,
  filterLimit,
  gatherLimit,
  patience,
  rowCondition,
  searchAccess,
  selectBy,
  shortAccess,
  shortFilterAccess,
} from './customer-view.ts';
import { allHits, firstHits } from './ranked-search.ts';

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Deeper than this into a filtered or searched view, the whole order is worked out once and kept for the next pages. */
const deep = 1_000;

/** The docs of one page of a view. */
export function docsOfPage(db: ReadDb, view: CustomerView, { offset, limit }: Page): readonly number[] {
  if (view.filter.isOpen && !view.search && view.order) return readPage(db, view.filter, view.order, { offset, limit });
  if (offset + limit > deep) return rememberedDocs(db, view).slice(offset, offset + limit);
  return firstDocs(db, view, offset + limit).slice(offset);
}

function firstDocs(db: ReadDb, { filter, search, order }: CustomerView, count: number): readonly number[] {
  if (search && !order) return firstHits(db, search, filter, count);
  if (search && order) return firstFound(db, search, filter, order, count);
  if (!order) throw new Error('only a search goes without an order');
  const few = shortFilterAccess(db, filter, filterLimit(db, filter));
  return few ? sorted(db, few, order, count) : readPage(db, filter, order, { offset: 0, limit: count });
}

/** Every doc of a view, in its order. */
export function docsOfView(db: ReadDb, { filter, search, order }: CustomerView): readonly number[] {
  if (search && !order) return allHits(db, search, filter);
  if (!order) throw new Error('only a search goes without an order');
  if (search) return found(db, search, searchAccess(search.match, filter), order);
  const few = shortFilterAccess(db, filter, filterLimit(db, filter));
  return few ? sorted(db, few, order, -1) : readPage(db, filter, order, { offset: 0, limit: -1 });
}

/** Straight from the index that holds the order; rows that the filter refuses are passed over. */
function readPage(db: ReadDb, filter: CustomerFilter, order: ListOrder, { offset, limit }: Page): readonly number[] {
  const docs: number[] = [];
  let skip = offset;
  for (const [index, { where, terms }] of order.stretches.entries()) {
    const { sql, values } = both(rowCondition(filter), where);
    const from = `FROM customer_list AS l INDEXED BY ${order.index} WHERE ${sql}`;
    const wanted = limit < 0 ? limit : limit - docs.length;
    const found = valuesOf<number>(db.sqlite, `SELECT l.doc ${from} ORDER BY ${terms} LIMIT ? OFFSET ?`).all(
      ...values,
      wanted,
      skip,
    );
    docs.push(...found);
    if (docs.length === limit || index === order.stretches.length - 1) break;
    // The page begins further on: what this stretch holds is passed over in the next.
    if (found.length > 0) skip = 0;
    else skip -= Math.min(skip, valuesOf<number>(db.sqlite, `SELECT count(*) ${from}`).get(...values) ?? 0);
  }
  return docs;
}

function sorted(db: ReadDb, access: Access, order: ListOrder, limit: number): readonly number[] {
  const { sql, values } = selectBy(access, 'l.doc');
  return valuesOf<number>(db.sqlite, `${sql} ORDER BY ${order.terms} LIMIT ?`).all(...values, limit);
}

function firstFound(
  db: ReadDb,
  search: SearchQuery,
  filter: CustomerFilter,
  order: ListOrder,
  count: number,
): readonly number[] {
  const limit = gatherLimit(db);
  const few =
    shortAccess(db, searchAccess(search.match, filter), limit) ??
    (filter.isOpen ? null : shortFilterAccess(db, filter, limit));
  if (few) return found(db, search, few, order).slice(0, count);
  const rankOf = rankerFor(search);
  const docs: number[] = [];
  let read = 0;
  for (const { where, terms } of order.stretches) {
    const { sql, values } = both(rowCondition(filter), where);
    const inOrder = `SELECT l.doc, l.search_text FROM customer_list AS l INDEXED BY ${order.index}
      WHERE ${sql} ORDER BY ${terms}`;
    for (const [doc, text] of tuplesOf<readonly [number, string]>(db.sqlite, inOrder).iterate(...values)) {
      if (rankOf(text) !== null) docs.push(doc);
      if (docs.length === count) return docs;
      read += 1;
      if (read > patience * limit) {
        return found(db, search, searchAccess(search.match, filter), order).slice(0, count);
      }
    }
  }
  return docs;
}

/** Hits among the candidates, sorted by what the user asked for. */
function found(db: ReadDb, search: SearchQuery, access: Access, order: ListOrder): readonly number[] {
  const rankOf = rankerFor(search);
  const { sql, values } = selectBy(access, 'l.doc, l.search_text');
  return tuplesOf<readonly [number, string]>(db.sqlite, `${sql} ORDER BY ${order.terms}`)
    .all(...values)
    .filter(([, text]) => rankOf(text) !== null)
    .map(([doc]) => doc);
}

interface Remembered {
  readonly key: string;
  readonly docs: readonly number[];
}

const lastView = new WeakMap<Sqlite, Remembered>();

/** One view per connection, until anybody writes: enough for scrolling, and never stale. */
function rememberedDocs(db: ReadDb, view: CustomerView): readonly number[] {
  const state = [
    valuesOf(db.sqlite, 'SELECT total_changes()').get(),
    db.sqlite.pragma('data_version', { simple: true }),
  ];
  const key = JSON.stringify([view, state]);
  const known = lastView.get(db.sqlite);
  if (known?.key === key) return known.docs;
  const docs = docsOfView(db, view);
  lastView.set(db.sqlite, { key, docs });
  return docs;
}
