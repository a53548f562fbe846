import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../core/calendar-date.ts';
import { newId } from '../core/id.ts';
import { fen } from '../core/money.ts';
import { openReceivables } from './balances.ts';
import { freeSteps, leftFrom, putFirst, settleable, spread, takeOf } from './free-money.ts';
import type { Ledger, SettlementSource } from './ledger.ts';
import { addSource, moveAllocation, refundFrom, voidReceivable, voidSource, withChange } from './ledger-changes.ts';
import { brokenLaws } from './ledger-laws.ts';
import { anAllocation, aPayment, aReceivable, aRefund, day, ledgerOf } from './testing/ledger-builders.ts';

const debt = aReceivable('2026-04-01', '2026-04-30', 1_000);

describe('freeSteps', () => {
  it('is what stays open on every later day, growing when something is freed', () => {
    const paid = aPayment('2026-05-10', 700);
    const wrong = aPayment('2026-05-12', 200);
    const own = [anAllocation(paid, debt, 700), anAllocation(wrong, debt, 200, { endedOn: day('2026-05-20') })];
    expect(freeSteps(debt, own, day('2026-05-01'))).toEqual([
      { on: '2026-05-01', freeFen: 10_000 },
      { on: '2026-05-20', freeFen: 30_000 },
    ]);
    expect(freeSteps(debt, own, day('2026-05-25'))).toEqual([{ on: '2026-05-25', freeFen: 30_000 }]);
  });

  it('is nothing of what is void or settled', () => {
    expect(freeSteps({ ...debt, voidedOn: day('2026-05-01') }, [], day('2026-04-01'))).toEqual([]);
    expect(freeSteps(debt, [anAllocation(aPayment('2026-05-10', 1_000), debt, 1_000)], day('2026-04-01'))).toEqual([]);
  });
});

describe('leftFrom', () => {
  it('names the last day on which least is left', () => {
    const paid = aPayment('2026-05-01', 100);
    const ledger = ledgerOf({
      receivables: [debt],
      sources: [paid],
      allocations: [anAllocation(paid, debt, 70, { effectiveOn: day('2026-05-10') })],
      refunds: [{ ...aRefund(paid, '2026-05-05', 20), voidedOn: day('2026-05-08') }],
    });
    expect(leftFrom(ledger, paid, day('2026-05-01'))).toEqual({ leftFen: 3_000, on: '2026-05-10' });
    expect(leftFrom(ledgerOf({ sources: [paid] }), paid, day('2026-05-01'))).toEqual({
      leftFen: 10_000,
      on: '2026-05-01',
    });
  });
});

describe('settleable', () => {
  const later = aReceivable('2026-06-01', '2026-06-30', 50);

  it('offers the oldest first and what was asked for even before its day', () => {
    const older = aReceivable('2026-04-02', '2026-04-15', 10);
    const ledger = ledgerOf({ receivables: [debt, older, later] });
    const on = { on: day('2026-05-01'), today: day('2026-05-20') };
    expect(settleable(ledger, on).map(({ receivable }) => receivable.id)).toEqual([older.id, debt.id]);
    const asked = putFirst(settleable(ledger, { ...on, alsoId: later.id }), later.id);
    expect(asked.map(({ receivable }) => receivable.id)).toEqual([later.id, older.id, debt.id]);
    expect(asked[0]?.steps).toEqual([{ on: '2026-06-01', freeFen: 5_000 }]);
  });
});

describe('takeOf', () => {
  it('takes as early as it is free', () => {
    const wrong = aPayment('2026-05-12', 800);
    const ledger = ledgerOf({
      receivables: [debt],
      sources: [wrong],
      allocations: [anAllocation(wrong, debt, 800, { endedOn: day('2026-05-20') })],
    });
    const [open] = settleable(ledger, { on: day('2026-05-12'), today: day('2026-05-21') });
    if (!open) throw new Error('it is open');
    expect(takeOf(open, fen(50_000)).map(({ effectiveOn, amountFen }) => [effectiveOn, amountFen])).toEqual([
      ['2026-05-12', 20_000],
      ['2026-05-20', 30_000],
    ]);
    expect(takeOf(open, fen(10_000))).toMatchObject([{ effectiveOn: '2026-05-12', amountFen: 10_000 }]);
  });
});

