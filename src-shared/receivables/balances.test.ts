import { describe, expect, it } from 'vitest';
import { fen } from '../core/money.ts';
import { allocateInOrder, ownOrderFirst, releaseNewestFirst } from './allocate.ts';
import { agingOn, balanceOn, bucketOf, openReceivables, prepayments, settlementOn } from './balances.ts';
import {
  anAllocation,
  aPayment,
  aReceivable,
  aRefund,
  day,
  exampleLedger,
  ledgerOf,
} from './testing/ledger-builders.ts';

describe('the worked example of domain §1', () => {
  const ledger = exampleLedger();

  it('on 15 April: 900 open, of it 300 fifteen days late and 600 not due', () => {
    expect(balanceOn(ledger, day('2026-04-15'))).toMatchObject({ openFen: 90_000, prepaidFen: 0 });
    expect(agingOn(ledger, day('2026-04-15'))).toEqual({
      not_due: 60_000,
      d1_30: 30_000,
      d31_60: 0,
      d61_90: 0,
      over_90: 0,
    });
    expect(openReceivables(ledger, day('2026-04-15')).map(({ daysPastDue }) => daysPastDue)).toEqual([15, -16]);
  });

  it('on 21 May: 400 open, twenty days late', () => {
    expect(agingOn(ledger, day('2026-05-21'))).toEqual({
      not_due: 0,
      d1_30: 40_000,
      d31_60: 0,
      d61_90: 0,
      over_90: 0,
    });
    expect(openReceivables(ledger, day('2026-05-21'))).toMatchObject([{ daysPastDue: 20, openFen: 40_000 }]);
    expect(settlementOn(ledger, ledger.first, day('2026-05-21'))).toBe('settled');
    expect(settlementOn(ledger, ledger.second, day('2026-05-21'))).toBe('partial');
  });

  it('the first order is settled on 20 May, not a day before', () => {
    expect(settlementOn(ledger, ledger.first, day('2026-05-19'))).toBe('partial');
    expect(settlementOn(ledger, ledger.first, day('2026-05-20'))).toBe('settled');
  });
});

describe('bucketOf', () => {
  it.each([
    [-400, 'not_due'],
    [0, 'not_due'],
    [1, 'd1_30'],
    [30, 'd1_30'],
    [31, 'd31_60'],
    [60, 'd31_60'],
    [61, 'd61_90'],
    [90, 'd61_90'],
    [91, 'over_90'],
  ] as const)('%i days past due is %s', (days, bucket) => {
    expect(bucketOf(days)).toBe(bucket);
  });
});

