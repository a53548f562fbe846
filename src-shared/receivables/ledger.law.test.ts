import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../core/calendar-date.ts';
import { newId } from '../core/id.ts';
import { fen } from '../core/money.ts';
import { accountStatement } from './account-statement.ts';
import { agingOn, balanceOn, prepayments } from './balances.ts';
import type { Ledger } from './ledger.ts';
import { moveAllocation, refundFrom, voidReceivable, voidSource, withChange } from './ledger-changes.ts';
import { brokenLaws } from './ledger-laws.ts';
import { anAllocation, aPayment, aReceivable, day, ledgerOf } from './testing/ledger-builders.ts';
import {
  anyDay,
  pickOf as at,
  histories,
  historyDays,
  ledgersOf as live,
  historyStart as start,
} from './testing/random-ledgers.ts';

const runs = { numRuns: 300 };

describe('any history of orders, payments, returns, refunds, moves, write-offs and voids', () => {
  it('does something: most wishes are granted', () => {
    const granted = fc.sample(histories, { numRuns: 50, seed: 1 }).map((wishes) => live(wishes).length / wishes.length);
    expect(granted.reduce((sum, share) => sum + share, 0) / granted.length).toBeGreaterThan(0.4);
  });

  it('has statements that add up, for any F ≤ T', () => {
    fc.assert(
      fc.property(histories, anyDay, anyDay, (wishes, a, b) => {
        const ledger = live(wishes).at(-1) ?? ledgerOf({});
        const [from, to] = a < b ? [a, b] : [b, a];
        const { openingFen, lines, closingFen } = accountStatement(ledger, from, to);
        expect(openingFen + lines.reduce((sum, line) => sum + line.changeFen, 0)).toBe(closingFen);
        expect(lines.at(-1)?.balanceFen ?? openingFen).toBe(closingFen);
      }),
      runs,
    );
  });

  it('has aging buckets that add up to the open balance, and nothing open below zero', () => {
    fc.assert(
      fc.property(histories, anyDay, (wishes, asOf) => {
        const ledger = live(wishes).at(-1) ?? ledgerOf({});
        const { openFen, prepaidFen } = balanceOn(ledger, asOf);
        expect(Object.values(agingOn(ledger, asOf)).reduce<number>((sum, part) => sum + part, 0)).toBe(openFen);
        expect(Math.min(openFen, prepaidFen)).toBeGreaterThanOrEqual(0);
        expect([...prepayments(ledger, asOf).values()].every((left) => left > 0)).toBe(true);
      }),
      runs,
    );
  });

  it('can always be voided, row by row', () => {
    fc.assert(
      fc.property(histories, anyDay, fc.nat(), (wishes, on, pick) => {
        const ledger = live(wishes).at(-1) ?? ledgerOf({});
        const source = at(ledger.sources, pick);
        const order = at(ledger.receivables, pick);
        if (source?.voidedOn === null && source.kind !== 'write_off')
          expect(brokenLaws(withChange(ledger, voidSource(ledger, source.id, on)))).toEqual([]);
        if (order?.voidedOn === null)
          expect(brokenLaws(withChange(ledger, voidReceivable(ledger, order.id, on)))).toEqual([]);
      }),
      runs,
    );
  });

  it('can be paid back up to what came in, at its end', () => {
    const end = addDays(start, historyDays + 80);
    fc.assert(
      fc.property(histories, fc.nat(), fc.integer({ min: 1, max: 600_000 }), (wishes, pick, amount) => {
        const ledger = live(wishes).at(-1) ?? ledgerOf({});
        const source = at(
          ledger.sources.filter(({ voidedOn, kind }) => voidedOn === null && kind !== 'write_off'),
          pick,
        );
        if (!source) return;
        const paidBack = ledger.refunds
          .filter(({ sourceId, voidedOn }) => sourceId === source.id && voidedOn === null)
          .reduce((sum, { amountFen }) => sum + amountFen, 0);
        const change = refundFrom(ledger, source, { amountFen: fen(amount), on: end }, newId);
        expect(change === null).toBe(amount > source.amountFen - paidBack);
        if (change) expect(brokenLaws(withChange(ledger, change))).toEqual([]);
      }),
      runs,
    );
  });

  it('gives the same answer for a day when facts of later days arrive', () => {
    fc.assert(
      fc.property(histories, anyDay, (wishes, asOf) => {
        const ledgers = live(wishes);
        for (const [index, ledger] of ledgers.entries()) {
          const next = ledgers[index + 1];
          if (!next || !isAllLater(ledger, next, asOf)) continue;
          expect(balanceOn(next, asOf)).toEqual(balanceOn(ledger, asOf));
          expect(agingOn(next, asOf)).toEqual(agingOn(ledger, asOf));
        }
      }),
      runs,
    );
  });
});

