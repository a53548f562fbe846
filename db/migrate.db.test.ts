import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as drizzleMigrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMigrations, type Migration, migrate, rowCounts, userVersion } from './migrate.ts';
import { setPragmas } from './pragmas.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 迁移 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first = `
CREATE TABLE firms (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE people (id TEXT NOT NULL PRIMARY KEY, firm_id TEXT NOT NULL REFERENCES firms(id) ON DELETE CASCADE) STRICT;
`;
/** The way SQLite's manual changes a table: a new one, the rows, the old one dropped. */
const rebuild = `
CREATE TABLE firms_new (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, city TEXT) STRICT;
--> statement-breakpoint
INSERT INTO firms_new (id, name) SELECT id, name FROM firms;
--> statement-breakpoint
DROP TABLE firms;
--> statement-breakpoint
ALTER TABLE firms_new RENAME TO firms;
`;

function migration(number: number, sql: string, changesRowsOf: readonly string[] = []): Migration {
  return { number, name: `000${number}_test.sql`, sql, changesRowsOf: new Set(changesRowsOf) };
}

/** A file of version 1 with 3 firms and 5 people. */
function oldFile(): string {
  const path = join(folder, 'old.keben');
  const sqlite = new Database(path);
  setPragmas(sqlite);
  migrate(sqlite, [migration(1, first)]);
  sqlite.exec(`INSERT INTO firms VALUES ('f1', '一'), ('f2', '二'), ('f3', '三');
    INSERT INTO people VALUES ('p1', 'f1'), ('p2', 'f1'), ('p3', 'f2'), ('p4', 'f3'), ('p5', 'f3')`);
  sqlite.close();
  return path;
}

function open(path: string): Database.Database {
  const sqlite = new Database(path);
  setPragmas(sqlite);
  return sqlite;
}

describe('migrate', () => {
  it('keeps every child row when a parent table is rebuilt', () => {
    const sqlite = open(oldFile());
    migrate(sqlite, [migration(1, first), migration(2, rebuild)]);
    expect(Object.fromEntries(rowCounts(sqlite))).toEqual({ firms: 3, people: 5 });
    expect(userVersion(sqlite)).toBe(2);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    sqlite.close();
  });

  it("while drizzle's own migrator loses them without an error: why it is not used", () => {
    const sqlite = open(oldFile());
    const migrations = join(folder, 'drizzle');
    mkdirSync(join(migrations, 'meta'), { recursive: true });
    const entry = { idx: 0, version: '6', when: 1, tag: '0002_rebuild', breakpoints: true };
    writeFileSync(
      join(migrations, 'meta', '_journal.json'),
      JSON.stringify({ version: '6', dialect: 'sqlite', entries: [entry] }),
    );
    writeFileSync(
      join(migrations, '0002_rebuild.sql'),
      `PRAGMA foreign_keys = OFF;\n--> statement-breakpoint\n${rebuild}`,
    );
    drizzleMigrate(drizzle(sqlite), { migrationsFolder: migrations });
    const counts = rowCounts(sqlite);
    expect(counts.get('firms')).toBe(3);
    expect(counts.get('people')).toBe(0);
    sqlite.close();
  });

  it.each<[string, Migration, string]>([
    ['fails', migration(2, 'CREATE TABLE x (id TEXT) STRICT; SELECT nonsense;'), 'nonsense'],
    ['loses rows', migration(2, "DELETE FROM people WHERE id = 'p1'"), 'people had 5 rows and has 4'],
    ['drops a table', migration(2, 'DROP TABLE people'), 'people had 5 rows and has no table'],
    ['leaves a child without its parent', migration(2, "DELETE FROM firms WHERE id = 'f1'", ['firms']), 'dangling'],
    ['commits by itself', migration(2, 'CREATE TABLE x (id TEXT) STRICT;\n-- why\ncommit; SELECT nonsense'), 'commit'],
  ])('leaves the old file as it was, byte for byte, when a migration %s', (_what, bad, message) => {
    const path = oldFile();
    const before = readFileSync(path);
    const sqlite = open(path);
    const good = migration(2, rebuild);
    const later = { ...bad, number: 3 };
    expect(() => migrate(sqlite, [migration(1, first), good, later])).toThrow(message);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(userVersion(sqlite)).toBe(1);
    sqlite.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('lets a migration change rows of a table that it names', () => {
    const sqlite = open(oldFile());
    migrate(sqlite, [migration(1, first), migration(2, "DELETE FROM people WHERE id = 'p1'", ['people'])]);
    expect(rowCounts(sqlite).get('people')).toBe(4);
    sqlite.close();
  });

  it('does nothing on a file that is up to date', () => {
    const path = oldFile();
    const before = readFileSync(path);
    const sqlite = open(path);
    migrate(sqlite, [migration(1, 'this is not SQL')]);
    sqlite.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('loadMigrations', () => {
  const write = (name: string, sql = 'SELECT 1') => writeFileSync(join(folder, name), sql);

  it('reads them in order, with the tables whose rows they change', () => {
    write('0002_second.sql', '-- Why.\n-- changes rows of: tags, customers\nSELECT 1');
    write('0001_first.sql');
    write('frozen.json', '{}');
    expect(loadMigrations(folder)).toEqual([
      { number: 1, name: '0001_first.sql', sql: 'SELECT 1', changesRowsOf: new Set() },
      {
        number: 2,
        name: '0002_second.sql',
        sql: '-- Why.\n-- changes rows of: tags, customers\nSELECT 1',
        changesRowsOf: new Set(['tags', 'customers']),
      },
    ]);
  });

  it.each([
    ['a number is missing', ['0001_a.sql', '0003_b.sql']],
    ['a number comes twice', ['0001_a.sql', '0001_b.sql']],
    ['a name is no migration', ['0001_a.sql', 'notes.sql']],
    ['there is none', []],
  ])('finds the package broken when %s', (_what, names) => {
    for (const name of names) write(name);
    expect(() => loadMigrations(folder)).toThrow(/migration/);
  });
});
