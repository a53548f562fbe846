import { type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import type { ProposedAllocation } from './allocate.ts';
import { type OpenReceivable, settlementOrder } from './balances.ts';
import { type Allocation, countsOn, dueOnAsOf, type Ledger, type Receivable, type SettlementSource } from './ledger.ts';

/*
 * What money can still settle. A fact typed late stands beside facts of later days, so 'open on its day' is not enough:
 * what is taken from a day on must be free on that day and on every day after it (the laws of domain §1).
 */

/** From `on` on, this much may be allocated and stay so; it grows from step to step. */
export interface FreeStep {
  readonly on: CalendarDate;
  readonly freeFen: Fen;
}

/** Empty: nothing is free from any day on. */
export function freeSteps(
  receivable: Receivable,
  allocations: readonly Allocation[],
  from: CalendarDate,
): readonly FreeStep[] {
  if (receivable.voidedOn !== null) return [];
  const steps: FreeStep[] = [];
  let least: number = receivable.amountFen;
  for (const on of daysFrom(from, allocations).reverse()) {
    const settled = allocations.filter(({ effectiveOn, endedOn }) => countsOn(on, effectiveOn, endedOn));
    least = Math.min(least, receivable.amountFen - sumOf(settled));
    const [later] = steps;
    if (later?.freeFen === least) steps.shift();
    steps.unshift({ on, freeFen: fen(least) });
  }
  return steps.filter(({ freeFen }) => freeFen > 0);
}

/** What of a payment or return is left on every day from one on, and the last day on which it is no more than that. */
export function leftFrom(
  ledger: Ledger,
  source: SettlementSource,
  from: CalendarDate,
): { readonly leftFen: Fen; readonly on: CalendarDate } {
  const spans = [
    ...ledger.allocations.filter(({ sourceId }) => sourceId === source.id),
    ...ledger.refunds
      .filter(({ sourceId }) => sourceId === source.id)
      .map(({ on, voidedOn, amountFen }) => ({ effectiveOn: on, endedOn: voidedOn, amountFen })),
  ];
  let worst = { leftFen: source.amountFen, on: from };
  for (const on of daysFrom(from, spans)) {
    const left = source.amountFen - sumOf(spans.filter((each) => countsOn(on, each.effectiveOn, each.endedOn)));
    if (left <= worst.leftFen) worst = { leftFen: fen(left), on };
  }
  return worst;
}

/** A receivable that money received on a day can settle, with the steps from which it can. */
export interface Settleable extends OpenReceivable {
  readonly steps: readonly FreeStep[];
}

/**
 * What money received on `on` can settle, typed in on `today`, the oldest first. Receivables issued between the two count
 * from their own day; those that are still to come are not offered, but may be asked for by `alsoId`. An allocation counts
 * from max(receivedOn, issuedOn) (domain §1), or, where facts of later days have settled it meanwhile, from the first day
 * from which it stays free: when a payment is voided as a mistake and typed anew, until that void.
 */
export function settleable(
  { receivables, allocations }: Ledger,
  {
    on,
    today,
    alsoId = null,
  }: { readonly on: CalendarDate; readonly today: CalendarDate; readonly alsoId?: Id | null },
): readonly Settleable[] {
  const asOf = laterOf(on, today);
  const own = Map.groupBy(allocations, ({ receivableId }) => receivableId);
  return receivables
    .filter(({ id, issuedOn }) => issuedOn <= asOf || id === alsoId)
    .flatMap((receivable): readonly Settleable[] => {
      const from = laterOf(on, receivable.issuedOn);
      const steps = freeSteps(receivable, own.get(receivable.id) ?? [], from).filter(
        (step) => step.on <= laterOf(asOf, from),
      );
      const openFen = steps.at(-1)?.freeFen;
      if (openFen === undefined) return [];
      const dueOn = dueOnAsOf(receivable, asOf);
      return [{ receivable, openFen, dueOn, daysPastDue: daysBetween(dueOn, asOf), steps }];
    })
    .sort(settlementOrder);
}

/** Spreads an amount over receivables in the order given; the rest is prepayment. */
export function spread(
  amountFen: Fen,
  over: readonly Settleable[],
): { readonly allocations: readonly ProposedAllocation[]; readonly restFen: Fen } {
  let rest: number = amountFen;
  const allocations = over.flatMap((each) => {
    const part = fen(Math.min(rest, each.openFen));
    rest -= part;
    return takeOf(each, part);
  });
  return { allocations, restFen: fen(rest) };
}

/** As much as `amountFen`, no more than is open, of one receivable: from as early as it is free. */
export function takeOf({ receivable, steps }: Settleable, amountFen: Fen): readonly ProposedAllocation[] {
  let taken = 0;
  return steps.flatMap(({ on, freeFen }) => {
    const part = Math.min(amountFen, freeFen) - taken;
    if (part <= 0) return [];
    taken += part;
    return [{ receivableId: receivable.id, amountFen: fen(part), effectiveOn: on }];
  });
}

/** The line that a payment was started from comes before the oldest. */
export function putFirst(open: readonly Settleable[], receivableId: Id | null): readonly Settleable[] {
  const isFirst = ({ receivable }: Settleable) => receivable.id === receivableId;
  return [...open.filter(isFirst), ...open.filter((each) => !isFirst(each))];
}

/** The day itself, and every later one on which one of the spans begins or ends. */
function daysFrom(from: CalendarDate, spans: readonly Pick<Allocation, 'effectiveOn' | 'endedOn'>[]): CalendarDate[] {
  const days = new Set([from]);
  for (const { effectiveOn, endedOn } of spans) {
    if (effectiveOn > from) days.add(effectiveOn);
    if (endedOn !== null && endedOn > from) days.add(endedOn);
  }
  return [...days].sort();
}

function sumOf(rows: readonly { readonly amountFen: Fen }[]): number {
  return rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
