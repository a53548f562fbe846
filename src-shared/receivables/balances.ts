import { type CalendarDate, daysBetween } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { type Fen, fen } from '../core/money.ts';
import { type Allocation, countsOn, dueOnAsOf, type Ledger, type Receivable } from './ledger.ts';

/** What of a receivable is not settled as of a day; more than 0. */
export interface OpenReceivable {
  readonly receivable: Receivable;
  readonly openFen: Fen;
  /** In force that day. */
  readonly dueOn: CalendarDate;
  /** Days past due, 0 or less before. */
  readonly daysPastDue: number;
}

/** Receivables with something open as of D, in the order in which money settles them. */
export function openReceivables(ledger: Ledger, asOf: CalendarDate): readonly OpenReceivable[] {
  const settled = sums(activeAllocations(ledger, asOf), ({ receivableId }) => receivableId);
  return ledger.receivables
    .filter(({ issuedOn, voidedOn }) => countsOn(asOf, issuedOn, voidedOn))
    .map((receivable) => {
      const dueOn = dueOnAsOf(receivable, asOf);
      const openFen = fen(receivable.amountFen - (settled.get(receivable.id) ?? 0));
      return { receivable, openFen, dueOn, daysPastDue: daysBetween(dueOn, asOf) };
    })
    .filter(({ openFen }) => openFen > 0)
    .sort(settlementOrder);
}

/** Oldest due day first, then lowest instalment, then creation: ids grow with time (domain §1). */
export function settlementOrder(a: OpenReceivable, b: OpenReceivable): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  const [x, y] = [a.receivable, b.receivable];
  if (x.installmentNo !== y.installmentNo) return x.installmentNo - y.installmentNo;
  return x.id < y.id ? -1 : Number(x.id > y.id);
}

/** What is left of each payment and return as of D: 预收. A write-off is no money. */
export function prepayments(ledger: Ledger, asOf: CalendarDate): ReadonlyMap<Id, Fen> {
  const used = sums(activeAllocations(ledger, asOf), ({ sourceId }) => sourceId);
  const paidBack = sums(
    ledger.refunds.filter(({ on, voidedOn }) => countsOn(asOf, on, voidedOn)),
    ({ sourceId }) => sourceId,
  );
  const left = new Map<Id, Fen>();
  for (const { id, kind, on, amountFen, voidedOn } of ledger.sources) {
    if (kind === 'write_off' || !countsOn(asOf, on, voidedOn)) continue;
    const rest = amountFen - (used.get(id) ?? 0) - (paidBack.get(id) ?? 0);
    if (rest !== 0) left.set(id, fen(rest));
  }
  return left;
}

export interface Balance {
  readonly openFen: Fen;
  readonly prepaidFen: Fen;
  /** Open − prepaid: what the customer owes all in all; below 0 when we owe him. */
  readonly balanceFen: Fen;
}

export function balanceOn(ledger: Ledger, asOf: CalendarDate): Balance {
  const open = openReceivables(ledger, asOf).reduce((sum, { openFen }) => sum + openFen, 0);
  const prepaid = [...prepayments(ledger, asOf).values()].reduce<number>((sum, rest) => sum + rest, 0);
  return { openFen: fen(open), prepaidFen: fen(prepaid), balanceFen: fen(open - prepaid) };
}

/** 未到期, 1–30, 31–60, 61–90, > 90 days past due. */
export const agingBuckets = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'over_90'] as const;
export type AgingBucket = (typeof agingBuckets)[number];
export type Aging = Readonly<Record<AgingBucket, Fen>>;

/** Where a debt stands by its days past due (domain §1). */
export function bucketOf(daysPastDue: number): AgingBucket {
  if (daysPastDue <= 0) return 'not_due';
  if (daysPastDue <= 30) return 'd1_30';
  if (daysPastDue <= 60) return 'd31_60';
  return daysPastDue <= 90 ? 'd61_90' : 'over_90';
}

/** 账龄 as of D: the buckets add up to the open balance. */
export function agingOn(ledger: Ledger, asOf: CalendarDate): Aging {
  const sum: Record<AgingBucket, number> = { not_due: 0, d1_30: 0, d31_60: 0, d61_90: 0, over_90: 0 };
  for (const { openFen, daysPastDue } of openReceivables(ledger, asOf)) sum[bucketOf(daysPastDue)] += openFen;
  return {
    not_due: fen(sum.not_due),
    d1_30: fen(sum.d1_30),
    d31_60: fen(sum.d31_60),
    d61_90: fen(sum.d61_90),
    over_90: fen(sum.over_90),
  };
}

/** 结算状态 of one receivable as of D; whether it is overdue stands beside it. */
export type Settlement = 'open' | 'partial' | 'settled' | 'written_off' | 'void';

/** Null: it was not issued yet. `written_off`: closed, and a write-off had part in it. */
export function settlementOn(ledger: Ledger, receivable: Receivable, asOf: CalendarDate): Settlement | null {
  return settlementsOn({ ...ledger, receivables: [receivable] }, asOf).get(receivable.id) ?? null;
}

/** As settlementOn, of all receivables in one go; those not issued yet are left out. */
export function settlementsOn(ledger: Ledger, asOf: CalendarDate): ReadonlyMap<Id, Settlement> {
  const kinds = new Map(ledger.sources.map((source) => [source.id, source.kind]));
  const active = activeAllocations(ledger, asOf);
  const settled = sums(active, ({ receivableId }) => receivableId);
  const givenUp = new Set(
    active.filter(({ sourceId }) => kinds.get(sourceId) === 'write_off').map(({ receivableId }) => receivableId),
  );
  const found = new Map<Id, Settlement>();
  for (const { id, issuedOn, voidedOn, amountFen } of ledger.receivables) {
    if (issuedOn > asOf) continue;
    const isVoid = voidedOn !== null && voidedOn <= asOf;
    found.set(id, isVoid ? 'void' : settlementOf(settled.get(id) ?? 0, amountFen, givenUp.has(id)));
  }
  return found;
}

function settlementOf(settled: number, amountFen: Fen, isGivenUp: boolean): Settlement {
  if (settled === 0) return 'open';
  if (settled < amountFen) return 'partial';
  return isGivenUp ? 'written_off' : 'settled';
}

export function activeAllocations(ledger: Ledger, asOf: CalendarDate): readonly Allocation[] {
  return ledger.allocations.filter(({ effectiveOn, endedOn }) => countsOn(asOf, effectiveOn, endedOn));
}

function sums<T extends { readonly amountFen: Fen }>(
  rows: readonly T[],
  keyOf: (row: T) => Id,
): ReadonlyMap<Id, number> {
  const found = new Map<Id, number>();
  for (const row of rows) found.set(keyOf(row), (found.get(keyOf(row)) ?? 0) + row.amountFen);
  return found;
}
