import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { type ContactRow, liveContactRows } from '../../../db/queries/customer-children.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { contacts, customers } from '../../../db/schema/customers.ts';
import type { contactsContract } from '../../../src-shared/contacts/contacts-contract.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { Actor } from '../../ipc/actor.ts';
import { type CustomerState, customerToChange } from '../../ipc/reachable-customer.ts';

/** The first contact of a customer becomes the primary one, asked for or not. */
export function createContact(
  db: WriteDb,
  actor: Actor,
  { customerId, contact, isPrimary }: ParsedInputOf<typeof contactsContract.create>,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'customers.edit');
  if (!customer.ok) return customer;
  const id = newId(instantToMs(db.info.now));
  const isFirst = liveContactRows(db, customerId).length === 0;
  db.insert(contacts, { ...contact, id, customerId });
  if (isPrimary || isFirst) db.update(customers, customerId, { primaryContactId: id });
  return ok({ id });
}

export function updateContact(
  db: WriteDb,
  actor: Actor,
  { id, fields, isPrimary }: ParsedInputOf<typeof contactsContract.update>,
): Result<object, AppError> {
  const found = contactToChange(db, actor, id);
  if (!found.ok) return found;
  db.update(contacts, id, given(fields));
  if (isPrimary) db.update(customers, found.value.customer.id, { primaryContactId: id });
  return ok({});
}

/** When the primary contact goes, the one entered earliest among the others takes its place. */
export function binContact(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const found = contactToChange(db, actor, id);
  if (!found.ok) return found;
  const { customer } = found.value;
  db.update(contacts, id, { deletedAt: db.info.now });
  if (customer.primaryContactId === id) {
    db.update(customers, customer.id, { primaryContactId: liveContactRows(db, customer.id)[0]?.id ?? null });
  }
  return ok({});
}

/** Errors: not_found, conflict in_bin (the contact or its customer), forbidden. */
function contactToChange(
  db: ReadDb,
  actor: Actor,
  id: Id,
): Result<{ contact: ContactRow; customer: CustomerState }, AppError> {
  const contact = findRow(db, contacts, id);
  if (!contact) return err({ kind: 'not_found', entity: 'contacts', id });
  const customer = customerToChange(db, actor, contact.customerId, 'customers.edit');
  if (!customer.ok) return customer;
  if (contact.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: id });
  return ok({ contact, customer: customer.value });
}
