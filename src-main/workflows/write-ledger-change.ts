import type { NewRow, WriteDb } from '../../db/journal.ts';
import { formerDueDaysOf } from '../../db/queries/money/former-due-days.ts';
import { allocations, dueDayChanges, receivables, refunds, settlementSources } from '../../db/schema/money.ts';
import type { AppError, ConflictReason } from '../../src-shared/core/app-error.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { instantToMs } from '../../src-shared/core/instant.ts';
import { err, ok, type Result } from '../../src-shared/core/result.ts';
import type { VoidKind } from '../../src-shared/payments/payment.ts';
import type { FormerDueDay } from '../../src-shared/receivables/due-days.ts';
import type { Ledger, Receivable } from '../../src-shared/receivables/ledger.ts';
import { type LedgerChange, withChange } from '../../src-shared/receivables/ledger-changes.ts';
import { type BrokenLaw, brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';

type DetailOf<T, K extends keyof T> = Omit<T, K>;

/** What rows say beside the facts that the rules know. */
export interface LedgerDetails {
  readonly receivable?: Partial<DetailOf<NewRow<typeof receivables>, 'id' | 'customerId' | 'amountFen'>>;
  readonly source?: Partial<
    DetailOf<NewRow<typeof settlementSources>, 'id' | 'customerId' | 'kind' | 'onDay' | 'amountFen'>
  >;
  readonly refund?: Pick<NewRow<typeof refunds>, 'method' | 'note'>;
  /** Why a receivable is due on another day. */
  readonly dueReason?: string | null;
  /** Why something is voided. */
  readonly void?: { readonly kind: VoidKind; readonly reason: string };
}

/**
 * Writes a change of a customer's ledger, if every law of domain §1 still holds on every day. Errors: conflict, the law
 * that it would break in the words of a conflict. Writes nothing in that case.
 */
export function writeLedgerChange(
  db: WriteDb,
  customerId: Id,
  before: Ledger,
  change: LedgerChange,
  details: LedgerDetails = {},
): Result<Ledger, AppError> {
  const after = withChange(before, change);
  const [broken] = brokenLaws(after);
  if (broken) return err({ kind: 'conflict', reason: conflictOf(broken), otherId: broken.id, detail: broken.on });
  for (const row of change.receivables) {
    db.insert(receivables, {
      ...details.receivable,
      id: row.id,
      customerId,
      orderId: row.orderId,
      installmentNo: row.installmentNo,
      issuedOn: row.issuedOn,
      dueOn: row.dueOn,
      amountFen: row.amountFen,
    });
  }
  for (const row of change.sources) {
    const { id, kind, on, amountFen } = row;
    db.insert(settlementSources, { ...details.source, id, customerId, kind, onDay: on, amountFen });
  }
  for (const row of change.allocations) db.insert(allocations, { ...row, customerId });
  for (const { id, sourceId, amountFen, on } of change.refunds) {
    if (!details.refund) throw new Error('a refund without its method');
    db.insert(refunds, { ...details.refund, id, customerId, sourceId, amountFen, onDay: on });
  }
  for (const { allocationId, endedOn } of change.ended) db.update(allocations, allocationId, { endedOn });
  for (const row of change.reworked) correctReceivable(db, customerId, row, details);
  for (const { entity, id, on } of change.voided) voidRow(db, entity, id, on, details);
  return ok(after);
}

/** A due day that was only in force by mistake leaves the history; the journal keeps it. */
function correctReceivable(
  db: WriteDb,
  customerId: Id,
  { id, ...row }: Receivable,
  { dueReason }: LedgerDetails,
): void {
  const { issuedOn, dueOn, amountFen, formerDueDays } = row;
  db.update(receivables, id, { issuedOn, dueOn, amountFen });
  const isSame = (a: FormerDueDay, b: FormerDueDay) => a.dueOn === b.dueOn && a.untilOn === b.untilOn;
  const stored = formerDueDaysOf(db, id);
  for (const old of stored) {
    if (!formerDueDays.some((each) => isSame(each, old))) db.remove(dueDayChanges, old.id);
  }
  for (const wanted of formerDueDays) {
    if (stored.some((each) => isSame(each, wanted))) continue;
    const { dueOn: wasDueOn, untilOn } = wanted;
    const rowId = newId(instantToMs(db.info.now));
    db.insert(dueDayChanges, { id: rowId, customerId, receivableId: id, wasDueOn, untilOn, reason: dueReason ?? null });
  }
}

function voidRow(
  db: WriteDb,
  entity: LedgerChange['voided'][number]['entity'],
  id: Id,
  voidedOn: LedgerChange['voided'][number]['on'],
  details: LedgerDetails,
): void {
  const voidReason = details.void?.reason ?? null;
  if (entity === 'receivable') db.update(receivables, id, { voidedOn, voidReason });
  else if (entity === 'refund') db.update(refunds, id, { voidedOn, voidReason });
  else db.update(settlementSources, id, { voidedOn, voidReason, voidKind: details.void?.kind ?? 'mistake' });
}

function conflictOf({ law }: BrokenLaw): ConflictReason {
  switch (law) {
    case 'source_overdrawn':
      return 'exceeds_left';
    case 'receivable_overpaid':
      return 'exceeds_open';
    case 'settled_before_it_was':
      return 'too_early';
    case 'settles_what_is_void':
      return 'already_void';
    case 'other_customer':
    case 'write_off_at_large':
    case 'write_off_moved':
      return 'breaks_ledger';
  }
}
