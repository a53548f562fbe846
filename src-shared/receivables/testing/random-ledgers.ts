import fc from 'fast-check';
import { addDays } from '../../core/calendar-date.ts';
import { newId } from '../../core/id.ts';
import { fen } from '../../core/money.ts';
import { allocateInOrder } from '../allocate.ts';
import { activeAllocations, openReceivables, prepayments } from '../balances.ts';
import type { Ledger } from '../ledger.ts';
import {
  addSource,
  applyPrepayment,
  type LedgerChange,
  moveAllocation,
  noLedgerChange,
  refundFrom,
  voidReceivable,
  voidSource,
  withChange,
} from '../ledger-changes.ts';
import { brokenLaws } from '../ledger-laws.ts';
import { day, ledgerOf } from './ledger-builders.ts';

export const historyStart = day('2026-01-01');
export const historyDays = 120;

/** What a user may wish for; the numbers pick rows and amounts among those there are. */
export const wish = fc.record({
  what: fc.constantFrom(
    'order',
    'payment',
    'return',
    'write_off',
    'prepaid',
    'move',
    'refund',
    'void_source',
    'void_order',
  ),
  on: fc.integer({ min: 0, max: historyDays }),
  yuan: fc.integer({ min: 1, max: 5_000 }),
  pick: fc.nat(),
  pickOther: fc.nat(),
});
export type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

export function pickOf<T>(rows: readonly T[], pick: number): T | undefined {
  return rows[pick % Math.max(1, rows.length)];
}

/** What the wish would write; null when there is nothing it could be about. */
export function changeOf(ledger: Ledger, { what, on, yuan, pick, pickOther }: Wish): LedgerChange | null {
  const today = addDays(historyStart, on);
  const amountFen = fen(yuan * 100);
  const live = ledger.sources.filter(({ voidedOn, kind }) => voidedOn === null && kind !== 'write_off');
  switch (what) {
    case 'order': {
      const order = {
        id: newId(),
        customerId: 'c',
        orderId: null,
        installmentNo: 1,
        formerDueDays: [],
        isDisputed: false,
        voidedOn: null,
      };
      const added = { ...order, issuedOn: today, dueOn: addDays(today, pick % 60), amountFen };
      return { ...noLedgerChange, receivables: [added] };
    }
    case 'payment':
    case 'return':
    case 'write_off': {
      const open = openReceivables(ledger, today);
      const [first] = open;
      if (what === 'write_off' && !first) return null;
      const amount = what === 'write_off' ? fen(Math.min(amountFen, first?.openFen ?? 0)) : amountFen;
      const source = { id: newId(), customerId: 'c', kind: what, on: today, amountFen: amount, voidedOn: null };
      return addSource(source, allocateInOrder(amount, today, open).allocations, newId);
    }
    case 'prepaid': {
      const source = pickOf(live, pick);
      const target = pickOf(openReceivables(ledger, today), pickOther);
      const left = source ? (prepayments(ledger, today).get(source.id) ?? 0) : 0;
      if (!source || !target || left <= 0) return null;
      const part = fen(Math.min(amountFen, left, target.openFen));
      return applyPrepayment(source, target.receivable, { amountFen: part, on: today }, newId);
    }
    case 'move': {
      const allocation = pickOf(activeAllocations(ledger, today), pick);
      const to = pickOf(ledger.receivables, pickOther);
      if (!allocation || !to) return null;
      const part = fen(Math.max(1, Math.min(allocation.amountFen, amountFen)));
      return moveAllocation(allocation, pick % 5 === 0 ? null : to, { amountFen: part, on: today }, newId);
    }
    case 'refund': {
      const source = pickOf(live, pick);
      return source && source.on <= today ? refundFrom(ledger, source, { amountFen, on: today }, newId) : null;
    }
    case 'void_source': {
      const source = pickOf(live, pick);
      return source ? voidSource(ledger, source.id, today) : null;
    }
    case 'void_order': {
      const order = pickOf(
        ledger.receivables.filter(({ voidedOn }) => voidedOn === null),
        pick,
      );
      return order ? voidReceivable(ledger, order.id, today) : null;
    }
  }
}

/** Does what the laws allow and refuses the rest, as the app does: the ledger after each step, the empty one first. */
export function ledgersOf(wishes: readonly Wish[]): readonly Ledger[] {
  let ledger: Ledger = ledgerOf({});
  const seen: Ledger[] = [ledger];
  for (const each of wishes) {
    const change = changeOf(ledger, each);
    if (!change) continue;
    const next = withChange(ledger, change);
    if (brokenLaws(next).length > 0) continue;
    ledger = next;
    seen.push(ledger);
  }
  return seen;
}

export const histories = fc.array(wish, { minLength: 1, maxLength: 40 });
export const anyDay = fc.integer({ min: -5, max: historyDays + 70 }).map((days) => addDays(historyStart, days));
