import type { WriteDb } from '../../../db/journal.ts';
import type { ReadDb } from '../../../db/open.ts';
import { findRow } from '../../../db/queries/find-row.ts';
import { allocationRow } from '../../../db/queries/money/allocation-row.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { refunds, settlementSources } from '../../../db/schema/money.ts';
import type { AppError } from '../../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { instantToMs } from '../../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { ParsedInputOf } from '../../../src-shared/ipc/procedure.ts';
import type { ReleasedAllocation } from '../../../src-shared/orders/orders-contract.ts';
import type { paymentsContract } from '../../../src-shared/payments/payments-contract.ts';
import type { Allocation } from '../../../src-shared/receivables/ledger.ts';
import {
  applyPrepayment,
  type LedgerChange,
  moveAllocation,
  noLedgerChange,
  refundFrom,
  releasesForRefund,
  voidSource,
} from '../../../src-shared/receivables/ledger-changes.ts';
import type { Actor } from '../../ipc/actor.ts';
import { outOfRange } from '../../ipc/out-of-range.ts';
import { customerToChange, customerToRead } from '../../ipc/reachable-customer.ts';
import { writeLedgerChange } from '../../workflows/write-ledger-change.ts';
import { sourceIn, sourceToChange } from './source-to-change.ts';

type Payments = typeof paymentsContract;

/**
 * What it settled opens again with its old due day, what was paid back of it was never his. Errors: not_found,
 * already_void, validation (a day to come; what cannot bounce).
 */
export function voidSettlement(
  db: WriteDb,
  actor: Actor,
  { id, on, kind, reason }: ParsedInputOf<Payments['void']>,
): Result<object, AppError> {
  const source = sourceToChange(db, actor, id);
  if (!source.ok) return source;
  if (on > actor.today) return outOfRange('on');
  const { customerId, method } = source.value;
  if (kind === 'bounced' && method !== 'acceptance_bill' && method !== 'cheque') {
    return err({ kind: 'validation', fields: [{ field: 'kind', problem: 'invalid' }] });
  }
  const ledger = readLedger(db, customerId);
  const written = writeLedgerChange(db, customerId, ledger, voidSource(ledger, id, on), { void: { kind, reason } });
  return written.ok ? ok({}) : written;
}

/** Errors: not_found, conflict exceeds_left, exceeds_open, already_void: nothing is used unless all can be. */
export function usePrepayment(
  db: WriteDb,
  actor: Actor,
  { customerId, on = actor.today, uses }: ParsedInputOf<Payments['usePrepayment']>,
): Result<object, AppError> {
  const customer = customerToChange(db, actor, customerId, 'money.edit');
  if (!customer.ok) return customer;
  const ledger = readLedger(db, customerId);
  const nextId = idsOf(db);
  const allocations: Allocation[] = [];
  for (const { sourceId, receivableId, amountFen } of uses) {
    const source = ledger.sources.find(({ id }) => id === sourceId);
    if (!source) return err({ kind: 'not_found', entity: 'settlement_sources', id: sourceId });
    const receivable = ledger.receivables.find(({ id }) => id === receivableId);
    if (!receivable) return err({ kind: 'not_found', entity: 'receivables', id: receivableId });
    allocations.push(...applyPrepayment(source, receivable, { amountFen, on }, nextId).allocations);
  }
  const written = writeLedgerChange(db, customerId, ledger, { ...noLedgerChange, allocations });
  return written.ok ? ok({}) : written;
}

/**
 * Errors: not_found; conflict changed_meanwhile (moved or freed already), exceeds_left (more than it is), exceeds_open,
 * already_void, breaks_ledger (what was given up stays where it is); validation (to where it is).
 */
