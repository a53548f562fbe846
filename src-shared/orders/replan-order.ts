import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { fen } from '../core/money.ts';
import type { Instalment } from '../receivables/credit-terms.ts';
import { dueOtherwise } from '../receivables/due-days.ts';
import type { Allocation, Ledger, Receivable } from '../receivables/ledger.ts';
import {
  type LedgerChange,
  type NewId,
  noLedgerChange,
  type ReleasedPart,
  releasesFor,
  reworkReceivable,
  voidReceivable,
} from '../receivables/ledger-changes.ts';

export interface Replan {
  readonly customerId: Id;
  readonly orderId: Id;
  readonly issuedOn: CalendarDate;
  readonly instalments: readonly Instalment[];
  /** From when on changed due days are in force: today, or the order's own day when its entry is corrected. */
  readonly dueFrom: CalendarDate;
}

/** What is owed for an order now: its receivables that are not void, by instalment. */
export function receivablesOfOrder({ receivables }: Ledger, orderId: Id): readonly Receivable[] {
  return receivables
    .filter((each) => each.orderId === orderId && each.voidedOn === null)
    .toSorted((a, b) => a.installmentNo - b.installmentNo);
}

/** Allocations that settle an order now, those that begin on a later day included. */
export function allocationsOfOrder(ledger: Ledger, orderId: Id): readonly Allocation[] {
  const own = new Set(receivablesOfOrder(ledger, orderId).map(({ id }) => id));
  return ledger.allocations.filter(({ receivableId, endedOn }) => own.has(receivableId) && endedOn === null);
}

/** What smaller or fewer instalments free, the newest first of each; a write-off goes with its instalment. Empty: nothing. */
export function releasesOfReplan(ledger: Ledger, { orderId, instalments }: Replan): readonly ReleasedPart[] {
  const writeOffs = new Set(ledger.sources.filter(({ kind }) => kind === 'write_off').map(({ id }) => id));
  return receivablesOfOrder(ledger, orderId).flatMap((receivable, index) => {
    const wanted = instalments[index];
    if (wanted) return releasesFor(ledger, receivable.id, wanted.amountFen);
    return releasesFor(ledger, receivable.id, fen(0)).filter(({ allocation }) => !writeOffs.has(allocation.sourceId));
  });
}

/** Whether what the user chose to free is enough for the plan. */
export function areEnough(ledger: Ledger, replan: Replan, releases: readonly ReleasedPart[]): boolean {
  const freed = new Map(releases.map(({ allocation, releasedFen }) => [allocation.id, releasedFen]));
  const left: Ledger = {
    ...ledger,
    allocations: ledger.allocations.map((each) => ({
      ...each,
      amountFen: fen(each.amountFen - (freed.get(each.id) ?? 0)),
    })),
  };
  return releasesOfReplan(left, replan).every(({ releasedFen }) => releasedFen === 0);
}

/**
 * An order owed otherwise. Receivables keep their id by instalment; those that are too many never were, from their first
 * day; what is freed never settled them (see reworkReceivable).
 */
export function replanOrder(
  ledger: Ledger,
  replan: Replan,
  releases: readonly ReleasedPart[],
  nextId: NewId,
): LedgerChange {
  const present = receivablesOfOrder(ledger, replan.orderId);
  const changes = present.map((receivable, index): LedgerChange => {
    const wanted = replan.instalments[index];
    if (!wanted) return voidReceivable(ledger, receivable.id, receivable.issuedOn);
    const reworked = asPlanned(receivable, wanted, replan);
    if (reworked === receivable) return noLedgerChange;
    const own = releases.filter(({ allocation }) => allocation.receivableId === receivable.id);
    return reworkReceivable(ledger, reworked, own, nextId);
  });
  const added = replan.instalments.slice(present.length).map((part) => newReceivable(replan, part, nextId()));
  return mergedChanges([...changes, { ...noLedgerChange, receivables: added }]);
}

export function newReceivable(
  { customerId, orderId, issuedOn }: Pick<Replan, 'customerId' | 'orderId' | 'issuedOn'>,
  instalment: Instalment,
  id: Id,
): Receivable {
  return { ...instalment, id, customerId, orderId, issuedOn, formerDueDays: [], isDisputed: false, voidedOn: null };
}

/** The same object when nothing differs. */
function asPlanned(receivable: Receivable, wanted: Instalment, { issuedOn, dueFrom }: Replan): Receivable {
  const { amountFen, dueOn } = wanted;
  const isSameOtherwise = receivable.amountFen === amountFen && receivable.issuedOn === issuedOn;
  if (isSameOtherwise && receivable.dueOn === dueOn) return receivable;
  const moved = { ...receivable, amountFen, issuedOn };
  return receivable.dueOn === dueOn ? moved : dueOtherwise(moved, dueOn, dueFrom);
}

/** Changes of one ledger that were worked out beside each other; an allocation that several end ends once. */
export function mergedChanges(changes: readonly LedgerChange[]): LedgerChange {
  const ended = new Map(changes.flatMap((change) => change.ended).map((each) => [each.allocationId, each]));
  const voided = new Map(changes.flatMap((change) => change.voided).map((each) => [each.id, each]));
  return {
    receivables: changes.flatMap((change) => change.receivables),
    reworked: changes.flatMap((change) => change.reworked),
    sources: changes.flatMap((change) => change.sources),
    allocations: changes.flatMap((change) => change.allocations),
    refunds: changes.flatMap((change) => change.refunds),
    ended: [...ended.values()],
    voided: [...voided.values()],
  };
}
