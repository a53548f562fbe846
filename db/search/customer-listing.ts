import type { Id } from '../../src-shared/core/id.ts';
import type { Sqlite } from '../connection.ts';
import { commandOf, valuesOf } from '../prepared.ts';
import { listColumns } from './derived-row.ts';

/**
 * The derived rows of customers that a batch makes, worked out by a second thread while the batch writes them and kept in
 * files beside the book (listing-file.ts). The batch only copies them, one part while the thread is at the next.
 */
export interface CustomerListing {
  /** In the order of their row numbers; the batch has not touched them since it made them. */
  readonly customerIds: readonly Id[];
  /** Row number of the first: the next of customer_list when the batch began. */
  readonly firstDoc: number;
  /** Customers in each part but the last. There are no more than maxParts. */
  readonly partSize: number;
  /** Waits for the file of a part, from 0. Null: there is none, the rest is to be worked out here. */
  file(part: number): string | null;
}

/** SQLite attaches 10 files to a connection, and lets go of none within a transaction. */
export const maxParts = 8;

export function listedCount(sqlite: Sqlite): number {
  return valuesOf<number>(sqlite, 'SELECT count(*) FROM customer_list').get() ?? 0;
}

/** The row number that the next customer gets. */
export function nextDoc(sqlite: Sqlite): number {
  return (valuesOf<number>(sqlite, 'SELECT max(doc) FROM customer_list').get() ?? 0) + 1;
}

const columns = listColumns.join(', ');
const copies = (part: string) => [
  `INSERT INTO main.customer_list (doc, ${columns}) SELECT doc, ${columns} FROM ${part}.listed ORDER BY doc`,
  // In the order of the index, as sortedKeys of derived-writer.ts.
  `INSERT INTO main.customer_keys (kind, value, doc) SELECT kind, value, doc FROM ${part}.keys ORDER BY kind, value, doc`,
  `INSERT INTO main.customer_search (rowid, tokens) SELECT doc, search FROM ${part}.words ORDER BY doc`,
  `INSERT INTO main.customer_facets (rowid, tokens) SELECT doc, facets FROM ${part}.words ORDER BY doc`,
];

/**
 * Copies part after part by statements that go from file to file: no row becomes a value of JavaScript. Gives the
 * customers that are still to be worked out. The files stay attached: letGoOfListing.
 */
export function copyListing(sqlite: Sqlite, { customerIds, firstDoc, partSize, file }: CustomerListing): readonly Id[] {
  for (let done = 0; done < customerIds.length; done += partSize) {
    const part = done / partSize;
    const path = file(part);
    if (path === null) return customerIds.slice(done);
    const next = nextDoc(sqlite);
    if (next !== firstDoc + done) throw new Error(`the list goes on at ${next}, the listing at ${firstDoc + done}`);
    copyPart(sqlite, `listing_${part}`, path, Math.min(partSize, customerIds.length - done));
  }
  return [];
}

function copyPart(sqlite: Sqlite, name: string, path: string, size: number): void {
  commandOf(sqlite, `ATTACH ? AS ${name}`).run(path);
  // It is read from one end to the other: what is kept of it is of no use.
  sqlite.pragma(`${name}.cache_size = -1000`);
  const count = valuesOf<number>(sqlite, `SELECT count(*) FROM ${name}.listed`).get();
  if (count !== size) throw new Error(`${count} customers in a part of a listing instead of ${size}`);
  for (const copy of copies(name)) sqlite.exec(copy);
}

const attached = "SELECT name FROM pragma_database_list WHERE name GLOB 'listing_*'";

/** After the transaction: within it the files are in use. */
export function letGoOfListing(sqlite: Sqlite): void {
  for (const name of valuesOf<string>(sqlite, attached).all()) sqlite.exec(`DETACH ${name}`);
}
