import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-date.ts';
import { newId } from '../core/id.ts';
import { fen } from '../core/money.ts';
import { activeAllocations, openReceivables, prepayments } from './balances.ts';
import { moveAllocation, refundFrom, releasesFor, reworkReceivable, withChange } from './ledger-changes.ts';
import { brokenLaws } from './ledger-laws.ts';
import { anAllocation, aPayment, aReceivable, aRefund, day, ledgerOf } from './testing/ledger-builders.ts';
import { histories, historyDays, historyStart, ledgersOf, pickOf } from './testing/random-ledgers.ts';

const debt = aReceivable('2026-04-01', '2026-04-30', 1_000);
const other = aReceivable('2026-04-05', '2026-05-05', 500);
const paid = aPayment('2026-04-10', 700);
const settled = anAllocation(paid, debt, 700);
const ledger = ledgerOf({ receivables: [debt, other], sources: [paid], allocations: [settled] });

describe('moveAllocation', () => {
  it('moves a part and keeps the rest where it was, from that day on', () => {
    const part = { amountFen: fen(20_000), on: day('2026-04-20') };
    const moved = withChange(ledger, moveAllocation(settled, other, part, newId));
    expect(brokenLaws(moved)).toEqual([]);
    expect(openReceivables(moved, day('2026-04-19')).map(({ openFen }) => openFen)).toEqual([30_000, 50_000]);
    expect(openReceivables(moved, day('2026-04-20')).map(({ openFen }) => openFen)).toEqual([50_000, 30_000]);
  });

  it('frees to prepayment', () => {
    const freed = withChange(
      ledger,
      moveAllocation(settled, null, { amountFen: settled.amountFen, on: day('2026-04-20') }, newId),
    );
    expect(activeAllocations(freed, day('2026-04-20'))).toEqual([]);
    expect(prepayments(freed, day('2026-04-20')).get(paid.id)).toBe(70_000);
  });
});

describe('refundFrom', () => {
  it('does not open a debt whose release frees nothing on the day that lacks', () => {
    // 600 were paid back from 12 to 15 April; what was settled after that is no help for those days.
    const late = anAllocation(paid, other, 300, { effectiveOn: day('2026-04-20') });
    const back = { ...aRefund(paid, '2026-04-12', 600), voidedOn: day('2026-04-15') };
    const busy = ledgerOf({ receivables: [other], sources: [paid], allocations: [late], refunds: [back] });
    expect(refundFrom(busy, paid, { amountFen: fen(20_000), on: day('2026-04-11') }, newId)).toBeNull();
    const change = refundFrom(busy, paid, { amountFen: fen(20_000), on: day('2026-04-16') }, newId);
    expect(change?.ended).toEqual([]);
  });
});

describe('reworkReceivable', () => {
  it('cuts what was moved away since, so that no day is overpaid', () => {
    const past = { ...settled, endedOn: day('2026-04-20') };
    const before = { ...ledger, allocations: [past] };
    const smaller = { ...debt, amountFen: fen(50_000) };
    expect(releasesFor(before, debt.id, smaller.amountFen)).toEqual([]);
    const after = withChange(before, reworkReceivable(before, smaller, [], newId));
    expect(brokenLaws(after)).toEqual([]);
    expect(activeAllocations(after, day('2026-04-15'))).toMatchObject([{ amountFen: 50_000, endedOn: '2026-04-20' }]);
  });

  it('with what it asks to release breaks no law on any day, unless more was given up than is left', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.integer({ min: 1, max: 5_000 }), (wishes, pick, yuan) => {
        const before = ledgersOf(wishes).at(-1) ?? ledgerOf({});
        const one = pickOf(
          before.receivables.filter(({ voidedOn }) => voidedOn === null),
          pick,
        );
        if (!one) return;
        const writeOffs = new Set(before.sources.filter(({ kind }) => kind === 'write_off').map(({ id }) => id));
        const isGivenUp = before.allocations.some(
          ({ receivableId, sourceId }) => receivableId === one.id && writeOffs.has(sourceId),
        );
        if (isGivenUp) return;
        const reworked = { ...one, amountFen: fen(yuan * 100) };
        const releases = releasesFor(before, one.id, reworked.amountFen);
        const after = withChange(before, reworkReceivable(before, reworked, releases, newId));
        expect(brokenLaws(after)).toEqual([]);
        const end = addDays(historyStart, historyDays * 2);
        const freed = releases.reduce((sum, { releasedFen }) => sum + releasedFen, 0);
        const left = (of: typeof before) => [...prepayments(of, end).values()].reduce((sum, rest) => sum + rest, 0);
        expect(left(after)).toBe(left(before) + freed);
      }),
      { numRuns: 200 },
    );
  });
});
