import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../../db/content-hash.ts';
import { writeBatch } from '../../db/journal.ts';
import { readLedger } from '../../db/queries/money/read-ledger.ts';
import { datesBook } from '../../db/search/dates-book.ts';
import { moneyAsDerived, moneyByRules } from '../../db/search/testing/money-by-rules.ts';
import { openTestBook, type TestBook } from '../../db/testing/open-test-book.ts';
import { undoBatch } from '../../db/undo.ts';
import { addDays, type CalendarDate } from '../../src-shared/core/calendar-date.ts';
import type { Id } from '../../src-shared/core/id.ts';
import { newId } from '../../src-shared/core/id.ts';
import { type Instant, instantAt } from '../../src-shared/core/instant.ts';
import { fen } from '../../src-shared/core/money.ts';
import { accountStatement } from '../../src-shared/receivables/account-statement.ts';
import { activeAllocations, agingOn, balanceOn } from '../../src-shared/receivables/balances.ts';
import { dueOtherwise } from '../../src-shared/receivables/due-days.ts';
import type { Ledger } from '../../src-shared/receivables/ledger.ts';
import {
  type LedgerChange,
  noLedgerChange,
  releasesFor,
  reworkReceivable,
} from '../../src-shared/receivables/ledger-changes.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import {
  anyDay,
  changeOf,
  historyDays,
  historyStart,
  pickOf,
  type Wish,
  wish,
} from '../../src-shared/receivables/testing/random-ledgers.ts';
import { writeLedgerChange } from './write-ledger-change.ts';

/** What people do, in any order. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('change'), customer: fc.nat(1), wish }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('due_day', 'less'), customer: fc.nat(1), wish }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'undo_last'), pick: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const lives = fc.array(step, { minLength: 1, maxLength: 30, size: 'max' });
const runs = { numRuns: Number(process.env.KEBEN_LAW_RUNS ?? 12) };

/** The day on which all of it is typed: some of the facts lie before, some after. */
const now: Instant = instantAt(addDays(historyStart, historyDays / 2), '10:00', 'Asia/Shanghai');

interface Life {
  readonly test: TestBook;
  readonly customers: readonly Id[];
  /** In the order they were written. */
  readonly batches: Id[];
}

function begin(): Life {
  const test = openTestBook({ now });
  return { test, customers: [test.aCustomer({ name: '甲' }), test.aCustomer({ name: '乙' })], batches: [] };
}

function wishedBy(ledger: Ledger, { kind, wish: wished }: Extract<Step, { readonly wish: Wish }>): LedgerChange | null {
  if (kind === 'change') return changeOf(ledger, wished);
  const on = addDays(historyStart, wished.on);
  const receivable = pickOf(
    ledger.receivables.filter(({ voidedOn, issuedOn }) => voidedOn === null && issuedOn <= on),
    wished.pick,
  );
  if (!receivable) return null;
  if (kind === 'due_day') {
    return { ...noLedgerChange, reworked: [dueOtherwise(receivable, addDays(on, wished.pickOther % 60), on)] };
  }
  const amountFen = fen(Math.max(1, Math.min(receivable.amountFen, wished.yuan)));
  return reworkReceivable(ledger, { ...receivable, amountFen }, releasesFor(ledger, receivable.id, amountFen), newId);
}

/** Null: refused, or nothing to do. */
function take(
  { test, customers, batches }: Life,
  each: Step,
): { readonly batchId: Id; readonly from: CalendarDate | null } | null {
  const request = { userId: test.ownerId, now } as const;
  if (!('wish' in each)) {
    const batchId = each.kind === 'undo_last' ? batches.at(-1) : pickOf(batches, each.pick);
    const outcome = batchId === undefined ? null : undoBatch(test.book, { ...request, batchId });
    return outcome?.ok && outcome.value.batchId !== null ? { batchId: outcome.value.batchId, from: null } : null;
  }
  const customerId = customers[each.customer] ?? '';
  const ledger = readLedger(test.book, customerId);
  const wished = wishedBy(ledger, each);
  if (!wished) return null;
  const own = <T extends { readonly customerId: Id }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, customerId }));
  const change = { ...wished, receivables: own(wished.receivables), sources: own(wished.sources) };
  const isPayment = change.sources.some(({ kind }) => kind === 'payment');
  const written = writeBatch(test.book, { ...request, source: 'edit' }, (db) =>
    writeLedgerChange(db, customerId, ledger, change, {
      source: isPayment ? { method: 'cash' } : {},
      refund: { method: 'cash' },
      void: { kind: 'mistake', reason: '录错' },
    }),
  );
  if (!written.ok || written.value.changed === 0) return null;
  return { batchId: written.value.batchId, from: each.kind === 'change' ? firstDayOf(ledger, change) : null };
}

