import type { Id } from '../../src-shared/core/id.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, valuesOf } from '../prepared.ts';
import { listColumns } from './derived-row.ts';

/**
 * The derived rows of customers that a batch makes, worked out by a second thread while the batch writes them (see
 * listing-files.ts). The batch only copies them.
 */
export interface CustomerListing {
  /** In the order of their row numbers. */
  readonly customerIds: readonly Id[];
  /** Row number of the first: the next of customer_list when the batch began. */
  readonly firstDoc: number;
  /** The word indexes begin anew with these customers: most of them are new. */
  readonly hasIndex: boolean;
  /** Waits for the file of their rows; null: there is none, they are to be worked out here. */
  rowsFile(): string | null;
  /** Waits for the file of the word indexes; null: there is none, they are to be made here. */
  indexFile(): string | null;
}

/** The row number that the next customer gets. */
export function nextDoc(sqlite: Sqlite): number {
  return (valuesOf<number>(sqlite, 'SELECT max(doc) FROM customer_list').get() ?? 0) + 1;
}

export function listedCount(sqlite: Sqlite): number {
  return valuesOf<number>(sqlite, 'SELECT count(*) FROM customer_list').get() ?? 0;
}

const columns = listColumns.join(', ');
const takeRowsSql = `
  INSERT INTO main.customer_list (doc, ${columns}) SELECT doc, ${columns} FROM listing.listed ORDER BY doc`;
const takeKeysSql = `
  INSERT INTO main.customer_keys (kind, value, doc) SELECT kind, value, doc FROM listing.keys ORDER BY kind, value, doc`;

/** List and keys of all its customers. */
export function takeRows(sqlite: Sqlite, { customerIds, firstDoc }: CustomerListing, file: string): void {
  commandOf(sqlite, 'ATTACH ? AS listing').run(file);
  if (nextDoc(sqlite) !== firstDoc) throw new Error(`the list goes on at ${nextDoc(sqlite)}, not at ${firstDoc}`);
  const { changes } = sqlite.prepare(takeRowsSql).run();
  if (changes !== customerIds.length) throw new Error(`${changes} rows in the listing of ${customerIds.length}`);
  sqlite.prepare(takeKeysSql).run();
}

/** Their words into the word indexes that there are. After takeRows. */
export function takeWords(sqlite: Sqlite): void {
  sqlite.exec(`
    INSERT INTO main.customer_search (rowid, tokens) SELECT doc, search FROM listing.words ORDER BY doc;
    INSERT INTO main.customer_facets (rowid, tokens) SELECT doc, facets FROM listing.words ORDER BY doc;`);
}

/**
 * The word indexes as they stand in the file, in the place of the book's: the tables that hold an FTS5 index are ordinary
 * ones, and a copy of all their rows is the index (as in VACUUM and .dump). 'delete-all' comes first, because FTS5 keeps
 * what it read of an index; after it, it reads anew. The settings stay the book's own.
 */
export function takeIndex(sqlite: Sqlite, { customerIds, firstDoc }: CustomerListing, file: string): void {
  commandOf(sqlite, 'ATTACH ? AS listing_index').run(file);
  sqlite.exec(`
    INSERT INTO main.customer_search (customer_search) VALUES ('delete-all');
    INSERT INTO main.customer_facets (customer_facets) VALUES ('delete-all');
    DELETE FROM main.customer_search_data;
    DELETE FROM main.customer_facets_data;
    INSERT INTO main.customer_search_data SELECT * FROM listing_index.customer_search_data ORDER BY id;
    INSERT INTO main.customer_search_idx SELECT * FROM listing_index.customer_search_idx ORDER BY segid, term;
    INSERT INTO main.customer_search_docsize SELECT * FROM listing_index.customer_search_docsize ORDER BY id;
    INSERT INTO main.customer_facets_data SELECT * FROM listing_index.customer_facets_data ORDER BY id;
    INSERT INTO main.customer_facets_idx SELECT * FROM listing_index.customer_facets_idx ORDER BY segid, term;
    INSERT INTO main.customer_facets_docsize SELECT * FROM listing_index.customer_facets_docsize ORDER BY id;`);
  for (const doc of [firstDoc, firstDoc + customerIds.length - 1]) checkFound(sqlite, doc);
}

/** A customer is found by the first of its words. */
function checkFound(sqlite: Sqlite, doc: number): void {
  const [first = ''] = (valuesOf<string>(sqlite, 'SELECT search FROM listing.words WHERE doc = ?').get(doc) ?? '').split(' ');
  const found = valuesOf<number>(sqlite, 'SELECT 1 FROM customer_search WHERE customer_search MATCH ? AND rowid = ?');
  if (first !== '' && found.get(`"${first.replaceAll('"', '""')}"`, doc) === undefined) {
    throw new Error(`customer ${doc} is not found by its own words`);
  }
}

/** After the batch, whether it was committed or not. */
export function letGoOfListing(sqlite: Sqlite): void {
  const attached = valuesOf<string>(sqlite, "SELECT name FROM pragma_database_list WHERE name LIKE 'listing%'").all();
  for (const name of attached) sqlite.exec(`DETACH ${name}`);
}