const start = day('2026-01-01');
const step = fc.record({
  what: fc.constantFrom('debt', 'record', 'record', 'record', 'move', 'void_source', 'void_debt', 'refund'),
  /** Business day; what is typed in can be about any earlier day. */
  on: fc.integer({ min: 0, max: 60 }),
  yuan: fc.integer({ min: 1, max: 900 }),
  pick: fc.nat(),
  pickOther: fc.nat(),
});
const today = addDays(start, 61);

function stepped(
  ledger: Ledger,
  { what, on, yuan, pick, pickOther }: typeof step extends fc.Arbitrary<infer T> ? T : never,
) {
  const when = addDays(start, on);
  const amountFen = fen(yuan * 100);
  const live = ledger.sources.filter(({ voidedOn }) => voidedOn === null);
  const source = live[pick % Math.max(1, live.length)];
  const one = ledger.receivables[pickOther % Math.max(1, ledger.receivables.length)];
  const standing = ledger.allocations.filter(({ endedOn }) => endedOn === null);
  const allocation = standing[pick % Math.max(1, standing.length)];
  switch (what) {
    case 'debt':
      return withChange(ledger, {
        ...addSource(aPayment('2026-01-01', 1), [], newId),
        sources: [],
        receivables: [
          { ...aReceivable('2026-01-01', '2026-01-31', yuan), issuedOn: when, dueOn: addDays(when, pick % 30) },
        ],
      });
    case 'record': {
      const paid: SettlementSource = { ...aPayment('2026-01-01', yuan), on: when };
      const parts = spread(amountFen, settleable(ledger, { on: when, today })).allocations;
      return withChange(ledger, addSource(paid, parts, newId));
    }
    case 'move': {
      if (!allocation) return ledger;
      const part = fen(Math.min(allocation.amountFen, amountFen));
      return withChange(
        ledger,
        moveAllocation(allocation, pick % 2 ? null : (one ?? null), { amountFen: part, on: when }, newId),
      );
    }
    case 'void_source':
      return source ? withChange(ledger, voidSource(ledger, source.id, when)) : ledger;
    case 'void_debt':
      return one && one.voidedOn === null ? withChange(ledger, voidReceivable(ledger, one.id, when)) : ledger;
    case 'refund': {
      const change = source && source.on <= when ? refundFrom(ledger, source, { amountFen, on: when }, newId) : null;
      return change ? withChange(ledger, change) : ledger;
    }
  }
}

describe('oldest first, in whatever order facts are typed in', () => {
  it('a recorded payment, a refund and a void break no law on any day; a move is refused if it would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let ledger = ledgerOf({});
        for (const each of steps) {
          const next = stepped(ledger, each);
          const broken = brokenLaws(next);
          // Only a move can be wished for that the laws refuse: its target may be full.
          if (each.what !== 'move') expect(broken).toEqual([]);
          if (broken.length === 0) ledger = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no prepayment of it beside a debt that is open today', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 0, max: 60 }), (steps, on) => {
        let ledger = ledgerOf({});
        for (const each of steps) {
          const next = stepped(ledger, each);
          if (brokenLaws(next).length === 0) ledger = next;
        }
        const when = addDays(start, on);
        const before = openReceivables(ledger, today).filter(({ receivable }) => receivable.voidedOn === null);
        const { restFen } = spread(fen(1_000_000_000), settleable(ledger, { on: when, today }));
        const open = before.reduce((sum, { openFen }) => sum + openFen, 0);
        expect(1_000_000_000 - restFen).toBe(open);
      }),
    );
  });
});
