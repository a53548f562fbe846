import type { CalendarDate } from '../core/calendar-date.ts';
import type { Id } from '../core/id.ts';
import type { Ledger } from './ledger.ts';

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
  return [...broken, ...overdrawn(ledger), ...overpaid(ledger)];
}

/** Of a source or a receivable: what of it is used, from one day until another. */
interface Use {
  readonly amountFen: number;
  readonly effectiveOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

function overdrawn({ sources, allocations, refunds }: Ledger): readonly BrokenLaw[] {
  const allocated = Map.groupBy(allocations, ({ sourceId }) => sourceId);
  const paidBack = Map.groupBy(refunds, ({ sourceId }) => sourceId);
  return sources.flatMap(({ id, kind, on, voidedOn, amountFen }): readonly BrokenLaw[] => {
    const refunded = (paidBack.get(id) ?? []).map((refund) => ({
      amountFen: refund.amountFen,
      effectiveOn: refund.on,
      endedOn: refund.voidedOn,
    }));
    const whole: Use = { amountFen: amountFen, effectiveOn: on, endedOn: voidedOn };
    return changesOf(whole, [...(allocated.get(id) ?? []), ...refunded]).flatMap(
      ({ on: day, wholeFen, usedFen }): readonly BrokenLaw[] => [
        ...(usedFen > wholeFen ? [{ law: 'source_overdrawn', id, on: day } as const] : []),
        ...(kind === 'write_off' && usedFen !== wholeFen ? [{ law: 'write_off_at_large', id, on: day } as const] : []),
      ],
    );
  });
}

function overpaid({ receivables, allocations }: Ledger): readonly BrokenLaw[] {
  const settled = Map.groupBy(allocations, ({ receivableId }) => receivableId);
  return receivables.flatMap(({ id, amountFen, issuedOn }) =>
    changesOf({ amountFen, effectiveOn: issuedOn, endedOn: null }, settled.get(id) ?? [])
      .filter(({ usedFen }) => usedFen > amountFen)
      .map(({ on }): BrokenLaw => ({ law: 'receivable_overpaid', id, on })),
  );
}

/** How much there is and how much of it is used, on every day on which either changes: between them nothing does. */
function changesOf(
  whole: Use,
  uses: readonly Use[],
): readonly { readonly on: CalendarDate; readonly wholeFen: number; readonly usedFen: number }[] {
  const days = new Map<CalendarDate, { whole: number; used: number }>();
  const add = (on: CalendarDate, key: 'whole' | 'used', amountFen: number) => {
    const day = days.get(on) ?? { whole: 0, used: 0 };
    day[key] += amountFen;
    days.set(on, day);
  };
  const addUse = (key: 'whole' | 'used', { amountFen, effectiveOn, endedOn }: Use) => {
    // What ends before it begins never counts.
    if (endedOn !== null && endedOn <= effectiveOn) return;
    add(effectiveOn, key, amountFen);
    if (endedOn !== null) add(endedOn, key, -amountFen);
  };
  addUse('whole', whole);
  for (const use of uses) addUse('used', use);
  let [wholeFen, usedFen] = [0, 0];
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([on, change]) => {
      wholeFen += change.whole;
      usedFen += change.used;
      return { on, wholeFen, usedFen };
    });
}
