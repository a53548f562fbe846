import { asc, isNull, sql } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { User } from '../../src-shared/users/user.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';
import { users } from '../schema/book.ts';
import { facetCounts } from './facet-counts.ts';
import { findRow } from './find-row.ts';

export type UserRow = typeof users.$inferSelect;

/** Those with the firm now, the earliest first. */
export function liveUserRows(db: ReadDb): readonly UserRow[] {
  return db.orm.select().from(users).where(isNull(users.deletedAt)).orderBy(asc(users.createdAt), asc(users.id)).all();
}

/** What is asked at every click of who sits there. */
export type SeatedUser = Pick<UserRow, 'id' | 'name' | 'role'>;

const withFirmSql = 'SELECT id, name, role FROM users WHERE id = ? AND deleted_at IS NULL';
const firstOwnerSql = `SELECT id, name, role FROM users WHERE role = 'owner' AND deleted_at IS NULL
  ORDER BY created_at, id LIMIT 1`;

/** Null: there never was such a person, or they have left. */
export function userWithFirm({ sqlite }: ReadDb, id: Id): SeatedUser | null {
  return rowsOf<SeatedUser>(sqlite, withFirmSql).get(id) ?? null;
}

/** The owner who has been there longest; null in a book that lost all its owners, which no rule of ours allows. */
export function firstOwner({ sqlite }: ReadDb): SeatedUser | null {
  return rowsOf<SeatedUser>(sqlite, firstOwnerSql).get() ?? null;
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
