import { and, asc, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '../connection.ts';
import { users } from '../schema/book.ts';

export type UserRow = typeof users.$inferSelect;

/** Those with the firm now, the earliest first. */
export function liveUserRows(db: ReadDb): readonly UserRow[] {
  return db.orm.select().from(users).where(isNull(users.deletedAt)).orderBy(asc(users.createdAt), asc(users.id)).all();
}

/** The owner who has been there longest; null in a book that lost all its owners, which no rule of ours allows. */
export function firstOwnerRow(db: ReadDb): UserRow | null {
  const owner = db.orm
    .select()
    .from(users)
    .where(and(eq(users.role, 'owner'), isNull(users.deletedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1)
    .get();
  return owner ?? null;
}
