import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import type { PaymentPromise } from '../payments/payment-promise.ts';
import { moneySummary, receivableViews, sourceViews } from './customer-money.ts';
import { latestMoney, mostOpenListed } from './latest-money.ts';
import type { Receivable, SettlementSource } from './ledger.ts';
import type { CustomerMoney } from './receivable-views.ts';
import { anAllocation, aPayment, aReceivable, day, ledgerOf } from './testing/ledger-builders.ts';

const asOf = day('2026-06-30');
const blank = { orderNo: null, reference: null, installments: 1, disputeReason: null, note: null, voidReason: null };
const paid = {
  method: 'cash',
  isDeposit: false,
  billNo: null,
  billDueOn: null,
  orderId: null,
  orderNo: null,
  reference: null,
  note: null,
  collectedById: null,
  voidKind: null,
  voidReason: null,
} as const;

function moneyOf(
  receivables: readonly Receivable[],
  settled: readonly Receivable[] = [],
  promises: readonly PaymentPromise[] = [],
): CustomerMoney {
  const sources: readonly SettlementSource[] = settled.map((_, index) => aPayment('2026-05-01', 10 + index));
  const allocations = settled.map((receivable, index) => {
    const source = sources[index];
    if (!source) throw new Error('a payment for each');
    return anAllocation(source, receivable, receivable.amountFen / 100);
  });
  const ledger = ledgerOf({ receivables, sources, allocations });
  const views = receivableViews(ledger, () => blank, asOf);
  return {
    summary: moneySummary(ledger, [], () => paid, asOf),
    counts: { receivables: views.length, open: views.length - settled.length, sources: sources.length, promises: 0 },
    receivables: views,
    sources: sourceViews(
      ledger,
      () => paid,
      () => ({ method: 'cash', note: null, voidReason: null }),
      asOf,
    ),
    promises,
    upcoming: { receivables: [], sources: [] },
  };
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('latestMoney', () => {
  const old = aReceivable('2026-01-01', '2026-01-31', 10);
  const older = aReceivable('2026-01-02', '2026-01-31', 11);
  const open = aReceivable('2026-01-03', '2026-01-31', 500);
  const last = aReceivable('2026-03-01', '2026-03-31', 12);
  const money = moneyOf([old, older, open, last], [old, older, last]);

  it('shows the newest and whatever is open, with the figures and counts of all', () => {
    const short = latestMoney(money, { latest: 1, receivableIds: [] });
    expect(idsOf(short.receivables)).toEqual([last.id, open.id]);
    expect(short.sources).toEqual(money.sources.slice(0, 1));
    expect([short.summary, short.counts]).toEqual([money.summary, money.counts]);
    expect(short.counts).toMatchObject({ receivables: 4, open: 1, sources: 3 });
  });

  it('brings what was asked for and what a promise is about, in the same order', () => {
    const promise: PaymentPromise = {
      ...{ id: 'p', customerId: 'c', receivableId: older.id, contactId: null, takenById: null },
      ...{ promisedOn: asOf, amountFen: null, note: null, outcome: 'open', outcomeOn: null, outcomeNote: null },
    };
    const short = latestMoney({ ...money, promises: [promise] }, { latest: 1, receivableIds: [old.id] });
    expect(idsOf(short.receivables)).toEqual(idsOf(money.receivables));
    expect(idsOf(latestMoney(money, { latest: 1, receivableIds: [old.id] }).receivables)).not.toContain(older.id);
  });

  it('stops at 500 open debts, those that are due first', () => {
    const debts = Array.from({ length: mostOpenListed + 3 }, (_, index) =>
      aReceivable('2026-01-01', index < 3 ? '2026-12-31' : '2026-02-01', 1, { installmentNo: index + 1 }),
    );
    const short = latestMoney(moneyOf(debts), { latest: 1, receivableIds: [] });
    const late = short.receivables.filter(({ dueOn }) => dueOn === '2026-02-01');
    expect([late.length, short.counts.open]).toEqual([mostOpenListed, mostOpenListed + 3]);
    expect(short.summary.openFen).toBe(fen((mostOpenListed + 3) * 100));
  });
});