/** The earliest business day of the facts that a change writes. */
function firstDayOf(ledger: Ledger, change: LedgerChange): CalendarDate | null {
  const known = new Map(ledger.allocations.map((allocation) => [allocation.id, allocation]));
  const days = [
    ...change.receivables.map(({ issuedOn }) => issuedOn),
    ...[...change.sources, ...change.refunds].map(({ on }) => on),
    ...change.allocations.map(({ effectiveOn }) => effectiveOn),
    // What ends before it begins never counts: then its beginning is the first day that differs.
    ...change.ended.flatMap(({ allocationId, endedOn }) => {
      const begins = known.get(allocationId)?.effectiveOn;
      return begins !== undefined && begins > endedOn ? [begins] : [endedOn];
    }),
    ...change.voided.map(({ on }) => on),
  ];
  return days.sort()[0] ?? null;
}

function holds({ test, customers }: Life): void {
  const today = datesBook(test.book.sqlite).dayOf(now);
  for (const id of customers) {
    expect(brokenLaws(readLedger(test.book, id))).toEqual([]);
    expect(moneyAsDerived(test.book, id)).toEqual(moneyByRules(test.book, id, today));
  }
}

function answer(test: TestBook, customerId: Id, asOf: CalendarDate): unknown {
  const ledger = readLedger(test.book, customerId);
  return [balanceOn(ledger, asOf), agingOn(ledger, asOf), accountStatement(ledger, historyStart, asOf).lines];
}

describe('any history of money, written and undone in any order', () => {
  it('does something: most wishes are granted, and undo finds something to take back', () => {
    const samples = fc.sample(lives, { numRuns: 30, seed: 4 });
    let [granted, undone] = [0, 0];
    for (const steps of samples) {
      const life = begin();
      for (const each of steps) {
        const taken = take(life, each);
        if (!taken) continue;
        life.batches.push(taken.batchId);
        if ('wish' in each) granted += 1;
        else undone += 1;
      }
    }
    expect(granted).toBeGreaterThan(80);
    expect(undone).toBeGreaterThan(25);
  });

  it('keeps the laws on every day after every step, and the lists say what the facts say', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const life = begin();
        for (const each of steps) {
          const taken = take(life, each);
          if (!taken) continue;
          life.batches.push(taken.batchId);
          holds(life);
        }
        life.test.book.close();
      }),
      runs,
    );
  });

  it('is as it was when a step is undone at once, and as the step left it when that is undone', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const life = begin();
        const { test, batches } = life;
        const undo = (batchId: Id): Id | null => {
          const outcome = undoBatch(test.book, { batchId, userId: test.ownerId, now });
          expect(outcome).toMatchObject({ ok: true, value: { conflicts: [] } });
          return outcome.ok ? outcome.value.batchId : null;
        };
        for (const each of steps) {
          const before = contentHash(test.book);
          const taken = take(life, each);
          if (!taken) continue;
          const after = contentHash(test.book);
          const undone = undo(taken.batchId);
          expect(contentHash(test.book)).toBe(before);
          const redone = undone === null ? null : undo(undone);
          expect(contentHash(test.book)).toBe(after);
          if (redone !== null) batches.push(redone);
        }
        test.book.close();
      }),
      runs,
    );
  });

  it('has statements that add up for any F ≤ T, buckets that add up to what is open, and no side overdrawn', () => {
    fc.assert(
      fc.property(lives, anyDay, anyDay, (steps, one, other) => {
        const life = begin();
        for (const each of steps) {
          const taken = take(life, each);
          if (taken) life.batches.push(taken.batchId);
        }
        const [from, to] = one < other ? [one, other] : [other, one];
        for (const id of life.customers) {
          const ledger = readLedger(life.test.book, id);
          const { openingFen, lines, closingFen } = accountStatement(ledger, from, to);
          expect(openingFen + lines.reduce((sum, line) => sum + line.changeFen, 0)).toBe(closingFen);
          const aging = Object.values(agingOn(ledger, to)).reduce<number>((sum, bucket) => sum + bucket, 0);
          expect(aging).toBe(balanceOn(ledger, to).openFen);
          const active = activeAllocations(ledger, to);
          for (const { id: side, amountFen } of [...ledger.receivables, ...ledger.sources]) {
            const used = active.filter(({ receivableId, sourceId }) => receivableId === side || sourceId === side);
            expect(used.reduce((sum, part) => sum + part.amountFen, 0)).toBeLessThanOrEqual(amountFen);
          }
        }
        life.test.book.close();
      }),
      runs,
    );
  });

  it('answers for a day the same, whatever facts of later days arrive', () => {
    fc.assert(
      fc.property(lives, (steps) => {
        const life = begin();
        for (const each of steps) {
          const customerId = 'wish' in each ? (life.customers[each.customer] ?? '') : null;
          const days = customerId === null ? [] : Array.from({ length: 5 }, (_, k) => addDays(historyStart, k * 30));
          const before = new Map(days.map((day) => [day, answer(life.test, customerId ?? '', day)]));
          const taken = take(life, each);
          if (!taken) continue;
          life.batches.push(taken.batchId);
          for (const [day, said] of before) {
            if (taken.from !== null && day < taken.from) expect(answer(life.test, customerId ?? '', day)).toEqual(said);
          }
        }
        life.test.book.close();
      }),
      runs,
    );
  });
});
