import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { contacts } from '../../../db/schema/customers.ts';
import { paymentPromises, receivables } from '../../../db/schema/money.ts';
import type { AppError, FieldError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { paymentsContract } from '../../../src-shared/payments/payments-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';

type Payments = typeof paymentsContract;
type PromiseState = typeof paymentPromises.$inferSelect;

/** Errors: those of the customer; validation (a contact or a receivable of another, a day that is over). */
export function takePromise(
  db: WriteDb,
  actor: Actor,
  { customerId, ...promise }: ParsedInputOf<Payments['promise']>,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  const problems = referenceProblems(db, customerId, promise, '');
  if (promise.promisedOn < actor.today) problems.push({ field: 'promisedOn', problem: 'out_of_range' });
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  const id = newId(instantToMs(db.info.now));
  db.insert(paymentPromises, { ...promise, id, customerId, takenById: actor.userId });
  return ok({ id });
}

/** The day may be over: a promise can be put right afterwards. Errors: as promiseToChange; validation. */
export function updatePromise(
  db: WriteDb,
  actor: Actor,
  { id, fields: wish }: ParsedInputOf<Payments['updatePromise']>,
): Result<object, AppError> {
  const present = promiseToChange(db, actor, id);
  if (!present.ok) return present;
  const fields = given(wish);
  const { customerId, contactId, receivableId } = present.value;
  const problems = referenceProblems(
    db,
    customerId,
    {
      contactId: fields.contactId === contactId ? null : (fields.contactId ?? null),
      receivableId: fields.receivableId === receivableId ? null : (fields.receivableId ?? null),
    },
    'fields.',
  );
  if (problems.length > 0) return err({ kind: 'validation', fields: problems });
  db.update(paymentPromises, id, fields);
  return ok({});
}

/** What became of it; `open` again takes the outcome back. Errors: as promiseToChange; validation (a day to come). */
export function settlePromise(
  db: WriteDb,
  actor: Actor,
  { id, outcome, on, note }: ParsedInputOf<Payments['settlePromise']>,
): Result<object, AppError> {
  const present = promiseToChange(db, actor, id);
  if (!present.ok) return present;
  if (on > actor.today) return outOfRange('on');
  const isOpen = outcome === 'open';
  db.update(paymentPromises, id, { outcome, outcomeOn: isOpen ? null : on, outcomeNote: isOpen ? null : note });
  return ok({});
}

/** Errors: not_found, forbidden, conflict in_bin (the promise or its customer). */
function promiseToChange(db: ReadDb, actor: Actor, id: Id): Result<PromiseState, AppError> {
  const promise = findRow(db, paymentPromises, id);
  if (!promise) return err({ kind: 'not_found', entity: 'payment_promises', id });
  const customer = customerToChange(db, actor, promise.customerId, 'follow_ups.edit');
  if (!customer.ok) return customer;
  return promise.deletedAt === null ? ok(promise) : err({ kind: 'conflict', reason: 'in_bin', otherId: id });
}

interface References {
  readonly contactId: Id | null;
  readonly receivableId: Id | null;
}

function referenceProblems(
  db: ReadDb,
  customerId: Id,
  { contactId, receivableId }: References,
  path: string,
): FieldError[] {
  const isOwn = (row: { customerId: Id; deletedAt: unknown } | null) =>
    row?.customerId === customerId && row.deletedAt === null;
  const problems: FieldError[] = [];
  if (contactId !== null && !isOwn(findRow(db, contacts, contactId))) {
    problems.push({ field: `${path}contactId`, problem: 'unknown_choice' });
  }
  if (receivableId !== null && !isOwn(findRow(db, receivables, receivableId))) {
    problems.push({ field: `${path}receivableId`, problem: 'unknown_choice' });
  }
  return problems;
}
