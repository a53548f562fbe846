import type Database from 'better-sqlite3';
import type { Sqlite } from './connection.ts';

/** What a query binds: named values as one object, or values in the order of their question marks. */
export type Bound = (string | number | null | { readonly [name: string]: string | number | null })[];
type Prepared<Result> = Database.Statement<Bound, Result>;

type Mode = 'row' | 'value' | 'tuple';

/** One map per mode: a key made of mode and text would be hashed anew at every call. */
const cacheOf = new WeakMap<Sqlite, Record<Mode, Map<string, Prepared<unknown>>>>();
/** Filters of many shapes would fill the cache for ever; beyond this it starts anew. */
const cacheLimit = 500;

function prepared(sqlite: Sqlite, mode: Mode, sql: string): Prepared<unknown> {
  let caches = cacheOf.get(sqlite);
  if (!caches) {
    caches = { row: new Map(), value: new Map(), tuple: new Map() };
    cacheOf.set(sqlite, caches);
  }
  const cache = caches[mode];
  let statement = cache.get(sql);
  if (!statement) {
    if (cache.size >= cacheLimit) cache.clear();
    statement = sqlite.prepare<Bound, unknown>(sql);
    if (mode === 'value') statement.pluck();
    if (mode === 'tuple') statement.raw();
    cache.set(sql, statement);
  }
  return statement;
}

/** The statement of a text, prepared once per connection; each row an object. The caller's type must say what the SQL selects. */
export function rowsOf<Row>(sqlite: Sqlite, sql: string): Prepared<Row> {
  // Safe as far as SQL goes: the type of a result is not known to the compiler; the database tests hold it.
  return prepared(sqlite, 'row', sql) as Prepared<Row>;
}

/** As rowsOf, for the first column alone. */
export function valuesOf<Value>(sqlite: Sqlite, sql: string): Prepared<Value> {
  return prepared(sqlite, 'value', sql) as Prepared<Value>;
}

/** As rowsOf, each row an array: half the cost where thousands are read. */
export function tuplesOf<Tuple extends readonly unknown[]>(sqlite: Sqlite, sql: string): Prepared<Tuple> {
  return prepared(sqlite, 'tuple', sql) as Prepared<Tuple>;
}

/** A statement that gives no rows back. */
export function commandOf(sqlite: Sqlite, sql: string): Prepared<never> {
  return prepared(sqlite, 'row', sql) as Prepared<never>;
}
