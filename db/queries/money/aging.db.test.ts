import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { dayOfInstant, type Instant, instantAt } from '../../../src-shared/core/instant.ts';
import {
  agingBuckets,
  agingOn,
  balanceOn,
  bucketOf,
  openReceivables,
} from '../../../src-shared/receivables/balances.ts';
import type { Ledger } from '../../../src-shared/receivables/ledger.ts';
import { agingSortKeys } from '../../../src-shared/receivables/receivables-contract.ts';
import {
  anAllocation,
  aPayment,
  aReceivable,
  aRefund,
  day,
  exampleLedger,
  ledgerOf,
} from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { anyDay, histories, ledgersOf } from '../../../src-shared/receivables/testing/random-ledgers.ts';
import { writerOf } from '../../connection.ts';
import { writeBatch } from '../../journal.ts';
import { customers } from '../../schema/customers.ts';
import { bringMoneyToDay } from '../../search/bring-money-to-day.ts';
import { at, openTestBook, type TestBook } from '../../testing/open-test-book.ts';
import { type LedgerRows, writeLedger } from '../../testing/write-ledger.ts';
import { type AgingOrder, agingTable } from './aging.ts';
import { agingRows } from './aging-rows.ts';
import { everybodysAging } from './everybodys-aging.ts';
import { readLedger } from './read-ledger.ts';

let test: TestBook;
beforeEach(() => {
  test = openTestBook();
});
afterEach(() => test.book.close());

const today = day('2026-06-30');
const everybody: Omit<AgingOrder, 'asOf'> = { ...everybodysAging, today, timeZone: 'Asia/Shanghai' };

function owes(customerId: Id, ledger: Ledger, rows: Partial<LedgerRows> = {}): Id {
  writeLedger(test.book, customerId, ledger, { userId: test.ownerId, now: test.now, ...rows });
  return customerId;
}

function aDebtor(name: string, ledger: Ledger, row: Parameters<TestBook['aCustomer']>[0] = {}): Id {
  return owes(test.aCustomer({ name, ...row }), ledger);
}

function aging(asOf: CalendarDate, wish: Partial<AgingOrder> = {}) {
  const table = agingTable(test.book, { ...everybody, ...wish, asOf });
  if (!table) throw new Error('stopped by nobody');
  return table;
}

function rowsOf(asOf: CalendarDate, wish: Partial<AgingOrder> = {}, key: (typeof agingSortKeys)[number] = 'name') {
  const direction = ['name', 'tier', 'owner'].includes(key) ? 'asc' : 'desc';
  return agingRows(test.book, aging(asOf, wish), { sort: { key, direction }, offset: 0, limit: 500 });
}

const namesOf = (rows: readonly { readonly customerName: string | null }[]) =>
  rows.map(({ customerName }) => customerName);

const oneDebt = (yuan: number, dueOn = '2026-06-01') =>
  ledgerOf({ receivables: [aReceivable('2026-05-01', dueOn, yuan)] });

