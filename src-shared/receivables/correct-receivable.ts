import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { releaseNewestFirst } from './allocate.ts';
import { type Allocation, countsOn, type Ledger, type Receivable } from './ledger.ts';
import type { LedgerChange, NewId } from './ledger-changes.ts';

/*
 * The amount of a receivable has no history: corrected, it always was that much. So what its correction releases was
 * never allocated either; the money is prepayment from the day it came, and the laws hold on every day.
 */

/** Part of an allocation that is freed. */
export interface Release {
  readonly allocationId: Id;
  readonly releasedFen: Fen;
}

/** The receivable due on another day from today on; the day that was in force until now is kept (domain §1). */
export function withDueDay(
  receivable: Receivable,
  dueOn: CalendarDate,
  { today, isCorrection }: { readonly today: CalendarDate; readonly isCorrection: boolean },
): Receivable {
  const { formerDueDays, issuedOn, dueOn: wasDueOn } = receivable;
  if (dueOn === wasDueOn) return receivable;
  // Nobody could have relied on a day that stands since today.
  const isNew = isCorrection || issuedOn >= today || formerDueDays.some(({ untilOn }) => untilOn === today);
  if (isNew) return { ...receivable, dueOn };
  return { ...receivable, dueOn, formerDueDays: [...formerDueDays, { dueOn: wasDueOn, untilOn: today }] };
}

/** Allocations of a receivable that are in force on a day or begin later. */
export function currentAllocations(ledger: Ledger, receivableId: Id, today: CalendarDate): readonly Allocation[] {
  return ledger.allocations.filter(
    ({ receivableId: of, effectiveOn, endedOn }) =>
      of === receivableId && (endedOn === null || (endedOn > today && endedOn > effectiveOn)),
  );
}

/**
 * What to free so that a receivable may be `allowedFen`: money, the newest first. What was given up stays given up.
 * Null: a write-off alone is more; it has to be voided first.
 */
export function releasesFor(
  ledger: Ledger,
  receivableId: Id,
  allowedFen: Fen,
  today: CalendarDate,
): readonly { readonly allocation: Allocation; readonly releasedFen: Fen }[] | null {
  const givenUp = new Set(ledger.sources.filter(({ kind }) => kind === 'write_off').map(({ id }) => id));
  const current = currentAllocations(ledger, receivableId, today);
  const money = current.filter(({ sourceId }) => !givenUp.has(sourceId));
  const lost = current.filter(({ sourceId }) => givenUp.has(sourceId));
  const rest = allowedFen - lost.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return rest < 0 ? null : releaseNewestFirst(money, fen(rest));
}

type Cut = Pick<LedgerChange, 'ended' | 'allocations'>;

/**
 * Frees parts of allocations from their own first day, as if they had never been. Throws on an allocation that is not
 * there or is smaller than the part.
 */
export function releaseParts(ledger: Ledger, releases: readonly Release[], nextId: NewId): Cut {
  const ended: LedgerChange['ended'][number][] = [];
  const kept: Allocation[] = [];
  for (const { allocationId, releasedFen } of releases) {
    const allocation = ledger.allocations.find(({ id }) => id === allocationId);
    const rest = allocation ? allocation.amountFen - releasedFen : -1;
    if (!allocation || rest < 0) throw new Error(`${releasedFen} fen of allocation ${allocationId} cannot be released`);
    ended.push({ allocationId, endedOn: allocation.effectiveOn });
    if (rest > 0) kept.push({ ...allocation, id: nextId(), amountFen: fen(rest) });
  }
  return { ended, allocations: kept };
}

/**
 * What allocations that ended before today would make of a smaller amount: money was once allocated to it and moved away
 * since. On those days more would be settled than the receivable is; so much of them never was, the newest first.
 */
export function releasesInThePast(
  ledger: Ledger,
  receivableId: Id,
  allowedFen: Fen,
  releases: readonly Release[],
): readonly Release[] {
  const rest = new Map(
    ledger.allocations.filter((each) => each.receivableId === receivableId).map((each) => [each.id, each.amountFen]),
  );
  for (const { allocationId, releasedFen } of releases) take(rest, allocationId, releasedFen);
  const own = ledger.allocations.filter(({ id }) => rest.has(id));
  const cut = new Map<Id, number>();
  for (const { effectiveOn: day } of own) {
    const active = own
      .filter(({ effectiveOn, endedOn }) => countsOn(day, effectiveOn, endedOn))
      .map((allocation) => ({ ...allocation, amountFen: fen(rest.get(allocation.id) ?? 0) }))
      .filter(({ amountFen, endedOn }) => amountFen > 0 && endedOn !== null);
    const all = own.filter(({ effectiveOn, endedOn }) => countsOn(day, effectiveOn, endedOn));
    const lasting = all.filter(({ endedOn }) => endedOn === null).reduce((sum, { id }) => sum + (rest.get(id) ?? 0), 0);
    for (const { allocation, releasedFen } of releaseNewestFirst(active, fen(Math.max(0, allowedFen - lasting)))) {
      take(rest, allocation.id, releasedFen);
      cut.set(allocation.id, (cut.get(allocation.id) ?? 0) + releasedFen);
    }
  }
  return [...cut].map(([allocationId, releasedFen]) => ({ allocationId, releasedFen: fen(releasedFen) }));
}

function take(rest: Map<Id, Fen>, id: Id, amountFen: Fen): void {
  rest.set(id, fen((rest.get(id) ?? 0) - amountFen));
}