describe('what counts as of a day', () => {
  const order = aReceivable('2026-03-01', '2026-03-31', 1_000);
  const early = aPayment('2026-02-10', 400);

  it('is prepayment until the order’s day, when money came before it', () => {
    const ledger = ledgerOf({
      receivables: [order],
      sources: [early],
      allocations: [anAllocation(early, order, 400)],
    });
    expect(balanceOn(ledger, day('2026-02-09'))).toEqual({ openFen: 0, prepaidFen: 0, balanceFen: 0 });
    expect(balanceOn(ledger, day('2026-02-28'))).toEqual({ openFen: 0, prepaidFen: 40_000, balanceFen: -40_000 });
    expect(balanceOn(ledger, day('2026-03-01'))).toEqual({ openFen: 60_000, prepaidFen: 0, balanceFen: 60_000 });
  });

  it('does not change when facts of later days arrive', () => {
    const before = ledgerOf({ receivables: [order], sources: [early] });
    const later = aPayment('2026-04-01', 600);
    const after = ledgerOf({
      receivables: [order, aReceivable('2026-04-02', '2026-05-02', 50)],
      sources: [early, later],
      allocations: [anAllocation(later, order, 600)],
    });
    expect(balanceOn(after, day('2026-03-31'))).toEqual(balanceOn(before, day('2026-03-31')));
  });

  it('is open again with its old due day after a bill bounced', () => {
    const bill = aPayment('2026-03-20', 1_000, { voidedOn: day('2026-06-20') });
    const ledger = ledgerOf({
      receivables: [order],
      sources: [bill],
      allocations: [anAllocation(bill, order, 1_000, { endedOn: day('2026-06-20') })],
    });
    expect(balanceOn(ledger, day('2026-06-19')).balanceFen).toBe(0);
    expect(openReceivables(ledger, day('2026-06-20'))).toMatchObject([{ openFen: 100_000, daysPastDue: 81 }]);
    expect(prepayments(ledger, day('2026-06-20')).size).toBe(0);
  });

  it('leaves a written-off debt out of balance and aging from its day on', () => {
    const bad = aPayment('2026-07-01', 1_000, { kind: 'write_off' });
    const ledger = ledgerOf({
      receivables: [order],
      sources: [bad],
      allocations: [anAllocation(bad, order, 1_000)],
    });
    expect(balanceOn(ledger, day('2026-06-30')).openFen).toBe(100_000);
    expect(balanceOn(ledger, day('2026-07-01'))).toEqual({ openFen: 0, prepaidFen: 0, balanceFen: 0 });
    expect(settlementOn(ledger, order, day('2026-07-01'))).toBe('written_off');
  });

  it('takes refunds from what is prepaid', () => {
    const ledger = ledgerOf({ sources: [early], refunds: [aRefund(early, '2026-02-20', 150)] });
    expect(prepayments(ledger, day('2026-02-19')).get(early.id)).toBe(40_000);
    expect(prepayments(ledger, day('2026-02-20')).get(early.id)).toBe(25_000);
  });

  it('knows a voided order as void, and nothing before its day', () => {
    const gone = aReceivable('2026-03-01', '2026-03-31', 10, { voidedOn: day('2026-03-10') });
    const ledger = ledgerOf({ receivables: [gone] });
    expect(settlementOn(ledger, gone, day('2026-02-28'))).toBeNull();
    expect(settlementOn(ledger, gone, day('2026-03-09'))).toBe('open');
    expect(settlementOn(ledger, gone, day('2026-03-10'))).toBe('void');
    expect(balanceOn(ledger, day('2026-03-10')).openFen).toBe(0);
  });
});

describe('allocateInOrder', () => {
  const old = aReceivable('2026-01-01', '2026-01-31', 300);
  const second = aReceivable('2026-01-01', '2026-02-28', 300, { installmentNo: 2, orderId: 'order' });
  const first = aReceivable('2026-01-05', '2026-02-28', 300, { installmentNo: 1 });
  const ledger = ledgerOf({ receivables: [second, first, old] });
  const open = openReceivables(ledger, day('2026-03-10'));
  const parts = (yuan: number, spread = open) => {
    const { allocations, restFen } = allocateInOrder(fen(yuan * 100), day('2026-03-10'), spread);
    return { parts: allocations.map(({ receivableId, amountFen }) => [receivableId, amountFen]), restFen };
  };

  it('settles the oldest due day first, then the lowest instalment', () => {
    expect(parts(700)).toEqual({
      parts: [
        [old.id, 30_000],
        [first.id, 30_000],
        [second.id, 10_000],
      ],
      restFen: 0,
    });
  });

  it('keeps what is left as prepayment', () => {
    expect(parts(1_000).restFen).toBe(10_000);
    expect(parts(0)).toEqual({ parts: [], restFen: 0 });
  });

  it('puts a return on its own order first', () => {
    expect(parts(400, ownOrderFirst(open, 'order')).parts).toEqual([
      [second.id, 30_000],
      [old.id, 10_000],
    ]);
  });

  it('counts from the day of the order when money came before it', () => {
    const { allocations } = allocateInOrder(fen(100), day('2025-12-01'), open);
    expect(allocations[0]?.effectiveOn).toBe('2026-01-01');
  });
});

describe('releaseNewestFirst', () => {
  const source = aPayment('2026-03-01', 1_000);
  const receivable = aReceivable('2026-01-01', '2026-01-31', 1_000);
  const rows = ['2026-03-01', '2026-03-05', '2026-03-03'].map((on) =>
    anAllocation(source, receivable, 100, { effectiveOn: day(on) }),
  );
  const released = (allowed: number) =>
    releaseNewestFirst(rows, fen(allowed)).map(({ allocation, releasedFen }) => [allocation.effectiveOn, releasedFen]);

  it('lets go of the newest, and of the last only what is needed', () => {
    expect(released(12_000)).toEqual([
      ['2026-03-05', 10_000],
      ['2026-03-03', 8_000],
    ]);
  });

  it('lets go of nothing while all of it fits', () => {
    expect(released(30_000)).toEqual([]);
    expect(released(0)).toHaveLength(3);
  });
});