describe('agingTable', () => {
  it('says of any day what the rules say of each ledger, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(histories, { minLength: 1, maxLength: 3 }), anyDay, fc.gen(), (all, asOf, gen) => {
        const debtors = all.map((wishes, index) => {
          const ledger = ledgersOf(wishes).at(-1) ?? ledgerOf({});
          return aDebtor(
            `客户${index}`,
            withMovedDueDays(ledger, () => gen(fc.nat, { max: 90 })),
          );
        });
        const rows = new Map(rowsOf(asOf).map((row) => [row.customerId, row]));
        for (const id of debtors) {
          const ledger = readLedger(test.book, id);
          const { openFen, prepaidFen, balanceFen } = balanceOn(ledger, asOf);
          const row = rows.get(id);
          if (openFen === 0 && prepaidFen === 0) expect(row).toBeUndefined();
          else expect(row).toMatchObject({ aging: agingOn(ledger, asOf), openFen, prepaidFen, balanceFen });
          const late = openReceivables(ledger, asOf).map(({ daysPastDue }) => Math.max(0, daysPastDue));
          expect(row?.overdueDays ?? 0).toBe(Math.max(0, ...late));
        }
        const { totals } = aging(asOf);
        const sum = (pick: (row: typeof rows extends Map<Id, infer R> ? R : never) => number) =>
          [...rows.values()].reduce((total, row) => total + pick(row), 0);
        expect(totals).toMatchObject({
          openFen: sum((row) => row.openFen),
          prepaidFen: sum((row) => row.prepaidFen),
          overdueFen: sum((row) => row.overdueFen),
          rowCount: rows.size,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('says the same of today from what is kept beside the list as from the facts, before and after the day is brought', () => {
    fc.assert(
      fc.property(fc.array(histories, { minLength: 1, maxLength: 3 }), anyDay, (all, day) => {
        // A book that was brought to a day does not go back to an earlier one.
        test.book.close();
        test = openTestBook();
        const writtenOn = dayOfInstant(test.now, 'Asia/Shanghai');
        for (const wishes of all) aDebtor('客户', ledgersOf(wishes).at(-1) ?? ledgerOf({}));
        const said = (bookToday: CalendarDate) => {
          const table = aging(day, { today: bookToday });
          return { ...table, totals: { ...table.totals, enteredLate: 0 } };
        };
        // Seen from the day after, nothing is kept of this one.
        const byFacts = said(addDays(day, 1));
        if (day >= writtenOn) expect(said(day)).toEqual(byFacts);
        bringMoneyToDay(test.book, instantAt(day, '12:00', 'Asia/Shanghai'));
        if (day >= writtenOn) expect(said(day)).toEqual(byFacts);
      }),
      { numRuns: 60 },
    );
  });

  it('reads what is kept and not the facts, as of today', () => {
    const id = aDebtor('甲', oneDebt(100));
    bringMoneyToDay(test.book, instantAt(today, '12:00', 'Asia/Shanghai'));
    writerOf(test.book).sqlite.prepare('UPDATE open_receivables SET open_fen = 1 WHERE customer_id = ?').run(id);
    expect(aging(today).totals.openFen).toBe(1);
    expect(aging(today, { today: addDays(today, 1) }).totals.openFen).toBe(10_000);
  });

  it.each([
    ['2026-04-15', { not_due: 60_000, d1_30: 30_000 }, 15],
    ['2026-05-21', { not_due: 0, d1_30: 40_000 }, 20],
  ])('of the worked example of domain §1 on %s', (asOf, buckets, overdueDays) => {
    aDebtor('甲', exampleLedger());
    expect(rowsOf(day(asOf))).toMatchObject([{ customerName: '甲', aging: buckets, overdueDays, prepaidFen: 0 }]);
    expect(aging(day(asOf)).totals).toMatchObject({ aging: buckets, overdueCount: 1, rowCount: 1 });
  });

  it('knows every bucket by its first and last day', () => {
    const days = [0, 1, 30, 31, 60, 61, 90, 91];
    aDebtor(
      '甲',
      ledgerOf({ receivables: days.map((late) => aReceivable('2026-01-01', addDays(today, -late), late + 1)) }),
    );
    const expected = Object.fromEntries(agingBuckets.map((bucket) => [bucket, 0]));
    for (const late of days) expected[bucketOf(late)] = (expected[bucketOf(late)] ?? 0) + (late + 1) * 100;
    expect(rowsOf(today)[0]?.aging).toEqual(expected);
  });

  it('uses the due day that was in force on the day asked for', () => {
    const moved = aReceivable('2026-03-01', '2026-05-31', 100, {
      formerDueDays: [
        { dueOn: day('2026-03-31'), untilOn: day('2026-04-10') },
        { dueOn: day('2026-04-30'), untilOn: day('2026-05-05') },
      ],
    });
    aDebtor('甲', ledgerOf({ receivables: [moved] }));
    const late = (asOf: string) => rowsOf(day(asOf))[0]?.overdueDays;
    expect(['2026-04-09', '2026-04-10', '2026-05-04', '2026-05-05', '2026-06-01'].map(late)).toEqual([9, 0, 4, 0, 1]);
  });

  it('keeps the money of who is in the bin, without a name, behind all names', () => {
    const gone = aDebtor('甲', exampleLedger());
    aDebtor('乙', oneDebt(50));
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, (db) =>
      db.update(customers, gone, { deletedAt: test.now }),
    );
    expect(namesOf(rowsOf(today))).toEqual(['乙', null]);
    expect(rowsOf(today)[1]).toMatchObject({ customerId: gone, openFen: 40_000 });
  });

  it('shows bills that are not due yet beside what is open, until their day and not on it', () => {
    const owed = aReceivable('2026-03-01', '2026-03-31', 100);
    const [bill, bounced] = [aPayment('2026-04-01', 80), aPayment('2026-04-02', 20, { voidedOn: day('2026-05-01') })];
    const ledger = ledgerOf({
      receivables: [owed],
      sources: [bill, bounced],
      allocations: [anAllocation(bill, owed, 80)],
    });
    const sourceDetail = () => ({ method: 'acceptance_bill' as const, billDueOn: day('2026-06-30') });
    owes(test.aCustomer(), ledger, { sourceDetail });
    const bills = (asOf: string) => aging(day(asOf)).totals.billsNotDueFen;
    expect(['2026-03-31', '2026-04-01', '2026-04-30', '2026-05-01', '2026-06-29', '2026-06-30'].map(bills)).toEqual([
      0, 8_000, 10_000, 8_000, 8_000, 0,
    ]);
  });

  it('counts what was typed after the day asked for, each payment once with what it settles', () => {
    const typed = (now: Instant, ledger: Ledger) => owes(customerId, ledger, { now });
    const customerId = test.aCustomer();
    const owed = aReceivable('2026-03-01', '2026-03-31', 100);
    typed(at('2026-03-31T15:59:59.000Z'), ledgerOf({ receivables: [owed] }));
    const payment = aPayment('2026-03-20', 60);
    typed(
      at('2026-03-31T16:00:00.000Z'),
      ledgerOf({
        sources: [payment],
        allocations: [anAllocation(payment, owed, 40)],
        refunds: [aRefund(payment, '2026-03-31', 5)],
      }),
    );
    typed(at('2026-04-20T00:00:00.000Z'), ledgerOf({ allocations: [anAllocation(payment, owed, 10)] }));
    const late = (asOf: string, wish = {}) => aging(day(asOf), wish).totals.enteredLate;
    // 31 March ends at 16:00 UTC in Shanghai: payment and refund are typed the day after, the allocations with it.
    expect(late('2026-03-31')).toBe(2);
    expect(late('2026-04-05')).toBe(1);
    expect(late('2026-04-25')).toBe(0);
    expect(late('2026-03-31', { today: day('2026-03-31') })).toBe(0);
    expect(late('2026-03-31', { owners: [test.ownerId] })).toBe(0);
  });

  it('lists by owner, tier, name, bucket and whether anything is overdue or only prepaid', () => {
    const li = test.aUser({ name: '李娜' });
    const { A, B } = test.tierIds;
    aDebtor('华强五金', oneDebt(10), { ownerId: li, tierId: A });
    aDebtor('永兴超市', oneDebt(20, '2026-07-31'), { ownerId: test.ownerId, tierId: B });
    aDebtor('预付商行', ledgerOf({ sources: [aPayment('2026-05-01', 30)] }));
    const names = (wish: Partial<AgingOrder>) => namesOf(rowsOf(today, wish));
    expect(names({})).toEqual(['华强五金', '永兴超市', '预付商行']);
    expect(names({ owners: [li, null] })).toEqual(['华强五金', '预付商行']);
    expect(names({ owners: [] })).toEqual([]);
    expect(names({ tierIds: [B] })).toEqual(['永兴超市']);
    expect(names({ tierIds: [null] })).toEqual(['预付商行']);
    expect(names({ search: 'yxcs' })).toEqual(['永兴超市']);
    expect(names({ onlyOverdue: true })).toEqual(['华强五金']);
    expect(names({ withPrepaid: false })).toEqual(['华强五金', '永兴超市']);
    expect(names({ buckets: ['not_due', 'over_90'] })).toEqual(['永兴超市']);
    const [first] = rowsOf(today);
    expect(names({ customerId: first?.customerId ?? '' })).toEqual(['华强五金']);
  });

  it('puts whom to call first by money × days, and sorts by every column both ways', () => {
    aDebtor('少而久', oneDebt(10, '2026-03-22'));
    aDebtor('多而新', oneDebt(1_000, '2026-06-28'));
    aDebtor('不欠', ledgerOf({ sources: [aPayment('2026-05-01', 30)] }));
    expect(namesOf(rowsOf(today, {}, 'urgency'))).toEqual(['多而新', '少而久', '不欠']);
    expect(namesOf(rowsOf(today, {}, 'over_90'))).toEqual(['少而久', '不欠', '多而新']);
    expect(namesOf(rowsOf(today, {}, 'balance'))).toEqual(['多而新', '少而久', '不欠']);
    const table = aging(today);
    for (const key of agingSortKeys.filter((one) => one !== 'overdueDays')) {
      const page = (direction: 'asc' | 'desc', offset: number, limit: number) =>
        namesOf(agingRows(test.book, table, { sort: { key, direction }, offset, limit }));
      const all = page('asc', 0, 3);
      expect(all).toHaveLength(3);
      expect([...page('desc', 0, 2), ...page('desc', 2, 2), ...page('desc', 4, 2)]).toEqual(all.toReversed());
    }
  });

  it('sorts by the days overdue of the oldest debt, who is not late coming last both ways and on every page', () => {
    aDebtor('不欠', ledgerOf({ sources: [aPayment('2026-05-01', 30)] }));
    aDebtor('十天', oneDebt(1, '2026-06-20'));
    aDebtor('未到期', oneDebt(9_000, '2026-07-31'));
    aDebtor('百天', oneDebt(10, '2026-03-22'));
    const table = aging(today);
    const page = (direction: 'asc' | 'desc', offset: number, limit: number) =>
      namesOf(agingRows(test.book, table, { sort: { key: 'overdueDays', direction }, offset, limit }));
    const blanks = ['不欠', '未到期'];
    expect([page('desc', 0, 2), page('desc', 2, 2).toSorted()]).toEqual([['百天', '十天'], blanks]);
    expect([page('asc', 0, 2), page('asc', 2, 2).toSorted()]).toEqual([['十天', '百天'], blanks]);
    expect(page('asc', 1, 1)).toEqual(['百天']);
  });

  it('adds up by owner and by tier, what is nobody’s last', () => {
    const li = test.aUser({ name: '李娜' });
    const { A, C } = test.tierIds;
    aDebtor('甲', oneDebt(10, '2026-06-20'), { ownerId: li, tierId: C });
    aDebtor('乙', oneDebt(20, '2026-05-31'), { ownerId: li, tierId: A });
    aDebtor('丙', oneDebt(40, '2026-07-31'));
    const { groups } = aging(today);
    expect(groups.owner).toMatchObject([
      { id: li, customers: 2, row: { openFen: 3_000, overdueFen: 3_000, overdueDays: 30 } },
      { id: null, customers: 1, row: { openFen: 4_000, overdueFen: 0, overdueDays: 0, aging: { not_due: 4_000 } } },
    ]);
    expect(groups.tier.map(({ id }) => id)).toEqual([A, C, null]);
  });

  it('stops when it is told to', () => {
    aDebtor('甲', exampleLedger());
    expect(agingTable(test.book, { ...everybody, asOf: today }, () => true)).toBeNull();
  });
});

/** Some due days were other ones before. */
function withMovedDueDays(ledger: Ledger, someDays: () => number): Ledger {
  const receivables = ledger.receivables.map((row, index) => {
    if (index % 3 > 0) return row;
    const untilOn = addDays(row.issuedOn, someDays());
    return { ...row, formerDueDays: [{ dueOn: addDays(row.issuedOn, someDays()), untilOn }] };
  });
  return { ...ledger, receivables };
}
