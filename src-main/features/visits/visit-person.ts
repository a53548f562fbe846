import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { users } from '../../../db/schema/book.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Actor } from '../../ipc/actor.ts';
import { type CustomerState, isWithinReach } from '../../ipc/reachable-customer.ts';

/**
 * Why that person cannot be sent; null: they can. Somebody who is with the firm now, and where the right reaches one's
 * own customers only, oneself or nobody: work is given to others by who may give it (domain §13).
 */
export function personRefusal(db: ReadDb, actor: Actor, personId: Id | null, field: string): AppError | null {
  if (personId === null) return null;
  if (!isWithFirm(db, personId)) return { kind: 'validation', fields: [{ field, problem: 'unknown_choice' }] };
  return isWithinReach(actor, personId) ? null : { kind: 'forbidden', right: 'follow_ups.edit' };
}

/** The customer's owner goes; nobody yet when there is none or they have left. */
export function personByOwner(db: ReadDb, { ownerId }: Pick<CustomerState, 'ownerId'>): Id | null {
  return ownerId !== null && isWithFirm(db, ownerId) ? ownerId : null;
}

function isWithFirm(db: ReadDb, userId: Id): boolean {
  return findRow(db, users, userId)?.deletedAt === null;
}
