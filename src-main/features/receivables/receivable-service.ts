import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { receivables } from '../../../db/schema/money.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { given } from '../../../src-shared/core/given.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import { dueOtherwise } from '../../../src-shared/receivables/due-days.ts';
import type { Ledger, Receivable, SettlementSource } from '../../../src-shared/receivables/ledger.ts';
import {
  addSource,
  noLedgerChange,
  type ReleasedPart,
  releasesFor,
  reworkReceivable,
  voidReceivable,
} from '../../../src-shared/receivables/ledger-changes.ts';
import type { receivablesContract } from '../../../src-shared/receivables/receivables-contract.ts';
import type { Actor } from '../../ipc/actor.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { customerToChange } from '../../ipc/reachable-customer.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';

type Receivables = typeof receivablesContract;
type ReceivableState = typeof receivables.$inferSelect;

/**
 * An opening balance, or a debt whose order is kept elsewhere. It may be due before its day: an opening balance is entered
 * on the day the book begins. Errors: those of the customer.
 */
export function enterReceivable(
  db: WriteDb,
  actor: Actor,
  { customerId, issuedOn, dueOn, amountFen, reference, note }: ParsedInputOf<Receivables['enter']>,
): Result<{ id: Id }, AppError> {
  const customer = customerToChange(db, actor, customerId, 'money.edit');
  if (!customer.ok) return customer;
  const receivable: Receivable = {
    id: newId(instantToMs(db.info.now)),
    customerId,
    orderId: null,
    installmentNo: 1,
    issuedOn,
    dueOn,
    formerDueDays: [],
    amountFen,
    isDisputed: false,
    voidedOn: null,
  };
  const change = { ...noLedgerChange, receivables: [receivable] };
  const written = writeLedgerChange(db, customerId, readLedger(db, customerId), change, {
    receivable: { reference, note },
  });
  return written.ok ? ok({ id: receivable.id }) : written;
}

/**
 * Errors: not_found, already_void; validation (the amount of an order's: the order says it; releases of another); conflict
 * releases_needed.
 */
export function updateReceivable(
  db: WriteDb,
  actor: Actor,
  { id, fields: wish, releases }: ParsedInputOf<Receivables['update']>,
): Result<object, AppError> {
  const present = receivableToChange(db, actor, id);
  if (!present.ok) return present;
  const { customerId, orderId } = present.value;
  const { amountFen, dueOn, dueFrom = actor.today, dueReason = null, ...words } = given(wish);
  const ledger = readLedger(db, customerId);
  const receivable = receivableIn(ledger, id);
  if (amountFen !== undefined && amountFen !== receivable.amountFen && orderId !== null) {
    return err({ kind: 'validation', fields: [{ field: 'fields.amountFen', problem: 'invalid' }] });
  }
  const reworked = {
    ...(dueOn === undefined ? receivable : dueOtherwise(receivable, dueOn, dueFrom)),
    amountFen: amountFen ?? receivable.amountFen,
  };
  const freed = releasedParts(ledger, reworked, releases);
  if (!freed.ok) return freed;
  const change = reworkReceivable(ledger, reworked, freed.value, () => newId(instantToMs(db.info.now)));
  const written = writeLedgerChange(db, customerId, ledger, change, { dueReason });
  if (!written.ok) return written;
  db.update(receivables, id, words);
  return ok({});
}

/** Errors: not_found, already_void; conflict breaks_ledger (an order's: the order is voided whole); validation (a day to come). */
export function voidEnteredReceivable(
  db: WriteDb,
  actor: Actor,
  { id, on, reason }: ParsedInputOf<Receivables['void']>,
): Result<object, AppError> {
  const present = receivableToChange(db, actor, id);
  if (!present.ok) return present;
  const { customerId, orderId } = present.value;
  if (orderId !== null) return err({ kind: 'conflict', reason: 'breaks_ledger', otherId: orderId });
  if (on > actor.today) return outOfRange('on');
  const ledger = readLedger(db, customerId);
  const details = { void: { kind: 'mistake', reason } } as const;
  const written = writeLedgerChange(db, customerId, ledger, voidReceivable(ledger, id, on), details);
  return written.ok ? ok({}) : written;
}

/** 坏账: leaves balance and aging on its day. Errors: not_found, already_void; conflict exceeds_open, too_early; validation. */
export function writeOffReceivable(
  db: WriteDb,
  actor: Actor,
  { id, on, amountFen, reason }: ParsedInputOf<Receivables['writeOff']>,
): Result<{ sourceId: Id }, AppError> {
  const present = receivableToChange(db, actor, id);
  if (!present.ok) return present;
  if (on > actor.today) return outOfRange('on');
  const { customerId } = present.value;
  const nextId = () => newId(instantToMs(db.info.now));
  const source: SettlementSource = { id: nextId(), customerId, kind: 'write_off', on, amountFen, voidedOn: null };
  const change = addSource(source, [{ receivableId: id, amountFen, effectiveOn: on }], nextId);
  const written = writeLedgerChange(db, customerId, readLedger(db, customerId), change, { source: { note: reason } });
  return written.ok ? ok({ sourceId: source.id }) : written;
}

/** What goes when the amount falls below what is allocated: the user has to have said so (domain §1). */
function releasedParts(
  ledger: Ledger,
  { id, amountFen }: Receivable,
  releases: ParsedInputOf<Receivables['update']>['releases'],
): Result<readonly ReleasedPart[], AppError> {
  const needed = releasesFor(ledger, id, amountFen);
  if (needed.length === 0) return ok([]);
  const parts: ReleasedPart[] = [];
  for (const [index, { allocationId, releasedFen }] of (releases ?? []).entries()) {
    const allocation = ledger.allocations.find((each) => each.id === allocationId);
    const isOwn = allocation?.receivableId === id && allocation.endedOn === null;
    if (
      !allocation ||
      !isOwn ||
      releasedFen > allocation.amountFen ||
      parts.some((part) => part.allocation === allocation)
    ) {
      return err({ kind: 'validation', fields: [{ field: `releases.${index}`, problem: 'unknown_choice' }] });
    }
    parts.push({ allocation, releasedFen });
  }
  const sum = (all: readonly ReleasedPart[]) => all.reduce((total, { releasedFen }) => total + releasedFen, 0);
  return sum(parts) < sum(needed) ? err({ kind: 'conflict', reason: 'releases_needed', otherId: id }) : ok(parts);
}

/** Errors: not_found (also one that an undo took back), forbidden, conflict in_bin (its customer), already_void. */
function receivableToChange(db: ReadDb, actor: Actor, id: Id): Result<ReceivableState, AppError> {
  const receivable = findRow(db, receivables, id);
  if (!receivable || receivable.deletedAt !== null) return err({ kind: 'not_found', entity: 'receivables', id });
  const customer = customerToChange(db, actor, receivable.customerId, 'money.edit');
  if (!customer.ok) return customer;
  return receivable.voidedOn === null ? ok(receivable) : err({ kind: 'conflict', reason: 'already_void', otherId: id });
}

function receivableIn(ledger: Ledger, id: Id): Receivable {
  const receivable = ledger.receivables.find((each) => each.id === id);
  if (!receivable) throw new Error(`receivable ${id} is not in its customer's ledger`);
  return receivable;
}
