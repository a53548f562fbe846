import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../core/calendar-date.ts';
import { fen } from '../core/money.ts';
import { balanceOn } from './balances.ts';
import type { Allocation, Ledger, Receivable, SettlementSource } from './ledger.ts';
import { brokenLaws } from './ledger-laws.ts';
import { settleByDay } from './settle-by-day.ts';

function day(text: string): CalendarDate {
  const found = parseCalendarDate(text);
  if (!found) throw new Error(text);
  return found;
}

function owed(id: string, issuedOn: CalendarDate, dueOn: CalendarDate, amount: number): Receivable {
  return {
    id,
    customerId: 'c',
    orderId: null,
    installmentNo: 1,
    issuedOn,
    dueOn,
    formerDueDays: [],
    amountFen: fen(amount),
    isDisputed: false,
    voidedOn: null,
  };
}

function paid(id: string, on: CalendarDate, amount: number): SettlementSource {
  return { id, customerId: 'c', kind: 'payment', on, amountFen: fen(amount), voidedOn: null };
}

function ids(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `a${String(last).padStart(4, '0')}`;
  };
}

const nothing: Ledger = { receivables: [], sources: [], allocations: [], refunds: [] };
const today = day('2026-06-30');
const said = (allocations: readonly Allocation[]) =>
  allocations.map(({ sourceId, receivableId, amountFen, effectiveOn }) => [
    sourceId,
    receivableId,
    amountFen,
    effectiveOn,
  ]);

describe('settleByDay', () => {
  it('settles as in the example of domain §1, whatever the order in which the payments stand in the file', () => {
    const ledger = {
      ...nothing,
      receivables: [
        owed('march', day('2026-03-01'), day('2026-03-31'), 100_000),
        owed('april', day('2026-04-01'), day('2026-05-01'), 60_000),
      ],
    };
    const [p10april, p20may] = [paid('p1', day('2026-04-10'), 70_000), paid('p2', day('2026-05-20'), 50_000)];
    const expected = [
      ['p1', 'march', 70_000, '2026-04-10'],
      ['p2', 'march', 30_000, '2026-05-20'],
      ['p2', 'april', 20_000, '2026-05-20'],
    ];
    expect(said(settleByDay(ledger, [p10april, p20may], today, ids()))).toEqual(expected);
    expect(said(settleByDay(ledger, [p20may, p10april], today, ids()))).toEqual(expected);
  });

  it('settles what was owed on the day, not what is due sooner but was sold later', () => {
    const ledger = {
      ...nothing,
      receivables: [
        owed('long', day('2026-01-05'), day('2026-06-01'), 40_000),
        owed('short', day('2026-04-01'), day('2026-04-10'), 30_000),
      ],
    };
    const payments = [paid('p', day('2026-03-01'), 50_000)];
    // What is left waits for the next sale, from its day.
    expect(said(settleByDay(ledger, payments, today, ids()))).toEqual([
      ['p', 'long', 40_000, '2026-03-01'],
      ['p', 'short', 10_000, '2026-04-01'],
    ]);
  });

  it('leaves alone what is settled already, void, or issued only after today', () => {
    const ledger: Ledger = {
      ...nothing,
      receivables: [
        owed('half', day('2026-01-05'), day('2026-02-01'), 10_000),
        { ...owed('void', day('2026-01-05'), day('2026-02-01'), 10_000), voidedOn: day('2026-03-01') },
        owed('later', day('2026-07-15'), day('2026-07-15'), 10_000),
      ],
      sources: [paid('old', day('2026-05-01'), 6_000)],
      allocations: [
        {
          id: 'a',
          sourceId: 'old',
          receivableId: 'half',
          amountFen: fen(6_000),
          effectiveOn: day('2026-05-01'),
          endedOn: null,
        },
      ],
    };
    expect(said(settleByDay(ledger, [paid('p', day('2026-02-01'), 9_000)], today, ids()))).toEqual([
      ['p', 'half', 4_000, '2026-02-01'],
    ]);
  });

  it('breaks no law on any day, and leaves nobody both owing and prepaid on the last one', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const amounts = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(days, days, amounts), { maxLength: 12 }),
        fc.array(fc.tuple(days, amounts), { maxLength: 12 }),
        fc.nat(12),
        (debts, money, cut) => {
          const first = day('2026-03-01');
          const receivables = debts.map(([on, term, amount], index) =>
            owed(`r${index}`, addDays(first, on), addDays(first, on + term), amount),
          );
          const payments = money.map(([on, amount], index) => paid(`p${index}`, addDays(first, on), amount));
          // Two files, one after the other.
          const next = ids();
          const early = settleByDay({ ...nothing, receivables }, payments.slice(0, cut), today, next);
          const between = { ...nothing, receivables, sources: payments.slice(0, cut), allocations: early };
          const late = settleByDay(between, payments.slice(cut), today, next);
          const after = { ...nothing, receivables, sources: payments, allocations: [...early, ...late] };
          expect(brokenLaws(after)).toEqual([]);
          const { openFen, prepaidFen } = balanceOn(after, today);
          expect(Math.min(openFen, prepaidFen)).toBe(0);
        },
      ),
    );
  });
});
