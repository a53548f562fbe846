import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type DerivedRow, listColumns } from './derived-row.ts';

/**
 * The throw-away file of a part of a customer listing: what the derived tables will hold of customers that another
 * connection is just writing. Nothing of the book is in danger here: a crash leaves a file that nobody reads.
 */
export interface ListingFile {
  /** The next customers, in the order in which the book gets them. */
  add(rows: readonly DerivedRow[]): void;
  /** The file is whole now, and nobody holds it. */
  finish(): void;
  /** Gives up what was not finished. */
  close(): void;
}

const schema = `
  CREATE TABLE listed (doc INTEGER PRIMARY KEY, ${listColumns.join(', ')});
  CREATE TABLE keys (kind, value, doc, PRIMARY KEY (kind, value, doc)) WITHOUT ROWID;
  CREATE TABLE words (doc INTEGER PRIMARY KEY, search, facets);`;

/** `firstDoc`: the row number of the first customer. A file that is there already is replaced. */
export function makeListingFile(path: string, firstDoc: number): ListingFile {
  removeListingFile(path);
  const sqlite = new Database(path);
  sqlite.pragma('page_size = 16384');
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -16000');
  sqlite.exec(`${schema} BEGIN`);
  const insertListed = sqlite.prepare(`INSERT INTO listed VALUES (?, ${listColumns.map(() => '?').join(', ')})`);
  const insertKey = sqlite.prepare('INSERT INTO keys VALUES (?, ?, ?)');
  const insertWords = sqlite.prepare('INSERT INTO words VALUES (?, ?, ?)');
  let doc = firstDoc;
  return {
    add: (rows) => {
      for (const { list, keys, searchTokens, facetTokens } of rows) {
        insertListed.run(doc, ...list);
        for (const [kind, value] of keys) insertKey.run(kind, value, doc);
        insertWords.run(doc, searchTokens, facetTokens);
        doc += 1;
      }
    },
    finish: () => {
      sqlite.exec('COMMIT');
      sqlite.close();
    },
    close: () => {
      sqlite.close();
    },
  };
}

export function listingPath(path: string, part: number): string {
  return `${path}.${part}`;
}

function removeListingFile(path: string): void {
  rmSync(path, { force: true });
}

export function removeListing(path: string, parts: number): void {
  for (let part = 0; part < parts; part += 1) removeListingFile(listingPath(path, part));
}
