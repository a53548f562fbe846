import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Id } from '../src-shared/core/id.ts';
import { HlcClock } from './hlc.ts';
import { setPragmas } from './pragmas.ts';

export type Sqlite = Database.Database;

/** drizzle without its writing half: writes go through the journal. */
export type ReadOrm = Pick<BetterSQLite3Database, 'select' | 'selectDistinct' | '$count'>;

/** What a query needs. Its `sqlite` refuses to prepare a statement that writes. */
export interface ReadDb {
  readonly sqlite: Sqlite;
  readonly orm: ReadOrm;
}

/** One open book: one connection to one file. Reads freely; writes through `writeBatch` of journal.ts. */
export interface AppDb extends ReadDb {
  /** ':memory:' in tests. */
  readonly path: string;
  /** Which PC and installation writes; stored with each journal entry. */
  readonly deviceId: Id;
  readonly isReadOnly: boolean;
  close(): void;
}

/** What journal.ts, migrate.ts and db/search need beyond reading. Nobody else: the room test of writes looks. */
export interface Writer {
  readonly sqlite: Sqlite;
  readonly clock: HlcClock;
  /** A prepared statement per SQL text, kept as long as the connection. */
  readonly statement: (sql: string) => Database.Statement;
}

const writers = new WeakMap<AppDb, Writer>();

/** The writing side of a book. Only for journal.ts and for rebuilding derived tables. */
export function writerOf(book: AppDb): Writer {
  const writer = writers.get(book);
  if (!writer) throw new Error('this book was not opened by db/open.ts');
  return writer;
}

/** A connection with every pragma set and read back. Throws what SQLite throws; only `create` makes a file. */
export function connect(path: string, mode: 'write' | 'read' | 'create'): Sqlite {
  const sqlite = new Database(path, { fileMustExist: mode !== 'create', readonly: mode === 'read' });
  try {
    setPragmas(sqlite);
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Wraps a connection that was opened, set up and checked. */
export function appDb(sqlite: Sqlite, deviceId: Id): AppDb {
  const guarded = guardAgainstWrites(sqlite);
  const book: AppDb = {
    sqlite: guarded,
    orm: drizzle(guarded),
    path: sqlite.name,
    deviceId,
    isReadOnly: sqlite.readonly,
    close: () => sqlite.close(),
  };
  writers.set(book, { sqlite, clock: new HlcClock(), statement: statementCache(sqlite) });
  return book;
}

/**
 * The same connection, except that it prepares no statement that writes.
 * Cheaper than `PRAGMA query_only`, which makes SQLite prepare every cached statement again at each switch.
 */
function guardAgainstWrites(sqlite: Sqlite): Sqlite {
  const refuse = (what: string): never => {
    throw new Error(`a write outside the journal: ${what}`);
  };
  const prepare = (sql: string) => {
    const statement = sqlite.prepare(sql);
    return statement.readonly ? statement : refuse(sql);
  };
  // Safe: better-sqlite3 finds the native handle through the prototype, so all that is not replaced works as before.
  return Object.create(sqlite, {
    prepare: { value: prepare },
    exec: { value: refuse },
  }) as Sqlite;
}

/** Patches of many shapes would fill the cache for ever; beyond this it starts anew. */
const statementLimit = 1_000;

function statementCache(sqlite: Sqlite): (sql: string) => Database.Statement {
  const cache = new Map<string, Database.Statement>();
  return (sql) => {
    let statement = cache.get(sql);
    if (!statement) {
      if (cache.size >= statementLimit) cache.clear();
      statement = sqlite.prepare(sql);
      cache.set(sql, statement);
    }
    return statement;
  };
}
