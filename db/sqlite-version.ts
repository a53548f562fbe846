import Database from 'better-sqlite3';

/** The version of SQLite inside better-sqlite3, for 关于. */
export function sqliteVersion(): string {
  const memory = new Database(':memory:');
  try {
    return String(memory.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    memory.close();
  }
}
