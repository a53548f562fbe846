import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { users } from '../../../db/schema/book.ts';
import { customers, tags } from '../../../db/schema/customers.ts';
import { tiers } from '../../../db/schema/tiers.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { type Right, reachOf } from '../../../src-shared/users/rights.ts';
import type { Actor } from '../../ipc/actor.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';

/** A tier that can be given to someone: neither archived nor in the bin. */
export function tierProblem(db: ReadDb, tierId: Id | null, field: string): FieldError | null {
  if (tierId === null) return null;
  const tier = findRow(db, tiers, tierId);
  return tier && tier.deletedAt === null && tier.archivedAt === null ? null : { field, problem: 'unknown_choice' };
}

/** Somebody who is with the firm now. */
export function ownerProblem(db: ReadDb, ownerId: Id | null, field: string): FieldError | null {
  if (ownerId === null) return null;
  const user = findRow(db, users, ownerId);
  return user && user.deletedAt === null ? null : { field, problem: 'unknown_choice' };
}

export function tagProblem(db: ReadDb, tagId: Id, field: string): FieldError | null {
  const tag = findRow(db, tags, tagId);
  return tag && tag.deletedAt === null ? null : { field, problem: 'unknown_choice' };
}

/** 转介绍: a customer that is not in the bin, and not `itself`. */
export function referrerProblem(
  db: ReadDb,
  referrerId: Id | null,
  { itself, field }: { readonly itself: Id | null; readonly field: string },
): FieldError | null {
  if (referrerId === null) return null;
  const referrer = findRow(db, customers, referrerId);
  const isUsable = referrer !== null && referrer.deletedAt === null && referrerId !== itself;
  return isUsable ? null : { field, problem: 'unknown_choice' };
}

/** Who gets which tier is the owner's to say (domain §13). */
export function mayGiveTiers(actor: Actor): AppError | null {
  return reachOf(actor.role, 'tiers.edit') === null ? { kind: 'forbidden', right: 'tiers.edit' } : null;
}

/** Whose right reaches their own customers only can take one or let go of it, not hand it to somebody else. */
export function mayGiveTo(actor: Actor, ownerId: Id | null, right: Right): AppError | null {
  return isWithinReach(actor, ownerId) ? null : { kind: 'forbidden', right };
}