/** Whether everything that the change brought has a day after `asOf`. */
function isAllLater(before: Ledger, after: Ledger, asOf: CalendarDate): boolean {
  const daysOf = (ledger: Ledger) =>
    [
      ...ledger.receivables.map(({ id, issuedOn, voidedOn }) => [id, issuedOn, voidedOn]),
      ...ledger.sources.map(({ id, on, voidedOn }) => [id, on, voidedOn]),
      ...ledger.refunds.map(({ id, on, voidedOn }) => [id, on, voidedOn]),
      ...ledger.allocations.map(({ id, effectiveOn, endedOn }) => [id, effectiveOn, endedOn]),
    ] as const;
  const known = new Map(daysOf(before).map(([id, from, ended]) => [id, { from, ended }]));
  return daysOf(after).every(([id, from, ended]) => {
    const old = known.get(id ?? '');
    if (!old) return (from ?? '') > asOf;
    return old.ended === ended || (ended ?? '') > asOf;
  });
}

describe('a write-off', () => {
  it('cannot be moved to another debt: who gave up one has not given up the other', () => {
    const lost = aReceivable('2026-01-01', '2026-01-31', 100);
    const other = aReceivable('2026-01-01', '2026-01-31', 100);
    const writeOff = aPayment('2026-03-01', 100, { kind: 'write_off' });
    const allocation = anAllocation(writeOff, lost, 100);
    const ledger = ledgerOf({ receivables: [lost, other], sources: [writeOff], allocations: [allocation] });
    expect(brokenLaws(ledger)).toEqual([]);
    const moved = withChange(
      ledger,
      moveAllocation(allocation, other, { amountFen: allocation.amountFen, on: day('2026-04-01') }, newId),
    );
    expect(brokenLaws(moved).map(({ law }) => law)).toEqual(['write_off_moved']);
    expect(brokenLaws(withChange(ledger, voidReceivable(ledger, other.id, day('2026-04-01'))))).toEqual([]);
  });
});

describe('brokenLaws', () => {
  it.each([
    ['a payment used twice', 'source_overdrawn', 60, 60],
    ['a receivable paid twice', 'receivable_overpaid', 100, 30],
  ] as const)('finds %s', (_what, law, first, second) => {
    const order = (id: string, yuan: number) => ({
      id,
      customerId: 'c',
      orderId: null,
      installmentNo: 1,
      issuedOn: start,
      dueOn: start,
      amountFen: fen(yuan * 100),
      formerDueDays: [],
      isDisputed: false,
      voidedOn: null,
    });
    const source = {
      id: 's',
      customerId: 'c',
      kind: 'payment' as const,
      on: start,
      amountFen: fen(13_000),
      voidedOn: null,
    };
    const less = law === 'source_overdrawn' ? { ...source, amountFen: fen(10_000) } : source;
    const part = (id: string, receivableId: string, yuan: number) => ({
      id,
      sourceId: 's',
      receivableId,
      amountFen: fen(yuan * 100),
      effectiveOn: start,
      endedOn: null,
    });
    const other = law === 'source_overdrawn' ? 'b' : 'a';
    const ledger = ledgerOf({
      receivables: [order('a', 100), order('b', 100)],
      sources: [less],
      allocations: [part('1', 'a', first), part('2', other, second)],
    });
    expect(brokenLaws(ledger).map((broken) => broken.law)).toEqual([law]);
  });
});
