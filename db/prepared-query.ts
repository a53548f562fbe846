import type { ReadDb, ReadOrm, Sqlite } from './connection.ts';

/**
 * A drizzle query that is built and prepared once per connection, with placeholders for what changes. Building one
 * costs several times what running it does, which counts where every click asks.
 */
export function preparedQuery<Query>(build: (orm: ReadOrm) => Query): (db: ReadDb) => Query {
  const built = new WeakMap<Sqlite, Query>();
  return ({ sqlite, orm }) => {
    let query = built.get(sqlite);
    if (query === undefined) {
      query = build(orm);
      built.set(sqlite, query);
    }
    return query;
  };
}
