import type { WriteDb } from '../../../db/journal.ts';
import { contacts, customers } from '../../../db/schema/customers.ts';
import { visitPlans } from '../../../db/schema/follow-ups.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { customersContract } from '../../../src-shared/customers/customers-contract.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { Actor } from '../../ipc/actor.ts';
import {
  mayGiveTiers,
  mayGiveTo,
  ownerProblem,
  referrerProblem,
  tagProblem,
  tierProblem,
} from './customer-references.ts';
import { putTagOn, recordTier } from './customer-steps.ts';

export type NewCustomer = ParsedInputOf<typeof customersContract.create>;

/** The customer with its contacts (the first is the primary one), tags, tier assignment and next visit. */
export function createCustomer(db: WriteDb, actor: Actor, input: NewCustomer): Result<{ id: Id }, AppError> {
  const { customer, nextVisit } = input;
  const tagIds = [...new Set(input.tagIds)];
  const refusal = refusalOf(db, actor, customer, tagIds);
  if (refusal) return err(refusal);

  const nextId = () => newId(instantToMs(db.info.now));
  const id = nextId();
  const people = input.contacts.map((contact) => ({ ...contact, id: nextId(), customerId: id }));
  db.insert(customers, { ...customer, id, primaryContactId: people[0]?.id ?? null });
  for (const person of people) db.insert(contacts, person);
  for (const tagId of tagIds) putTagOn(db, id, tagId);
  if (customer.tierId !== null) {
    const { tierId, tierPinnedReason: reason } = customer;
    recordTier(db, { customerId: id, tierId, effectiveOn: actor.today, method: 'create', reason });
  }
  if (nextVisit) {
    const { on: plannedOn, purpose } = nextVisit;
    db.insert(visitPlans, { id: nextId(), customerId: id, personId: customer.ownerId, plannedOn, purpose });
  }
  return ok({ id });
}

function refusalOf(
  db: WriteDb,
  actor: Actor,
  { tierId, tierPinnedReason, ownerId, referredById }: NewCustomer['customer'],
  tagIds: readonly Id[],
): AppError | null {
  const fields = [
    tierProblem(db, tierId, 'customer.tierId'),
    ownerProblem(db, ownerId, 'customer.ownerId'),
    referrerProblem(db, referredById, { itself: null, field: 'customer.referredById' }),
    ...tagIds.map((tagId, index) => tagProblem(db, tagId, `tagIds.${index}`)),
  ].filter((problem) => problem !== null);
  if (fields.length > 0) return { kind: 'validation', fields };
  const givesTier = tierId !== null || tierPinnedReason !== null;
  return (givesTier ? mayGiveTiers(actor) : null) ?? mayGiveTo(actor, ownerId, 'customers.edit');
}
