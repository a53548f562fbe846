import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { User } from '../../src-shared/users/user.ts';
import type { ReadDb } from '../connection.ts';
import { preparedQuery } from '../prepared-query.ts';
import { users } from '../schema/book.ts';
import { facetCounts } from './facet-counts.ts';
import { findRow } from './find-row.ts';

export type UserRow = typeof users.$inferSelect;

/** Those with the firm now, the earliest first. */
export function liveUserRows(db: ReadDb): readonly UserRow[] {
  return db.orm.select().from(users).where(isNull(users.deletedAt)).orderBy(asc(users.createdAt), asc(users.id)).all();
}

const firstOwner = preparedQuery((orm) =>
  orm
    .select()
    .from(users)
    .where(and(eq(users.role, 'owner'), isNull(users.deletedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1)
    .prepare(),
);

/** The owner who has been there longest; null in a book that lost all its owners, which no rule of ours allows. */
export function firstOwnerRow(db: ReadDb): UserRow | null {
  return firstOwner(db).get() ?? null;
}

/** That person while they are with the firm; null: nobody, or they have left. */
export function ifWithFirm(db: ReadDb, userId: Id | null): Id | null {
  return userId !== null && findRow(db, users, userId)?.deletedAt === null ? userId : null;
}

/** Everybody there ever was, those gone at the end; with the live customers of each. */
export function listUsers(db: ReadDb): readonly User[] {
  const counts = facetCounts(db, 'owner');
  return db.orm
    .select()
    .from(users)
    .orderBy(sql`${users.deletedAt} IS NOT NULL`, asc(users.createdAt), asc(users.id))
    .all()
    .map(({ id, name, role, pinHash, deletedAt }) => ({
      id,
      name,
      role,
      isGone: deletedAt !== null,
      hasPin: pinHash !== null,
      customerCount: counts.get(id) ?? 0,
    }));
}

export function countLiveCustomersOf(db: ReadDb, ownerId: Id): number {
  return facetCounts(db, 'owner').get(ownerId) ?? 0;
}
