import type { Sqlite } from '../connection.ts';
import { commandOf, tuplesOf, valuesOf } from '../prepared.ts';
import type { CustomerKey } from './customer-keys.ts';
import { type DerivedRow, type ListColumn, listColumns } from './derived-row.ts';
import { removeWarnings } from './warned-counts.ts';

type ListValue = string | number | null;
type StoredList = readonly [doc: number, ...values: ListValue[]];

const storedSql = `SELECT doc, ${listColumns.join(', ')} FROM customer_list WHERE customer_id = ?`;
const insertList = `INSERT INTO customer_list (${listColumns.join(', ')}) VALUES (${listColumns.map(() => '?').join(', ')})`;

const insertSearch = 'INSERT INTO customer_search (rowid, tokens) VALUES (?, ?)';
const insertFacets = 'INSERT INTO customer_facets (rowid, tokens) VALUES (?, ?)';
const insertKey = 'INSERT INTO customer_keys (kind, value, doc) VALUES (?, ?, ?)';

const facetColumns: ReadonlySet<ListColumn> = new Set<ListColumn>([
  'is_live',
  'tier_id',
  'owner_id',
  'tag_ids',
  'district',
  'industry',
  'source',
]);

/** Writes customers that the derived tables do not know yet; table by table, which costs a fifth less than row by row. */
export function insertDerived(sqlite: Sqlite, rows: readonly DerivedRow[]): void {
  index(sqlite, rows, insertListRows(sqlite, rows));
}

/** As updateDerived and insertDerived, where search index, facets and keys hold nothing: see emptyIndexes. */
export function rewriteDerived(sqlite: Sqlite, listed: readonly DerivedRow[], added: readonly DerivedRow[]): void {
  const docs = listed.map((row) => updateListRow(sqlite, row).doc);
  index(sqlite, [...listed, ...added], [...docs, ...insertListRows(sqlite, added)]);
}

function insertListRows(sqlite: Sqlite, rows: readonly DerivedRow[]): readonly number[] {
  const insert = commandOf(sqlite, insertList);
  return rows.map((row) => Number(insert.run(...row.list).lastInsertRowid));
}

/** `docs`: the row numbers of `rows`, ascending. */
function index(sqlite: Sqlite, rows: readonly DerivedRow[], docs: readonly number[]): void {
  insertTokens(sqlite, insertSearch, docs, (row) => row.searchTokens, rows);
  insertTokens(sqlite, insertFacets, docs, (row) => row.facetTokens, rows);
  const add = commandOf(sqlite, insertKey);
  for (const [kind, value, doc] of sortedKeys(rows, docs)) add.run(kind, value, doc);
}

