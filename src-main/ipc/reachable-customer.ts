import type { ReadDb } from '../../db/open.ts';
import { findRow } from '../../db/queries/find-row.ts';
import { customers } from '../../db/schema/customers.ts';
import type { WantedPersons } from '../../src-shared/calendar/wanted-persons.ts';
import type { AppError } from '../../src-shared/core/app-error.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { Right } from '../../src-shared/users/rights.ts';
import type { Actor } from './actor.ts';

export type CustomerState = typeof customers.$inferSelect;

/** Whether a customer with that owner is one's own or nobody's, where a right reaches no further (domain §13). */
export function isWithinReach({ reach, userId }: Pick<Actor, 'reach' | 'userId'>, ownerId: Id | null): boolean {
  return reach === 'all' || ownerId === null || ownerId === userId;
}

/**
 * The customer that a change is for, or that the changed row belongs to. Errors: not_found, forbidden (another's, where
 * the right reaches own ones only), conflict in_bin (its rows are hidden with it, so none may change).
 */
export function customerToChange(db: ReadDb, actor: Actor, id: Id, right: Right): Result<CustomerState, AppError> {
  const customer = findRow(db, customers, id);
  if (!customer) return err({ kind: 'not_found', entity: 'customers', id });
  if (!isWithinReach(actor, customer.ownerId)) return err({ kind: 'forbidden', right });
  if (customer.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: id });
  return ok(customer);
}

/**
 * The customer whose rows a right lets one read, in the bin or not. Errors: not_found, forbidden (another's, where the
 * right reaches own ones only).
 */
export function customerToRead(
  db: ReadDb,
  actor: Pick<Actor, 'reach' | 'userId'>,
  id: Id,
  right: Right,
): Result<CustomerState, AppError> {
  const customer = findRow(db, customers, id);
  if (!customer) return err({ kind: 'not_found', entity: 'customers', id });
  return isWithinReach(actor, customer.ownerId) ? ok(customer) : err({ kind: 'forbidden', right });
}

/**
 * Of the owners asked for those whose customers one wants and may see: `mine`, and a reach of one's own, are one's own
 * and nobody's. Undefined: everybody's.
 */
export function ownersWithinReach(
  { reach, userId }: Pick<Actor, 'reach' | 'userId'>,
  scope: 'mine' | 'all',
  wanted: WantedPersons,
): WantedPersons {
  const own: WantedPersons = reach === 'own' || scope === 'mine' ? [userId, null] : undefined;
  return own && wanted ? own.filter((owner) => wanted.includes(owner)) : (wanted ?? own);
}
