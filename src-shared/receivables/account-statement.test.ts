import { describe, expect, it } from 'vitest';
import { accountStatement } from './account-statement.ts';
import {
  anAllocation,
  aPayment,
  aReceivable,
  aRefund,
  day,
  exampleLedger,
  ledgerOf,
} from './testing/ledger-builders.ts';

const lines = (statement: ReturnType<typeof accountStatement>) =>
  statement.lines.map(({ on, kind, changeFen, balanceFen }) => [on, kind, changeFen, balanceFen]);

describe('accountStatement', () => {
  it('says the worked example of domain §1 line by line', () => {
    const statement = accountStatement(exampleLedger(), day('2026-04-01'), day('2026-05-31'));
    expect(statement.openingFen).toBe(100_000);
    expect(lines(statement)).toEqual([
      ['2026-04-01', 'receivable', 60_000, 160_000],
      ['2026-04-10', 'payment', -70_000, 90_000],
      ['2026-05-20', 'payment', -50_000, 40_000],
    ]);
    expect(statement.closingFen).toBe(40_000);
  });

  it('shows returns, write-offs, refunds and what was voided, and still adds up', () => {
    const order = aReceivable('2026-01-05', '2026-02-04', 1_000);
    const gone = aReceivable('2026-01-06', '2026-02-04', 70, { voidedOn: day('2026-01-20') });
    const never = aReceivable('2026-01-07', '2026-02-04', 33, { voidedOn: day('2026-01-07') });
    const back = aPayment('2026-01-10', 200, { kind: 'return' });
    const paid = aPayment('2026-01-15', 900);
    const bad = aPayment('2026-01-25', 100, { kind: 'write_off' });
    const ledger = ledgerOf({
      receivables: [order, gone, never],
      sources: [back, paid, bad],
      allocations: [anAllocation(back, order, 200), anAllocation(paid, order, 700), anAllocation(bad, order, 100)],
      refunds: [aRefund(paid, '2026-01-28', 150)],
    });
    const statement = accountStatement(ledger, day('2026-01-01'), day('2026-01-31'));
    expect(lines(statement)).toEqual([
      ['2026-01-05', 'receivable', 100_000, 100_000],
      ['2026-01-06', 'receivable', 7_000, 107_000],
      ['2026-01-10', 'return', -20_000, 87_000],
      ['2026-01-15', 'payment', -90_000, -3_000],
      ['2026-01-20', 'receivable_void', -7_000, -10_000],
      ['2026-01-25', 'write_off', -10_000, -20_000],
      ['2026-01-28', 'refund', 15_000, -5_000],
    ]);
    expect(statement.closingFen).toBe(-5_000);
  });

  it('shows on one day what is owed before what was paid', () => {
    const order = aReceivable('2026-01-05', '2026-01-05', 10);
    const paid = aPayment('2026-01-05', 10);
    const ledger = ledgerOf({ receivables: [order], sources: [paid], allocations: [anAllocation(paid, order, 10)] });
    expect(lines(accountStatement(ledger, day('2026-01-01'), day('2026-01-31'))).map(([, kind]) => kind)).toEqual([
      'receivable',
      'payment',
    ]);
  });

  it('is empty, with what was owed before, for a quiet month', () => {
    const statement = accountStatement(exampleLedger(), day('2026-07-01'), day('2026-07-31'));
    expect(statement).toMatchObject({ openingFen: 40_000, lines: [], closingFen: 40_000 });
  });

  it('can be asked from the first day that there is', () => {
    const { openingFen, lines, closingFen } = accountStatement(exampleLedger(), day('0001-01-01'), day('2026-12-31'));
    expect([openingFen, lines.length, closingFen]).toEqual([0, 4, 40_000]);
  });
});