/** In the order of the index, so that neighbours land on one page: scattered, each key would fetch a page of its own. */
function sortedKeys(rows: readonly DerivedRow[], docs: readonly number[]): (readonly [...CustomerKey, doc: number])[] {
  const keys = rows.flatMap((row, index) =>
    row.keys.map(([kind, value]) => [kind, value, docs[index] ?? Number.NaN] as const),
  );
  return keys.sort((a, b) => compared(a[0], b[0]) || compared(a[1], b[1]) || a[2] - b[2]);
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function insertTokens(
  sqlite: Sqlite,
  sql: string,
  docs: readonly number[],
  tokensOf: (row: DerivedRow) => string,
  rows: readonly DerivedRow[],
): void {
  const insert = commandOf(sqlite, sql);
  for (const [index, row] of rows.entries()) insert.run(docs[index] ?? null, tokensOf(row));
}

/** Writes what differs from what is stored of a customer that the derived tables know. */
export function updateDerived(sqlite: Sqlite, row: DerivedRow): void {
  const { doc, changed } = updateListRow(sqlite, row);
  // The tokens are a function of the same texts as search_text, so they differ only when it does.
  if (changed.includes('search_text')) {
    commandOf(sqlite, 'DELETE FROM customer_search WHERE rowid = ?').run(doc);
    commandOf(sqlite, insertSearch).run(doc, row.searchTokens);
  }
  if (changed.some((column) => facetColumns.has(column))) {
    commandOf(sqlite, 'DELETE FROM customer_facets WHERE rowid = ?').run(doc);
    commandOf(sqlite, insertFacets).run(doc, row.facetTokens);
  }
  writeKeys(sqlite, doc, row.keys);
}

/** Whether a listed customer is found by other words than before. */
export function isReworded(sqlite: Sqlite, { customerId, list }: DerivedRow): boolean {
  const stored = valuesOf<string>(sqlite, 'SELECT search_text FROM customer_list WHERE customer_id = ?');
  return stored.get(customerId) !== list[listColumns.indexOf('search_text')];
}

/** Only the columns that changed: SQLite then leaves the other indexes alone. */
function updateListRow(
  sqlite: Sqlite,
  { customerId, list }: DerivedRow,
): { readonly doc: number; readonly changed: readonly ListColumn[] } {
  const stored = tuplesOf<StoredList>(sqlite, storedSql).get(customerId);
  if (!stored) throw new Error(`customer ${customerId} is not listed`);
  const [doc, ...values] = stored;
  const changed = listColumns.filter((_, index) => values[index] !== list[index]);
  if (changed.length === 0) return { doc, changed };
  const sets = changed.map((column) => `${column} = ?`).join(', ');
  const wanted = changed.map((column) => list[listColumns.indexOf(column)] ?? null);
  commandOf(sqlite, `UPDATE customer_list SET ${sets} WHERE doc = ?`).run(...wanted, doc);
  if (changed.includes('owner_id')) {
    const ownerId = list[listColumns.indexOf('owner_id')] ?? null;
    commandOf(sqlite, 'UPDATE open_receivables SET owner_id = ? WHERE customer_id = ?').run(ownerId, customerId);
  }
  return { doc, changed };
}

function writeKeys(sqlite: Sqlite, doc: number, keys: readonly CustomerKey[]): void {
  const stored = tuplesOf<CustomerKey>(sqlite, 'SELECT kind, value FROM customer_keys WHERE doc = ?').all(doc);
  const has = (list: readonly CustomerKey[], [kind, value]: CustomerKey) =>
    list.some((key) => key[0] === kind && key[1] === value);
  for (const key of stored.filter((key) => !has(keys, key))) {
    commandOf(sqlite, 'DELETE FROM customer_keys WHERE kind = ? AND value = ? AND doc = ?').run(...key, doc);
  }
  for (const key of keys.filter((key) => !has(stored, key))) {
    commandOf(sqlite, insertKey).run(...key, doc);
  }
}

/** Takes a customer out whose row is no more. */
export function removeDerived(sqlite: Sqlite, customerId: string): void {
  const doc = valuesOf<number>(sqlite, 'DELETE FROM customer_list WHERE customer_id = ? RETURNING doc').get(customerId);
  if (doc === undefined) return;
  commandOf(sqlite, 'DELETE FROM customer_search WHERE rowid = ?').run(doc);
  commandOf(sqlite, 'DELETE FROM customer_facets WHERE rowid = ?').run(doc);
  commandOf(sqlite, 'DELETE FROM customer_keys WHERE doc = ?').run(doc);
  commandOf(sqlite, 'DELETE FROM order_sums WHERE doc = ?').run(doc);
  commandOf(sqlite, 'DELETE FROM open_receivables WHERE customer_id = ?').run(customerId);
  removeWarnings(sqlite, customerId);
}

export function emptyDerived(sqlite: Sqlite): void {
  sqlite.exec(`
    DELETE FROM customer_list;
    DELETE FROM order_sums;
    DELETE FROM open_receivables;
    DELETE FROM customer_warnings;
    DELETE FROM warned_counts;
    DELETE FROM product_list;`);
  emptyIndexes(sqlite);
}

/** Of what one looks up in, not of what is listed. */
export function emptyIndexes(sqlite: Sqlite): void {
  sqlite.exec(`
    DELETE FROM customer_keys;
    INSERT INTO customer_search (customer_search) VALUES ('delete-all');
    INSERT INTO customer_facets (customer_facets) VALUES ('delete-all');`);
}

/**
 * Does the work without indexes of customer_list, and makes them anew at its end: where most rows are new that costs a
 * third. Inside the caller's transaction, so that a failure leaves everything as it was.
 */
export function withoutIndexes(sqlite: Sqlite, names: readonly string[] | 'all', work: () => void): void {
  const indexes = tuplesOf<readonly [name: string, sql: string]>(
    sqlite,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'customer_list' AND sql IS NOT NULL",
  )
    .all()
    .filter(([name]) => names === 'all' || names.includes(name));
  for (const [name] of indexes) sqlite.exec(`DROP INDEX ${name}`);
  work();
  for (const [, sql] of indexes) sqlite.exec(sql);
}

/**
 * The search index meanwhile gathers in memory what it else would write a megabyte at a time, and neither word index
 * merges: of entries taken out one by one it would merge what is left of its parts again and again, minutes for an undo of
 * 100,000 customers. The saves that come after do it little by little.
 */
export function withoutMerging(sqlite: Sqlite, work: () => void): void {
  configure(sqlite, bulkSettings);
  try {
    work();
  } finally {
    configure(sqlite, usualSettings);
  }
}

type IndexSettings = Readonly<Record<'hashsize' | 'automerge' | 'deletemerge', number>>;

/** `automerge` as the migration sets it, the others as FTS5 starts with them. */
const usualSettings: IndexSettings = { hashsize: 1_048_576, automerge: 8, deletemerge: 10 };
const bulkSettings: IndexSettings = { hashsize: 32_000_000, automerge: 0, deletemerge: 0 };

function configure(sqlite: Sqlite, settings: IndexSettings): void {
  // Written into the text: a bound number reaches FTS5 as a fraction, which it refuses.
  for (const [name, value] of Object.entries(settings)) {
    sqlite.exec(`INSERT INTO customer_search (customer_search, rank) VALUES ('${name}', ${value})`);
    sqlite.exec(`INSERT INTO customer_facets (customer_facets, rank) VALUES ('${name}', ${value})`);
  }
}
