import { eq } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import type { ThingTable } from '../schema/journaled-tables.ts';

/** The row with that id, in the bin or not; null when there never was one. What a service checks before it writes. */
export function findRow<T extends ThingTable>(db: ReadDb, table: T, id: Id): T['$inferSelect'] | null {
  // Safe: drizzle cannot infer the row of a generic table, but it selects all columns of exactly this one.
  const row = db.orm
    .select()
    .from(table as ThingTable)
    .where(eq(table.id, id))
    .get() as T['$inferSelect'] | undefined;
  return row ?? null;
}
