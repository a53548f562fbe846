import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import { activeAllocations } from './balances.ts';
import { countsOn, type Ledger } from './ledger.ts';

/** Which law of domain §1 a ledger breaks, for whom and from which day on. */
export interface BrokenLaw {
  readonly law:
    | 'source_overdrawn'
    | 'receivable_overpaid'
    | 'settled_before_it_was'
    | 'settles_what_is_void'
    | 'other_customer'
    | 'write_off_at_large'
    | 'write_off_moved';
  readonly id: Id;
  readonly on: CalendarDate;
}

/**
 * The laws that hold on every day, not only today: for each payment and return 0 ≤ Σ allocations + Σ refunds ≤ amount, for
 * each receivable 0 ≤ Σ allocations ≤ amount; nothing settles before it came or before there was something to settle, nor
 * what was voided; a write-off is allocated whole, to the one receivable that was given up. Whoever changes a ledger asks this before writing. Empty: all hold.
 */
export function brokenLaws(ledger: Ledger): readonly BrokenLaw[] {
  const sources = new Map(ledger.sources.map((source) => [source.id, source]));
  const receivables = new Map(ledger.receivables.map((receivable) => [receivable.id, receivable]));
  const broken: BrokenLaw[] = [];
  const givenUp = new Map<Id, Id>();
  for (const { id, sourceId, receivableId, effectiveOn, endedOn } of ledger.allocations) {
    const source = sources.get(sourceId);
    const receivable = receivables.get(receivableId);
    if (!source || !receivable) throw new Error(`allocation ${id} of a source or receivable that is not in the ledger`);
    if (source.customerId !== receivable.customerId) broken.push({ law: 'other_customer', id, on: effectiveOn });
    if (source.kind === 'write_off') {
      const first = givenUp.get(sourceId) ?? receivableId;
      givenUp.set(sourceId, first);
      if (first !== receivableId) broken.push({ law: 'write_off_moved', id, on: effectiveOn });
    }
    if (endedOn !== null && endedOn <= effectiveOn) continue;
    if (effectiveOn < source.on || effectiveOn < receivable.issuedOn)
      broken.push({ law: 'settled_before_it_was', id, on: effectiveOn });
    for (const { voidedOn } of [source, receivable]) {
      if (voidedOn !== null && (endedOn === null || endedOn > voidedOn))
        broken.push({ law: 'settles_what_is_void', id, on: voidedOn });
    }
  }
  for (const day of daysOf(ledger)) broken.push(...brokenOn(ledger, day));
  return broken;
}

function brokenOn(ledger: Ledger, day: CalendarDate): readonly BrokenLaw[] {
  const used = new Map<Id, number>();
  const settled = new Map<Id, number>();
  const add = (map: Map<Id, number>, id: Id, amount: number) => map.set(id, (map.get(id) ?? 0) + amount);
  for (const { sourceId, receivableId, amountFen } of activeAllocations(ledger, day)) {
    add(used, sourceId, amountFen);
    add(settled, receivableId, amountFen);
  }
  for (const { sourceId, amountFen, on, voidedOn } of ledger.refunds) {
    if (countsOn(day, on, voidedOn)) add(used, sourceId, amountFen);
  }
  const broken: BrokenLaw[] = [];
  for (const { id, kind, amountFen, on, voidedOn } of ledger.sources) {
    const isThere = countsOn(day, on, voidedOn);
    const whole = isThere ? amountFen : 0;
    if ((used.get(id) ?? 0) > whole) broken.push({ law: 'source_overdrawn', id, on: day });
    if (kind === 'write_off' && (used.get(id) ?? 0) !== whole) broken.push({ law: 'write_off_at_large', id, on: day });
  }
  for (const { id, amountFen } of ledger.receivables) {
    if ((settled.get(id) ?? 0) > amountFen) broken.push({ law: 'receivable_overpaid', id, on: day });
  }
  return broken;
}

/** Every day on which something begins or ends: between them nothing changes. */
function daysOf({ receivables, sources, allocations, refunds }: Ledger): readonly CalendarDate[] {
  const days = new Set<CalendarDate | null>();
  for (const { issuedOn, voidedOn } of receivables) days.add(issuedOn).add(voidedOn);
  for (const { on, voidedOn } of [...sources, ...refunds]) days.add(on).add(voidedOn);
  for (const { effectiveOn, endedOn } of allocations) days.add(effectiveOn).add(endedOn);
  return [...days].filter((day) => day !== null).sort();
}
