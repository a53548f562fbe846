import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { earliestUseOn, type ProposedAllocation } from './allocate.ts';
import { activeAllocations, prepayments } from './balances.ts';
import type { Allocation, Ledger, Receivable, Refund, SettlementSource } from './ledger.ts';

/**
 * Rows to write. Rows are added, ended and voided; of a receivable its days and its amount may be corrected, a due day that
 * was in force being kept (domain §1).
 */
export interface LedgerChange {
  readonly receivables: readonly Receivable[];
  readonly sources: readonly SettlementSource[];
  readonly allocations: readonly Allocation[];
  readonly refunds: readonly Refund[];
  readonly ended: readonly { readonly allocationId: Id; readonly endedOn: CalendarDate }[];
  readonly voided: readonly {
    readonly entity: 'receivable' | 'source' | 'refund';
    readonly id: Id;
    readonly on: CalendarDate;
  }[];
  /** As they are to be, by id. */
  readonly corrected?: readonly Receivable[];
}

const nothing: LedgerChange = { receivables: [], sources: [], allocations: [], refunds: [], ended: [], voided: [] };

/** Gives the id of each new row. */
export type NewId = () => Id;

/** A payment, return or write-off saved together with what it settles. */
export function addSource(
  source: SettlementSource,
  settles: readonly ProposedAllocation[],
  nextId: NewId,
): LedgerChange {
  return {
    ...nothing,
    sources: [source],
    allocations: settles.map((part) => ({ ...part, id: nextId(), sourceId: source.id, endedOn: null })),
  };
}

/** Prepayment that settles a receivable from a day the user gives, never earlier than either of the two. */
export function applyPrepayment(
  source: SettlementSource,
  receivable: Receivable,
  { amountFen, on }: { readonly amountFen: Fen; readonly on: CalendarDate },
  nextId: NewId,
): LedgerChange {
  const earliest = earliestUseOn(source, receivable.issuedOn);
  const allocation: Allocation = {
    id: nextId(),
    sourceId: source.id,
    receivableId: receivable.id,
    amountFen,
    effectiveOn: on > earliest ? on : earliest,
    endedOn: null,
  };
  return { ...nothing, allocations: [allocation] };
}

/** Money allocated wrongly goes to another receivable from a day on: the old row ends, a new one begins. */
export function moveAllocation(allocation: Allocation, to: Receivable, on: CalendarDate, nextId: NewId): LedgerChange {
  const { effectiveOn } = allocation;
  const from = [effectiveOn, to.issuedOn, on].reduce((latest, day) => (day > latest ? day : latest));
  return {
    ...nothing,
    ended: [{ allocationId: allocation.id, endedOn: from }],
    allocations: [{ ...allocation, id: nextId(), receivableId: to.id, effectiveOn: from, endedOn: null }],
  };
}

/** A payment that never was, a bill that bounced: what it settled opens again with its old due day. */
export function voidSource(ledger: Ledger, sourceId: Id, on: CalendarDate): LedgerChange {
  return {
    ...nothing,
    ended: endingFrom(ledger, on, (allocation) => allocation.sourceId === sourceId),
    voided: [
      { entity: 'source', id: sourceId, on },
      ...ledger.refunds
        .filter((refund) => refund.sourceId === sourceId && refund.voidedOn === null)
        .map(({ id }) => ({ entity: 'refund' as const, id, on })),
    ],
  };
}

/** A receivable that never was: money becomes prepayment again, its write-offs have nothing left to give up. */
export function voidReceivable(ledger: Ledger, receivableId: Id, on: CalendarDate): LedgerChange {
  const isOwn = (allocation: Allocation) => allocation.receivableId === receivableId;
  const settling = new Set(ledger.allocations.filter(isOwn).map(({ sourceId }) => sourceId));
  const writeOffs = ledger.sources.filter(
    ({ id, kind, voidedOn }) => kind === 'write_off' && voidedOn === null && settling.has(id),
  );
  return {
    ...nothing,
    ended: endingFrom(ledger, on, isOwn),
    voided: [
      { entity: 'receivable', id: receivableId, on },
      ...writeOffs.map(({ id }) => ({ entity: 'source' as const, id, on })),
    ],
  };
}

/**
 * Money paid back to the customer. What is prepaid goes first; what is missing is freed from allocations, the newest first,
 * and those receivables open again: `ended` names them to the user. Null: the source holds less than the amount.
 */
export function refundFrom(
  ledger: Ledger,
  source: SettlementSource,
  { amountFen, on }: { readonly amountFen: Fen; readonly on: CalendarDate },
  nextId: NewId,
): LedgerChange | null {
  const active = [...activeAllocations(ledger, on)]
    .filter(({ sourceId }) => sourceId === source.id)
    .sort((a, b) => compare(b.effectiveOn, a.effectiveOn) || compare(b.id, a.id));
  let missing = amountFen - (prepayments(ledger, on).get(source.id) ?? 0);
  const ended: LedgerChange['ended'][number][] = [];
  const kept: Allocation[] = [];
  for (const allocation of active) {
    if (missing <= 0) break;
    ended.push({ allocationId: allocation.id, endedOn: on });
    const rest = allocation.amountFen - missing;
    if (rest > 0) kept.push({ ...allocation, id: nextId(), amountFen: fen(rest), effectiveOn: on, endedOn: null });
    missing -= allocation.amountFen;
  }
  if (missing > 0) return null;
  const refund: Refund = { id: nextId(), sourceId: source.id, amountFen, on, voidedOn: null };
  return { ...nothing, refunds: [refund], ended, allocations: kept };
}

/** The ledger as it is after the change. */
export function withChange(ledger: Ledger, change: LedgerChange): Ledger {
  const ended = new Map(change.ended.map(({ allocationId, endedOn }) => [allocationId, endedOn]));
  const voidedOn = (entity: LedgerChange['voided'][number]['entity']) =>
    new Map(change.voided.filter((each) => each.entity === entity).map(({ id, on }) => [id, on]));
  const [receivables, sources, refunds] = [voidedOn('receivable'), voidedOn('source'), voidedOn('refund')];
  const corrected = new Map(change.corrected?.map((row) => [row.id, row]));
  const known = ledger.receivables.map((row) => corrected.get(row.id) ?? row);
  return {
    receivables: [...known, ...change.receivables].map((row) => voided(row, receivables)),
    sources: [...ledger.sources, ...change.sources].map((row) => voided(row, sources)),
    refunds: [...ledger.refunds, ...change.refunds].map((row) => voided(row, refunds)),
    allocations: [...ledger.allocations, ...change.allocations].map((row) => {
      const endedOn = ended.get(row.id);
      return endedOn === undefined ? row : { ...row, endedOn };
    }),
  };
}

function voided<T extends { readonly id: Id; readonly voidedOn: CalendarDate | null }>(
  row: T,
  days: ReadonlyMap<Id, CalendarDate>,
): T {
  const on = days.get(row.id);
  return on === undefined ? row : { ...row, voidedOn: on };
}

/** Also those that would only begin later: they end before they begin, and so never count. */
function endingFrom(
  ledger: Ledger,
  on: CalendarDate,
  isMeant: (allocation: Allocation) => boolean,
): LedgerChange['ended'] {
  return ledger.allocations
    .filter((allocation) => isMeant(allocation) && (allocation.endedOn === null || allocation.endedOn > on))
    .map(({ id }) => ({ allocationId: id, endedOn: on }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
