import { connect, type Sqlite } from '../connection.ts';
import { loadMigrations, migrate } from '../migrate.ts';
import { applicationId } from '../new-book.ts';
import { migrationsFolder } from './open-test-book.ts';

/**
 * Writes at `to` what the closed book at `from` would be in an older version: its rows without the columns and tables that
 * came later. The search indexes stay empty.
 */
export function writeOlderBook(from: string, to: string, version: number): void {
  const sqlite = connect(to, 'create');
  try {
    migrate(sqlite, loadMigrations(migrationsFolder).slice(0, version));
    sqlite.pragma(`application_id = ${applicationId}`);
    sqlite.pragma('foreign_keys = OFF');
    sqlite.prepare('ATTACH ? AS newer').run(from);
    sqlite.transaction(() => {
      for (const table of ordinaryTables(sqlite)) copyRows(sqlite, table);
    })();
    sqlite.exec('DETACH newer');
  } finally {
    sqlite.close();
  }
}

function ordinaryTables(sqlite: Sqlite): readonly string[] {
  const sql = `SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`;
  return sqlite.prepare<[], string>(sql).pluck().all();
}

function copyRows(sqlite: Sqlite, table: string): void {
  const columns = sqlite
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .join(', ');
  sqlite.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`);
}
