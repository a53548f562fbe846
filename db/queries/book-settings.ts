import { and, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '../connection.ts';
import { bookSettings } from '../schema/book.ts';

/** The stored value of one setting, as the JSON it is; undefined when it was never set. */
export function settingValue(db: ReadDb, name: string): unknown {
  const row = db.orm
    .select({ value: bookSettings.value })
    .from(bookSettings)
    .where(and(eq(bookSettings.id, name), isNull(bookSettings.deletedAt)))
    .get();
  return row?.value;
}
