import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Sqlite } from '../connection.ts';
import { tuplesOf } from '../prepared.ts';
import { type DerivedRow, listColumns } from './derived-row.ts';
import { configureForBulk } from './derived-writer.ts';

/**
 * What the derived tables will hold of customers that another connection is just writing, in two throw-away files: their
 * rows, keys and words; and, where the book's word indexes begin anew, the indexes of these words. Nothing of the book is in danger here: a
 * crash leaves files that nobody reads.
 */
export interface ListingFiles {
  readonly rows: string;
  readonly index: string;
}

export function listingFilesAt(path: string): ListingFiles {
  return { rows: `${path}.rows`, index: `${path}.index` };
}

export function removeListingFiles({ rows, index }: ListingFiles): void {
  for (const file of [rows, index]) for (const suffix of ['', '-journal']) rmSync(file + suffix, { force: true });
}

const rowsSchema = `
  CREATE TABLE listed (doc INTEGER PRIMARY KEY, ${listColumns.join(', ')});
  CREATE TABLE keys (kind, value, doc, PRIMARY KEY (kind, value, doc)) WITHOUT ROWID;
  CREATE TABLE words (doc INTEGER PRIMARY KEY, search, facets);`;

export interface ListingWriter {
  /** The next customers, in the order in which the book gets them. */
  add(rows: readonly DerivedRow[]): void;
  /** Lets go of the file of rows; it is whole now. */
  endRows(): void;
  /** Makes the word indexes; `onEach` is called after each customer. */
  writeIndex(onEach: () => void): void;
  close(): void;
}

/** `book`: whose word indexes these are to become. `firstDoc`: the row number of the first customer. */
export function writeListing(files: ListingFiles, book: Sqlite, firstDoc: number): ListingWriter {
  removeListingFiles(files);
  let rows: Sqlite | null = throwAway(files.rows);
  rows.exec(`${rowsSchema} BEGIN`);
  const insertListed = rows.prepare(`INSERT INTO listed VALUES (?, ${listColumns.map(() => '?').join(', ')})`);
  const insertWords = rows.prepare('INSERT INTO words VALUES (?, ?, ?)');
  const insertKey = rows.prepare('INSERT INTO keys VALUES (?, ?, ?)');
  let doc = firstDoc;
  let index: Sqlite | null = null;
  return {
    add: (derived) => {
      for (const { list, searchTokens, facetTokens, keys } of derived) {
        insertListed.run(doc, ...list);
        insertWords.run(doc, searchTokens, facetTokens);
        for (const [kind, value] of keys) insertKey.run(kind, value, doc);
        doc += 1;
      }
    },
    endRows: () => {
      rows?.exec('COMMIT');
      rows?.close();
      rows = null;
    },
    writeIndex: (onEach) => {
      index = throwAway(files.index);
      index.exec(wordIndexes(book));
      index.prepare('ATTACH ? AS listing').run(files.rows);
      fillIndex(index, onEach);
      index.close();
      index = null;
    },
    close: () => {
      rows?.close();
      index?.close();
    },
  };
}

function throwAway(file: string): Sqlite {
  const sqlite = new Database(file);
  sqlite.pragma('page_size = 16384');
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -64000');
  return sqlite;
}

/** As the book's migrations made them: what is in these tables goes into the book's as it stands. */
function wordIndexes(book: Sqlite): string {
  const sql = `SELECT sql FROM sqlite_schema WHERE name IN ('customer_search', 'customer_facets')`;
  return book.prepare<[], string>(sql).pluck().all().join(';');
}

function fillIndex(index: Sqlite, onEach: () => void): void {
  configureForBulk(index);
  index.exec('BEGIN');
  const search = index.prepare('INSERT INTO customer_search (rowid, tokens) VALUES (?, ?)');
  const facets = index.prepare('INSERT INTO customer_facets (rowid, tokens) VALUES (?, ?)');
  const words = tuplesOf<readonly [doc: number, search: string, facets: string]>(
    index,
    'SELECT doc, search, facets FROM listing.words ORDER BY doc',
  );
  for (const [doc, searchTokens, facetTokens] of words.iterate()) {
    search.run(doc, searchTokens);
    facets.run(doc, facetTokens);
    onEach();
  }
  index.exec('COMMIT');
}
