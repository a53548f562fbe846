import type { CustomerRow } from '../../src-shared/customers/customer.ts';
import type { CustomerListQuery } from '../../src-shared/customers/customer-list.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { docsOfPage, docsOfView, type Page } from './customer-docs.ts';
import type { BookDay } from './customer-filter.ts';
import { rowsOfDocs } from './customer-rows.ts';
import { compileView } from './customer-view.ts';

/** One page of what the grid shows: live customers that pass the filters and the search, in order. */
export function listCustomers(db: ReadDb, query: CustomerListQuery, day: BookDay, page: Page): readonly CustomerRow[] {
  return rowsOfDocs(db, docsOfPage(db, compileView(query, day), page));
}

const chunkSize = 1_000;

/**
 * The ids of a whole view in its order, for bulk changes. The order is settled before the first id is given, so what is
 * written meanwhile moves nobody.
 */
export function* idsOfList(db: ReadDb, query: CustomerListQuery, day: BookDay): Generator<string> {
  const sql = `SELECT l.customer_id FROM json_each(?) AS wanted JOIN customer_list l ON l.doc = wanted.value
    ORDER BY wanted.key`;
  for (const docs of chunksOfList(db, query, day)) yield* valuesOf<string>(db.sqlite, sql).all(JSON.stringify(docs));
}

/** The rows of a whole view in its order, a thousand at a time, for exports. */
export function* rowsOfList(db: ReadDb, query: CustomerListQuery, day: BookDay): Generator<readonly CustomerRow[]> {
  for (const docs of chunksOfList(db, query, day)) yield rowsOfDocs(db, docs);
}

function* chunksOfList(db: ReadDb, query: CustomerListQuery, day: BookDay): Generator<readonly number[]> {
  const docs = docsOfView(db, compileView(query, day));
  for (let start = 0; start < docs.length; start += chunkSize) yield docs.slice(start, start + chunkSize);
}
