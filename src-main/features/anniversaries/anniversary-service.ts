import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { anniversaries } from '../../../db/schema/anniversaries.ts';
import { contacts } from '../../../db/schema/customers.ts';
import type { AnniversaryFields } from '../../../src-shared/anniversaries/anniversaries-contract.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { Actor } from '../../ipc/actor.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

export function createAnniversary(
  db: WriteDb,
  actor: Actor,
  customerId: Id,
  fields: AnniversaryFields,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'customers.edit');
  if (!customer.ok) return customer;
  const contact = contactOf(db, customerId, fields.contactId);
  if (!contact.ok) return contact;
  const id = newId(instantToMs(db.info.now));
  db.insert(anniversaries, { ...fields, id, customerId });
  return ok({ id });
}

export function updateAnniversary(
  db: WriteDb,
  actor: Actor,
  id: Id,
  fields: AnniversaryFields,
): Result<object, AppError> {
  const found = anniversaryToChange(db, actor, id);
  if (!found.ok) return found;
  const contact = contactOf(db, found.value.customerId, fields.contactId);
  if (!contact.ok) return contact;
  db.update(anniversaries, id, fields);
  return ok({});
}

export function binAnniversary(db: WriteDb, actor: Actor, id: Id): Result<object, AppError> {
  const found = anniversaryToChange(db, actor, id);
  if (!found.ok) return found;
  db.update(anniversaries, id, { deletedAt: db.info.now });
  return ok({});
}

/** Errors: not_found, forbidden, conflict in_bin (it, its customer or its contact). */
function anniversaryToChange(db: ReadDb, actor: Actor, id: Id): Result<{ customerId: Id }, AppError> {
  const row = findRow(db, anniversaries, id);
  if (!row) return err({ kind: 'not_found', entity: 'anniversaries', id });
  const customer = customerToChange(db, actor, row.customerId, 'customers.edit');
  if (!customer.ok) return customer;
  if (row.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: id });
  const contact = row.contactId === null ? null : findRow(db, contacts, row.contactId);
  if (contact && contact.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: contact.id });
  return ok({ customerId: row.customerId });
}

/** Errors: validation unknown_choice (no contact of this customer), conflict in_bin. */
function contactOf(db: ReadDb, customerId: Id, contactId: Id | null): Result<null, AppError> {
  if (contactId === null) return ok(null);
  const contact = findRow(db, contacts, contactId);
  if (contact?.customerId !== customerId)
    return err({ kind: 'validation', fields: [{ field: 'anniversary.contactId', problem: 'unknown_choice' }] });
  if (contact.deletedAt !== null) return err({ kind: 'conflict', reason: 'in_bin', otherId: contactId });
  return ok(null);
}
