import type { Id } from '../../src-shared/core/id.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, valuesOf } from '../prepared.ts';
import { listColumns } from './derived-row.ts';

/**
 * The derived rows of customers that a batch makes, worked out by a second thread while the batch writes them and kept in
 * a file beside the book (listing-file.ts). The batch only copies them.
 */
export interface CustomerListing {
  /** In the order of their row numbers; the batch has not touched them since it made them. */
  readonly customerIds: readonly Id[];
  /** Row number of the first: the next of customer_list when the batch began. */
  readonly firstDoc: number;
  /** Waits for the file. Null: there is none, they are to be worked out here. */
  file(): string | null;
}

export function listedCount(sqlite: Sqlite): number {
  return valuesOf<number>(sqlite, 'SELECT count(*) FROM customer_list').get() ?? 0;
}

/** The row number that the next customer gets. */
export function nextDoc(sqlite: Sqlite): number {
  return (valuesOf<number>(sqlite, 'SELECT max(doc) FROM customer_list').get() ?? 0) + 1;
}

const columns = listColumns.join(', ');
const copies = [
  `INSERT INTO main.customer_list (doc, ${columns}) SELECT doc, ${columns} FROM listing.listed ORDER BY doc`,
  // In the order of the index, as sortedKeys of derived-writer.ts.
  'INSERT INTO main.customer_keys (kind, value, doc) SELECT kind, value, doc FROM listing.keys ORDER BY kind, value, doc',
  'INSERT INTO main.customer_search (rowid, tokens) SELECT doc, search FROM listing.words ORDER BY doc',
  'INSERT INTO main.customer_facets (rowid, tokens) SELECT doc, facets FROM listing.words ORDER BY doc',
] as const;

/** Statements that go from file to file: no row becomes a value of JavaScript. The file stays attached: letGoOfListing. */
export function copyListing(sqlite: Sqlite, { customerIds, firstDoc }: CustomerListing, file: string): void {
  commandOf(sqlite, 'ATTACH ? AS listing').run(file);
  const count = valuesOf<number>(sqlite, 'SELECT count(*) FROM listing.listed').get();
  if (count !== customerIds.length) throw new Error(`a listing of ${count} customers instead of ${customerIds.length}`);
  const next = nextDoc(sqlite);
  if (next !== firstDoc) throw new Error(`the list goes on at ${next}, the listing at ${firstDoc}`);
  for (const copy of copies) sqlite.exec(copy);
}

const isAttached = "SELECT 1 FROM pragma_database_list WHERE name = 'listing'";

/** After the transaction: within it the file is in use. */
export function letGoOfListing(sqlite: Sqlite): void {
  if (valuesOf<number>(sqlite, isAttached).get() === 1) sqlite.exec('DETACH listing');
}
