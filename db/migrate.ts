import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sqlite } from './connection.ts';

export interface Migration {
  /** Becomes the file's user_version. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** Tables whose row count the migration changes on purpose: its line `-- changes rows of: a, b`. */
  readonly changesRowsOf: ReadonlySet<string>;
}

const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** All migrations of a folder in order. Throws when one is missing, doubled or misnamed: the package is broken. */
export function loadMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  if (names.length === 0) throw new Error(`no migration in ${folder}`);
  return names.map((name, index) => {
    const number = Number(fileName.exec(name)?.[1]);
    if (number !== index + 1) throw new Error(`migration ${name} should be number ${index + 1}`);
    const sql = readFileSync(join(folder, name), 'utf8');
    const declared = /^-- changes rows of: (.+)$/m.exec(sql)?.[1] ?? '';
    const tables = declared.split(',').map((table) => table.trim());
    return { number, name, sql, changesRowsOf: new Set(tables.filter((table) => table !== '')) };
  });
}

export function userVersion(sqlite: Sqlite): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

/**
 * Brings a book to the newest shape in one transaction: all migrations or none.
 * Foreign keys are off meanwhile, outside the transaction: inside it the pragma has no effect, and rebuilding a table
 * would delete its children by cascade. Throws when a migration fails, loses rows or leaves a dangling reference.
 * `fill`, called last with the version before, makes derived columns whose rules SQL does not know.
 */
export function migrate(
  sqlite: Sqlite,
  migrations: readonly Migration[],
  fill: (sqlite: Sqlite, from: number) => void = () => {},
): void {
  const from = userVersion(sqlite);
  const pending = migrations.filter(({ number }) => number > from);
  if (pending.length === 0) return;
  for (const migration of pending) refuseWhatEndsTheTransaction(migration);
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    for (const migration of pending) applyOne(sqlite, migration);
    fill(sqlite, from);
    const dangling = sqlite.pragma('foreign_key_check');
    if (Array.isArray(dangling) && dangling.length > 0) {
      throw new Error(`migrating leaves ${dangling.length} dangling references, first ${JSON.stringify(dangling[0])}`);
    }
    sqlite.exec('COMMIT');
  } finally {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    sqlite.pragma('foreign_keys = ON');
  }
}

/** A migration that commits by itself could not be taken back; a pragma or VACUUM does nothing or fails inside one. */
function refuseWhatEndsTheTransaction({ name, sql }: Migration): void {
  const forbidden = /(?:^|;)\s*(COMMIT|ROLLBACK|PRAGMA|VACUUM|ATTACH|DETACH)\b/i.exec(sql.replace(/--.*$/gm, ''));
  if (forbidden) throw new Error(`${name}: ${forbidden[1]} ends the transaction it runs in, or has no effect in it`);
}

function applyOne(sqlite: Sqlite, migration: Migration): void {
  const before = rowCounts(sqlite);
  sqlite.exec(migration.sql);
  const after = rowCounts(sqlite);
  for (const [table, count] of before) {
    const left = after.get(table);
    if (left !== count && !migration.changesRowsOf.has(table)) {
      throw new Error(`${migration.name}: ${table} had ${count} rows and has ${left ?? 'no table'}`);
    }
  }
  sqlite.pragma(`user_version = ${migration.number}`);
}

/** Rows of every ordinary table; index and shadow tables of FTS5 are derived and not counted. */
export function rowCounts(sqlite: Sqlite): ReadonlyMap<string, number> {
  const tables = sqlite
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all();
  return new Map(
    tables.map((table) => [table, Number(sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  );
}
