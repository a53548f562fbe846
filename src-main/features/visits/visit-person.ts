import type { ReadDb } from '../../../db/open.ts';
import { ifWithFirm } from '../../../db/queries/user-rows.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import type { Actor } from '../../ipc/actor.ts';
import { isWithinReach } from '../../ipc/reachable-customer.ts';

/**
 * Why that person cannot be sent; null: they can. Somebody who is with the firm now, and where the right reaches one's
 * own customers only, oneself or nobody: work is given to others by who may give it (domain §13).
 */
export function personRefusal(db: ReadDb, actor: Actor, personId: Id | null, field: string): AppError | null {
  if (personId === null) return null;
  if (ifWithFirm(db, personId) === null) return { kind: 'validation', fields: [{ field, problem: 'unknown_choice' }] };
  return isWithinReach(actor, personId) ? null : { kind: 'forbidden', right: 'follow_ups.edit' };
}
