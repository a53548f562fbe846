import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { earliestUseOn, type ProposedAllocation, releaseNewestFirst } from './allocate.ts';
import { leftFrom } from './free-money.ts';
import {
  type Allocation,
  countsOn,
  type Ledger,
  type Receivable,
  type Refund,
  type SettlementSource,
} from './ledger.ts';

/**
 * Rows to write. Rows are added, ended and voided; of a receivable its days and its amount may be corrected, a due day that
 * was in force being kept (domain §1).
 */
export interface LedgerChange {
  readonly receivables: readonly Receivable[];
  /** Receivables that are there, with their amount and days as they are to be. */
  readonly reworked: readonly Receivable[];
  readonly sources: readonly SettlementSource[];
  readonly allocations: readonly Allocation[];
  readonly refunds: readonly Refund[];
  readonly ended: readonly { readonly allocationId: Id; readonly endedOn: CalendarDate }[];
  readonly voided: readonly {
    readonly entity: 'receivable' | 'source' | 'refund';
    readonly id: Id;
    readonly on: CalendarDate;
  }[];
}

export const noLedgerChange: LedgerChange = {
  receivables: [],
  reworked: [],
  sources: [],
  allocations: [],
  refunds: [],
  ended: [],
  voided: [],
};

/** Gives the id of each new row. */
export type NewId = () => Id;

