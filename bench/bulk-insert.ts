import { execFileSync } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { writeBatch } from '../db/journal.ts';
import type { AppDb } from '../db/open.ts';
import { readSources } from '../db/search/customer-source.ts';
import { datesBook } from '../db/search/dates-book.ts';
import { derivedRow } from '../db/search/derived-row.ts';
import { benchNow, customerRows, emptyBook, writeCustomers } from './big-book.ts';
import { installedProgram } from './installed-program.ts';
import { type Benchmark, check, interleaved, timed, told } from './measure.ts';

/** What the peer is given as CSV; the journal is ours alone. */
const tables = ['customers', 'contacts', 'customer_list', 'customer_keys'] as const;
const searchTables = ['customer_search', 'customer_facets'] as const;

/** G9: customers and contacts in one batch, with journal, list, keys and search index. */
export const bulkInsert: Benchmark = {
  name: 'G9',
  what: 'insert 100,000 customers with contacts through db/: journal, list, match keys, search index',
  run: async ({ folder, rounds, rows }) => {
    const count = rows ?? 100_000;
    const words = [...customerRows(0, count)];
    let made = 0;
    const insert = async (): Promise<{ readonly ms: number; readonly book: AppDb; readonly file: string }> => {
      made += 1;
      const { book, path: file, ownerId, tierIds } = emptyBook(folder, `ours-${made}.keben`);
      const ms = await timed(() =>
        writeBatch(book, { source: 'import', userId: ownerId, now: benchNow }, (db) =>
          writeCustomers(db, tierIds, words.values() as ReturnType<typeof customerRows>),
        ),
      );
      return { ms, book, file };
    };
    const first = await insert();
    const listed = Number(first.book.sqlite.prepare('SELECT count(*) FROM customer_list').pluck().get());
    const journaled = Number(first.book.sqlite.prepare('SELECT count(*) FROM journal_entries').pluck().get());
    check(listed === count, `${listed} customers listed of ${count}`);
    check(journaled >= count + words.reduce((sum, { contacts }) => sum + contacts.length, 0), 'journal entries');
    const ours = async () => {
      const { ms, book, file } = await insert();
      book.close();
      rmSync(file);
      return ms;
    };
    const sqlite3 = installedProgram('sqlite3');
    if (!sqlite3) {
      first.book.close();
      const figures = [told('ours (sqlite3 is not installed)', first.ms, 'ms')];
      return { name: 'G9', what: bulkInsert.what, comparison: null, figures };
    }
    await dump(first.book, folder);
    const schema = schemaOf(first.book);
    first.book.close();
    const peer = async (round: number) => {
      const file = path.join(folder, `peer-${round}.db`);
      execFileSync(sqlite3, [file], { input: schema });
      const imports = [...tables, ...searchTables].map((table) => `.import ${table}.csv ${table}`).join('\n');
      const script = `PRAGMA synchronous = FULL;\n.mode csv\nBEGIN;\n${imports}\nCOMMIT;\n`;
      const ms = await timed(() => execFileSync(sqlite3, [file], { input: script, cwd: folder }));
      const imported = execFileSync(sqlite3, [file, 'SELECT count(*) FROM customer_list'], { encoding: 'utf8' });
      check(Number(imported) === count, `the peer has ${imported.trim()} customers`);
      rmSync(file);
      return ms;
    };
    const times = await interleaved(rounds, ours, peer);
    return {
      name: 'G9',
      what: bulkInsert.what,
      comparison: { peer: 'sqlite3 .import of the same rows, same indexes, no journal', ...times, must: 2, goal: 1.3 },
      figures: [],
    };
  },
};

/** The same tables and indexes without types, checks and references: CSV knows no NULL, and the peer checks nothing. */
function schemaOf({ sqlite }: AppDb): string {
  const plain = tables.map((table) => {
    const columns = sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
    const isKeyed = columns[0] === 'doc' || columns[0] === 'id';
    const definitions = columns.map((name) => (name === 'doc' && isKeyed ? 'doc INTEGER PRIMARY KEY' : name));
    if (columns[0] === 'id') return `CREATE TABLE ${table} (${definitions.join(', ')}, PRIMARY KEY (id))`;
    if (isKeyed) return `CREATE TABLE ${table} (${definitions.join(', ')}, UNIQUE (customer_id))`;
    return `CREATE TABLE ${table} (${columns.join(', ')}, PRIMARY KEY (${columns.join(', ')})) WITHOUT ROWID`;
  });
  const named = (type: 'index' | 'table', list: readonly string[]) =>
    sqlite
      .prepare<[string, string], string>(
        `SELECT sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL
         AND tbl_name IN (SELECT value FROM json_each(?))`,
      )
      .pluck()
      .all(type, JSON.stringify(list));
  // Only of use to deletes, and unknown to the sqlite3 of many systems.
  const search = named('table', searchTables).map((sql) => sql.replace(', contentless_delete=1', ''));
  const all = [...plain, ...named('index', tables), ...search];
  return `PRAGMA journal_mode = WAL;\n${all.join(';\n')};\n`;
}

async function dump(book: AppDb, folder: string): Promise<void> {
  for (const table of tables) {
    const rows = book.sqlite.prepare<[], readonly unknown[]>(`SELECT * FROM ${table}`).raw();
    await writeCsv(path.join(folder, `${table}.csv`), rows.iterate());
  }
  const ids = book.sqlite.prepare<[], string>('SELECT customer_id FROM customer_list ORDER BY doc').pluck().all();
  const derived = readSources(book.sqlite, ids).map((source) => derivedRow(source, datesBook(book.sqlite)));
  await writeCsv(
    path.join(folder, 'customer_search.csv'),
    derived.map((row) => [row.searchTokens]),
  );
  await writeCsv(
    path.join(folder, 'customer_facets.csv'),
    derived.map((row) => [row.facetTokens]),
  );
}

async function writeCsv(file: string, rows: Iterable<readonly unknown[]>): Promise<void> {
  const out = createWriteStream(file);
  for (const row of rows) out.write(`${row.map(field).join(',')}\n`);
  out.end();
  await finished(out);
}

function field(value: unknown): string {
  return value === null ? '' : `"${String(value).replaceAll('"', '""')}"`;
}
