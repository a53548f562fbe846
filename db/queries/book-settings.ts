import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ReadDb } from '../connection.ts';
import { preparedQuery } from '../prepared-query.ts';
import { bookSettings } from '../schema/book.ts';

const valueByName = preparedQuery((orm) =>
  orm
    .select({ value: bookSettings.value })
    .from(bookSettings)
    .where(and(eq(bookSettings.id, sql.placeholder('name')), isNull(bookSettings.deletedAt)))
    .prepare(),
);

/** The stored value of one setting, as the JSON it is; undefined when it was never set. */
export function settingValue(db: ReadDb, name: string): unknown {
  return valueByName(db).get({ name })?.value;
}