/** A payment, return or write-off saved together with what it settles. */
export function addSource(
  source: SettlementSource,
  settles: readonly ProposedAllocation[],
  nextId: NewId,
): LedgerChange {
  return {
    ...noLedgerChange,
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
  return { ...noLedgerChange, allocations: [allocation] };
}

/**
 * Money allocated wrongly goes to another receivable from a day on, or back to prepayment (`to` null): the old row ends, new
 * ones begin, one of them with what stays where it was. `amountFen` is no more than the allocation's.
 */
export function moveAllocation(
  allocation: Allocation,
  to: Receivable | null,
  { amountFen, on }: { readonly amountFen: Fen; readonly on: CalendarDate },
  nextId: NewId,
): LedgerChange {
  const { effectiveOn } = allocation;
  const from = latestOf([effectiveOn, to?.issuedOn ?? effectiveOn, on]);
  const begins = { ...allocation, effectiveOn: from, endedOn: null };
  const stays = fen(allocation.amountFen - amountFen);
  return {
    ...noLedgerChange,
    ended: [{ allocationId: allocation.id, endedOn: from }],
    allocations: [
      ...(to ? [{ ...begins, id: nextId(), receivableId: to.id, amountFen }] : []),
      ...(stays > 0 ? [{ ...begins, id: nextId(), amountFen: stays }] : []),
    ],
  };
}

/** A payment that never was, a bill that bounced: what it settled opens again with its old due day. */
export function voidSource(ledger: Ledger, sourceId: Id, on: CalendarDate): LedgerChange {
  return {
    ...noLedgerChange,
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
    ...noLedgerChange,
    ended: endingFrom(ledger, on, isOwn),
    voided: [
      { entity: 'receivable', id: receivableId, on },
      ...writeOffs.map(({ id }) => ({ entity: 'source' as const, id, on })),
    ],
  };
}

interface PaidBack {
  readonly amountFen: Fen;
  readonly on: CalendarDate;
}

/**
 * What money paid back frees. What is prepaid on every day from `on` goes first; what is missing is freed from allocations
 * that stand, the newest first, and those receivables open again. Null: the source holds less than the amount.
 */
export function releasesForRefund(
  ledger: Ledger,
  source: SettlementSource,
  { amountFen, on }: PaidBack,
): readonly ReleasedPart[] | null {
  const standing = ledger.allocations
    .filter(({ sourceId, endedOn }) => sourceId === source.id && endedOn === null)
    .sort(newestFirst);
  const released: ReleasedPart[] = [];
  for (;;) {
    const rest = withChange(ledger, release(released, on, anyId));
    const { leftFen, on: worst } = leftFrom(rest, source, on);
    if (leftFen >= amountFen) return released;
    // One that begins after the day on which least is left would open its receivable for nothing.
    const next = standing.find(
      ({ id, effectiveOn }) => effectiveOn <= worst && !released.some(({ allocation }) => allocation.id === id),
    );
    if (!next) return null;
    released.push({ allocation: next, releasedFen: fen(Math.min(amountFen - leftFen, next.amountFen)) });
  }
}

/** Of rows that are worked out and never written. */
const anyId: NewId = () => '';

/** Money paid back to the customer, with what it frees. Null: the source holds less than the amount. */
export function refundFrom(
  ledger: Ledger,
  source: SettlementSource,
  paidBack: PaidBack,
  nextId: NewId,
): LedgerChange | null {
  const released = releasesForRefund(ledger, source, paidBack);
  if (!released) return null;
  const refund: Refund = { id: nextId(), sourceId: source.id, ...paidBack, voidedOn: null };
  return { ...release(released, paidBack.on, nextId), refunds: [refund] };
}

/** A part of an allocation, or all of it, that is no longer to settle. */
export interface ReleasedPart {
  readonly allocation: Allocation;
  readonly releasedFen: Fen;
}

/**
 * Frees parts of allocations from a day on; `from` null: as if they had never settled so much. Each row ends and one with
 * what is kept begins, ending when the old one did. The money is prepayment.
 */
export function release(parts: readonly ReleasedPart[], from: CalendarDate | null, nextId: NewId): LedgerChange {
  const beginOf = ({ effectiveOn }: Allocation) => latestOf([effectiveOn, from ?? effectiveOn]);
  return {
    ...noLedgerChange,
    ended: parts.map(({ allocation }) => ({ allocationId: allocation.id, endedOn: beginOf(allocation) })),
    allocations: parts
      .filter(({ allocation, releasedFen }) => releasedFen < allocation.amountFen)
      .map(({ allocation, releasedFen }) => ({
        ...allocation,
        id: nextId(),
        amountFen: fen(allocation.amountFen - releasedFen),
        effectiveOn: beginOf(allocation),
      })),
  };
}

/**
 * What settles a receivable now and would have to go so that no more than `amountFen` does: money, the newest first. What
 * was given up stays so: with more of it than the amount, the laws refuse until the write-off is voided.
 */
export function releasesFor(ledger: Ledger, receivableId: Id, amountFen: Fen): readonly ReleasedPart[] {
  const { money, lostFen } = standingOf(ledger, receivableId);
  return releaseNewestFirst(money, fen(Math.max(0, amountFen - lostFen)));
}

/**
 * The money that settles a receivable now, the newest first: of these the user says which are freed when its amount falls
 * (domain §1), releasesFor being what is proposed.
 */
export function releasableOf(ledger: Ledger, receivableId: Id): readonly Allocation[] {
  return [...standingOf(ledger, receivableId).money].sort(newestFirst);
}

function standingOf(ledger: Ledger, receivableId: Id) {
  const givenUp = new Set(ledger.sources.filter(({ kind }) => kind === 'write_off').map(({ id }) => id));
  const standing = ledger.allocations.filter((each) => each.receivableId === receivableId && each.endedOn === null);
  const lost = standing.filter(({ sourceId }) => givenUp.has(sourceId));
  return {
    money: standing.filter(({ sourceId }) => !givenUp.has(sourceId)),
    lostFen: lost.reduce((sum, each) => sum + each.amountFen, 0),
  };
}

/**
 * A receivable with another amount or other days. An amount has no history, so what is released never settled it: the laws
 * hold for the new amount on every day. What was moved away since is cut to fit unasked; nothing of it becomes free now.
 */
export function reworkReceivable(
  ledger: Ledger,
  reworked: Receivable,
  releases: readonly ReleasedPart[],
  nextId: NewId,
): LedgerChange {
  const cuts = [...releases];
  for (;;) {
    const change = { ...release(cuts, null, nextId), reworked: [reworked] };
    const worst = worstOverpaid(withChange(ledger, change), reworked.id);
    if (!worst) return change;
    const [past] = ledger.allocations
      .filter(
        ({ id, receivableId, effectiveOn, endedOn }) =>
          receivableId === reworked.id &&
          endedOn !== null &&
          countsOn(worst.on, effectiveOn, endedOn) &&
          !cuts.some(({ allocation }) => allocation.id === id),
      )
      .sort(newestFirst);
    if (!past) return change;
    cuts.push({ allocation: past, releasedFen: fen(Math.min(worst.overFen, past.amountFen)) });
  }
}

function worstOverpaid(
  ledger: Ledger,
  receivableId: Id,
): { readonly on: CalendarDate; readonly overFen: number } | null {
  const amountFen = ledger.receivables.find(({ id }) => id === receivableId)?.amountFen ?? 0;
  const own = ledger.allocations.filter((each) => each.receivableId === receivableId);
  let worst: { readonly on: CalendarDate; readonly overFen: number } | null = null;
  for (const { effectiveOn: on } of own) {
    const settled = own.filter((each) => countsOn(on, each.effectiveOn, each.endedOn));
    const overFen = settled.reduce((sum, each) => sum + each.amountFen, 0) - amountFen;
    if (overFen > (worst?.overFen ?? 0)) worst = { on, overFen };
  }
  return worst;
}

/** The ledger as it is after the change. */
export function withChange(ledger: Ledger, change: LedgerChange): Ledger {
  const ended = new Map(change.ended.map(({ allocationId, endedOn }) => [allocationId, endedOn]));
  const voidedOn = (entity: LedgerChange['voided'][number]['entity']) =>
    new Map(change.voided.filter((each) => each.entity === entity).map(({ id, on }) => [id, on]));
  const [receivables, sources, refunds] = [voidedOn('receivable'), voidedOn('source'), voidedOn('refund')];
  const reworked = new Map(change.reworked.map((row) => [row.id, row]));
  const known = ledger.receivables.map((row) => reworked.get(row.id) ?? row);
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

function newestFirst(a: Allocation, b: Allocation): number {
  return compare(b.effectiveOn, a.effectiveOn) || compare(b.id, a.id);
}

function latestOf(days: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate {
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