export function moveSettlement(
  db: WriteDb,
  actor: Actor,
  { allocationId, to, amountFen, on = actor.today }: ParsedInputOf<Payments['move']>,
): Result<object, AppError> {
  const row = allocationRow(db, allocationId);
  if (!row) return err({ kind: 'not_found', entity: 'allocations', id: allocationId });
  const customer = customerToChange(db, actor, row.customerId, 'money.edit');
  if (!customer.ok) return customer;
  const ledger = readLedger(db, row.customerId);
  const allocation = ledger.allocations.find(({ id }) => id === allocationId);
  if (!allocation || allocation.endedOn !== null) {
    return err({ kind: 'conflict', reason: 'changed_meanwhile', otherId: allocationId });
  }
  const part = amountFen ?? allocation.amountFen;
  if (part > allocation.amountFen) return err({ kind: 'conflict', reason: 'exceeds_left', otherId: allocationId });
  if (to === allocation.receivableId) {
    return err({ kind: 'validation', fields: [{ field: 'to', problem: 'unknown_choice' }] });
  }
  const target = to === null ? null : (ledger.receivables.find(({ id }) => id === to) ?? undefined);
  if (target === undefined) return err({ kind: 'not_found', entity: 'receivables', id: to ?? '' });
  const change = moveAllocation(allocation, target, { amountFen: part, on }, idsOf(db));
  const written = writeLedgerChange(db, row.customerId, ledger, change);
  return written.ok ? ok({}) : written;
}

export function releasesOfRefund(
  db: ReadDb,
  actor: Actor,
  { id, amountFen, on }: ParsedInputOf<Payments['refundReleases']>,
): Result<{ releases: readonly ReleasedAllocation[] }, AppError> {
  const row = findRow(db, settlementSources, id);
  if (!row || row.deletedAt !== null) return err({ kind: 'not_found', entity: 'settlement_sources', id });
  const customer = customerToRead(db, actor, row.customerId, 'money.read');
  if (!customer.ok) return customer;
  const ledger = readLedger(db, row.customerId);
  const source = sourceIn(ledger, id);
  const released = row.voidedOn === null ? releasesForRefund(ledger, source, { amountFen, on }) : null;
  if (!released) return err({ kind: 'conflict', reason: 'exceeds_left', otherId: id });
  return ok({
    releases: released.map(({ allocation: { id: allocationId, sourceId, receivableId }, releasedFen }) => ({
      allocationId,
      sourceId,
      receivableId,
      sourceOn: source.on,
      releasedFen,
    })),
  });
}

/**
 * Money paid back, out of prepayment first. Errors: not_found, already_void; validation (a day to come, or before the money
 * came); conflict exceeds_left (also of a write-off, which is no money), releases_needed.
 */
export function refundPayment(
  db: WriteDb,
  actor: Actor,
  { id, on, amountFen, method, note, mayRelease }: ParsedInputOf<Payments['refund']>,
): Result<{ refundId: Id }, AppError> {
  const row = sourceToChange(db, actor, id);
  if (!row.ok) return row;
  const { customerId, kind, onDay } = row.value;
  if (on > actor.today || on < onDay) return outOfRange('on');
  const ledger = readLedger(db, customerId);
  const change = kind === 'write_off' ? null : refundFrom(ledger, sourceIn(ledger, id), { amountFen, on }, idsOf(db));
  const refundId = change?.refunds[0]?.id;
  if (!change || refundId === undefined) return err({ kind: 'conflict', reason: 'exceeds_left', otherId: id });
  if (change.ended.length > 0 && !mayRelease) return err({ kind: 'conflict', reason: 'releases_needed', otherId: id });
  const written = writeLedgerChange(db, customerId, ledger, change, { refund: { method, note } });
  return written.ok ? ok({ refundId }) : written;
}

/** It was never paid back: the money is prepayment again. Errors: not_found, already_void, validation (a day to come). */
export function voidRefund(
  db: WriteDb,
  actor: Actor,
  { id, on, reason }: ParsedInputOf<Payments['voidRefund']>,
): Result<object, AppError> {
  const refund = findRow(db, refunds, id);
  if (!refund || refund.deletedAt !== null) return err({ kind: 'not_found', entity: 'refunds', id });
  const customer = customerToChange(db, actor, refund.customerId, 'money.edit');
  if (!customer.ok) return customer;
  if (refund.voidedOn !== null) return err({ kind: 'conflict', reason: 'already_void', otherId: id });
  if (on > actor.today) return outOfRange('on');
  const change: LedgerChange = { ...noLedgerChange, voided: [{ entity: 'refund', id, on }] };
  const details = { void: { kind: 'mistake', reason } } as const;
  const written = writeLedgerChange(db, refund.customerId, readLedger(db, refund.customerId), change, details);
  return written.ok ? ok({}) : written;
}

function idsOf(db: WriteDb): () => Id {
  const nowMs = instantToMs(db.info.now);
  return () => newId(nowMs);
}
