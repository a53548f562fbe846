import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bookTables } from './start-check.ts';

/**
 * Every write to a book goes through journal.ts: a row changed behind its back has no history and no undo.
 * The connection itself refuses at run time (connection.ts); this test says it before anything runs, and also of
 * sources that open a file by themselves.
 */
const derived: ReadonlySet<string> = new Set(['customer_list', 'customer_keys', 'customer_search', 'customer_facets']);
const book: ReadonlySet<string> = new Set([...bookTables, ...derived]);

/** Who may write what, and why it is no way around the journal. */
const allowed: readonly { readonly path: RegExp; readonly may: (table: string) => boolean; readonly why: string }[] = [
  { path: /^db\/(batch|table-shape)\.ts$/, may: () => true, why: 'the journal itself' },
  { path: /^db\/new-book\.ts$/, may: (table) => table === 'book_file', why: 'what the file is, not what a user did' },
  {
    path: /^db\/import-check\//,
    may: (table) => !book.has(table),
    why: 'a file of its own, thrown away after the import',
  },
  { path: /^db\/testing\/older-book\.ts$/, may: () => true, why: 'makes a book of an older Keben, for tests alone' },
  { path: /^db\/search\//, may: (table) => derived.has(table), why: 'derived: rebuilt from journaled rows at will' },
];

interface Write {
  readonly statement: string;
  /** '${' when the name is put together at run time. */
  readonly table: string;
}

const statements = [
  /\b(INSERT)\s+(?:OR\s+\w+\s+)?INTO\s+(?:main\.)?["`[]?(\w+|\$\{)/gi,
  /\b(REPLACE)\s+INTO\s+["`[]?(\w+|\$\{)/gi,
  /\b(UPDATE)\s+(?:OR\s+\w+\s+)?["`[]?(\w+|\$\{[^}]*\})["`\]]?\s+SET\b/gi,
  /\b(DELETE)\s+FROM\s+["`[]?(\w+|\$\{)/gi,
  /\b((?:DROP|ALTER)\s+TABLE)\s+(?:IF\s+EXISTS\s+)?["`[]?(\w+|\$\{)/gi,
];
const builder = /\.(insert|update|delete)\(\s*([\w.]+)\s*\)\s*\.(?:values|set|where|run|returning|select|from)\b/g;

function writesIn(source: string): Write[] {
  const code = source.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  const found: Write[] = [];
  for (const pattern of statements) {
    for (const [, verb, name] of code.matchAll(pattern)) {
      found.push({ statement: (verb ?? '').toUpperCase(), table: (name ?? '').startsWith('${') ? '${' : (name ?? '') });
    }
  }
  for (const [, verb] of code.matchAll(builder)) found.push({ statement: `drizzle ${verb}`, table: '${' });
  return found;
}

function offences(path: string, source: string): string[] {
  const rule = allowed.find((candidate) => candidate.path.test(path));
  return writesIn(source)
    .filter(({ table }) => (table === '${' || book.has(table.toLowerCase())) && !rule?.may(table.toLowerCase()))
    .map(({ statement, table }) => `${path}: ${statement} ${table}`);
}

const root = new URL('../', import.meta.url);

function sources(): { path: string; text: string }[] {
  return ['db', 'src-main', 'src-shared', 'bench', 'build', 'runtime'].flatMap((room) => {
    const folder = fileURLToPath(new URL(`${room}/`, root));
    return filesUnder(folder)
      .filter((name) => /\.(?:ts|tsx|mts|cts|js|mjs|cjs)$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => ({ path: `${room}/${name}`, text: readFileSync(`${folder}${name}`, 'utf8') }));
  });
}

/** With / between folders; none when the room is not built yet. */
function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

describe('every write to a book', () => {
  const all = sources();

  it('goes through the journal', () => {
    expect(all.flatMap(({ path, text }) => offences(path, text))).toEqual([]);
  });

  it('is looked for where writes are: the journal and the search index have some', () => {
    const withWrites = all.filter(({ text }) => writesIn(text).length > 0).map(({ path }) => path);
    expect(withWrites).toEqual(expect.arrayContaining(['db/batch.ts', 'db/table-shape.ts', 'db/new-book.ts']));
    expect(withWrites.some((path) => path.startsWith('db/search/'))).toBe(true);
  });

  it.each([
    ['db/queries/x.ts', "db.sqlite.prepare('INSERT INTO customers (id) VALUES (?)')", 'INSERT customers'],
    ['db/queries/x.ts', 'sqlite.exec(`\n  insert or ignore into\n    "contacts" SELECT 1`)', 'INSERT contacts'],
    ['db/search/x.ts', 'exec(`INSERT INTO main.customers SELECT 1`)', 'INSERT customers'],
    ['src-main/features/x.ts', "prepare('REPLACE INTO tags VALUES (1)')", 'REPLACE tags'],
    ['src-main/features/x.ts', 'prepare(`UPDATE visit_plans SET status = ?`)', 'UPDATE visit_plans'],
    ['bench/x.ts', "prepare('UPDATE OR REPLACE users SET name = 1')", 'UPDATE users'],
    ['build/x.mjs', "exec('DELETE FROM journal_entries')", 'DELETE journal_entries'],
    ['db/undo.ts', 'prepare(`DELETE FROM $\u007btable}`)', 'DELETE ${'],
    ['db/undo.ts', 'prepare(`UPDATE $\u007bshape.name} SET x = 1`)', 'UPDATE ${'],
    ['db/open.ts', "exec('DROP TABLE IF EXISTS customers')", 'DROP TABLE customers'],
    ['db/search/x.ts', "prepare('UPDATE customers SET name = 1')", 'UPDATE customers'],
    ['db/new-book.ts', "prepare('DELETE FROM tiers')", 'DELETE tiers'],
    ['db/queries/x.ts', 'db.insert(customers).values({ id })', 'drizzle insert ${'],
    ['db/queries/x.ts', 'orm\n  .update(schema.customers)\n  .set({ name })', 'drizzle update ${'],
    ['db/queries/x.ts', 'orm.delete(tags).where(eq(tags.id, id)).run()', 'drizzle delete ${'],
  ])('is found when planted in %s: %s', (path, source, offence) => {
    expect(offences(path, source)).toEqual([`${path}: ${offence}`]);
  });

  it.each([
    ['db/queries/x.ts', '// INSERT INTO customers happens elsewhere\n * UPDATE customers SET'],
    ['src-main/workflows/x.ts', 'db.insert(customers, { id }); seen.delete(id); map.delete(key)'],
    ['src-main/features/files-in/x.ts', "staging.prepare('INSERT INTO staged_rows VALUES (?)')"],
    ['db/search/x.ts', "sqlite.prepare('DELETE FROM customer_list WHERE doc = ?')"],
  ])('is not seen where there is none: %s', (path, source) => {
    expect(offences(path, source)).toEqual([]);
  });
});
