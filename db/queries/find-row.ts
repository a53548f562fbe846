import { eq, sql } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { preparedQuery } from '../prepared-query.ts';
import { type ThingTable, thingTables } from '../schema/journaled-tables.ts';

const rowById = new Map(
  thingTables.map((table: ThingTable) => [
    table,
    preparedQuery((orm) =>
      orm
        .select()
        .from(table)
        .where(eq(table.id, sql.placeholder('id')))
        .prepare(),
    ),
  ]),
);

/** The row with that id, in the bin or not; null when there never was one. What a service checks before it writes. */
export function findRow<T extends ThingTable>(db: ReadDb, table: T, id: Id): T['$inferSelect'] | null {
  const query = rowById.get(table);
  if (!query) throw new Error('a table that is not among thingTables');
  // Safe: drizzle cannot infer the row of a generic table, but it selects all columns of exactly this one.
  const row = query(db).get({ id }) as T['$inferSelect'] | undefined;
  return row ?? null;
}
