import { describe, expect, it } from 'vitest';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { type WriteDb, writeBatch } from '../../journal.ts';
import { allocations, dueDayChanges, receivables, refunds, settlementSources } from '../../schema/money.ts';
import { salesOrderLines, salesOrders } from '../../schema/orders.ts';
import { dayOf, openTestBook } from '../../testing/open-test-book.ts';
import { seededBookWithMoney, seededToday } from '../testing/seeded-book.ts';
import { customerMoney, customerMoneySummaries } from './customer-money.ts';

/** The example of domain §1, the first debt of an order, with a bill, a refund and a return beside it. */
function example() {
  const test = openTestBook();
  const customerId = test.aCustomer();
  const [orderId, first, second] = [newId(), newId(), newId()];
  const pay = (db: WriteDb, on: string, yuan: number, parts: readonly (readonly [Id, number])[], more = {}) => {
    const sourceId = newId();
    const source = { id: sourceId, customerId, kind: 'payment', method: 'transfer', onDay: dayOf(on) } as const;
    db.insert(settlementSources, { ...source, amountFen: yuan * 100, ...more });
    for (const [receivableId, part] of parts) {
      const row = { id: newId(), customerId, sourceId, receivableId, amountFen: part * 100, effectiveOn: dayOf(on) };
      db.insert(allocations, row);
    }
    return sourceId;
  };
  writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, (db) => {
    const order = { id: orderId, customerId, orderNo: 'XS-1', issuedOn: dayOf('2026-03-01') };
    db.insert(salesOrders, { ...order, creditKind: 'days', creditDays: 30 });
    const line = { orderId, customerId, position: 0, title: '合页', unitPriceE4: 10_000_000, quantityE3: 1_000 };
    db.insert(salesOrderLines, { id: newId(), ...line, discountBp: 0, amountFen: 100_000 });
    const owed = { customerId, installmentNo: 1 };
    const march = { issuedOn: dayOf('2026-03-01'), dueOn: dayOf('2026-03-31'), amountFen: 100_000 };
    db.insert(receivables, { id: first, ...owed, orderId, ...march });
    const april = { issuedOn: dayOf('2026-04-01'), dueOn: dayOf('2026-05-01'), amountFen: 60_000 };
    db.insert(receivables, { id: second, ...owed, reference: 'QC-7', ...april });
    pay(db, '2026-04-10', 700, [[first, 700]]);
    const bill = { method: 'acceptance_bill', billDueOn: dayOf('2026-11-20') };
    pay(
      db,
      '2026-05-20',
      650,
      [
        [first, 300],
        [second, 200],
      ],
      bill,
    );
  });
  return { ...test, customerId, first, second };
}

describe('customerMoney', () => {
  it('says of the example what it says, on each of its days', () => {
    const { book, customerId } = example();
    const on = (day: string) => customerMoney(book, customerId, dayOf(day), dayOf('2026-06-01')).summary;
    expect(on('2026-04-15')).toMatchObject({
      contractedFen: 100_000,
      receivedFen: 70_000,
      openFen: 90_000,
      overdueFen: 30_000,
      overdueDays: 15,
      prepaidFen: 0,
      billsNotDueFen: 0,
      lastPayment: { on: '2026-04-10', amountFen: 70_000, method: 'transfer' },
      aging: { not_due: 60_000, d1_30: 30_000 },
    });
    expect(on('2026-05-21')).toMatchObject({
      openFen: 40_000,
      overdueDays: 20,
      prepaidFen: 15_000,
      balanceFen: 25_000,
      billsNotDueFen: 65_000,
    });
    expect(on('2026-02-01')).toMatchObject({ contractedFen: 0, openFen: 0, lastPayment: null, overdueDays: null });
    expect(on('2026-11-20').billsNotDueFen).toBe(0);
  });

  it('lists what there was that day with its numbers, the newest first, and what is to come apart', () => {
    const { book, customerId, first, second } = example();
    const money = customerMoney(book, customerId, dayOf('2026-04-15'), dayOf('2026-04-15'));
    expect(money.receivables).toMatchObject([
      { id: second, reference: 'QC-7', orderNo: null, settlement: 'open', isOverdue: false, installments: 1 },
      { id: first, orderNo: 'XS-1', settlement: 'partial', openFen: 30_000, isOverdue: true, daysPastDue: 15 },
    ]);
    expect(money.sources).toMatchObject([{ amountFen: 70_000, leftFen: 0, allocations: [{ receivableId: first }] }]);
    expect(money.upcoming.sources).toMatchObject([{ on: '2026-05-20', amountFen: 65_000, leftFen: 15_000 }]);
    const later = customerMoney(book, customerId, dayOf('2026-04-15'), dayOf('2026-06-01'));
    expect(later.upcoming).toEqual({ receivables: [], sources: [] });
  });

  it('knows nothing on a day of what was voided, paid back or moved to another due day later', () => {
    const { book, ownerId, now, customerId, second } = example();
    writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
      const [sourceId = ''] = db.sqlite
        .prepare<[], Id>('SELECT id FROM settlement_sources ORDER BY on_day DESC')
        .pluck()
        .all();
      const back = { customerId, sourceId, onDay: dayOf('2026-06-01'), amountFen: 15_000, method: 'cash' } as const;
      db.insert(refunds, { id: newId(), ...back });
      const was = { customerId, receivableId: second, wasDueOn: dayOf('2026-05-01'), untilOn: dayOf('2026-06-10') };
      db.insert(dueDayChanges, { id: newId(), ...was });
      db.update(receivables, second, { dueOn: dayOf('2026-07-31'), voidedOn: dayOf('2026-08-01'), voidReason: '录错' });
      const open = db.sqlite
        .prepare<[Id], Id>('SELECT id FROM allocations WHERE receivable_id = ?')
        .pluck()
        .get(second);
      db.update(allocations, open ?? '', { endedOn: dayOf('2026-08-01') });
    });
    const on = (day: string) => customerMoney(book, customerId, dayOf(day), dayOf('2026-09-01'));
    expect(on('2026-05-25').summary).toMatchObject({ prepaidFen: 15_000, receivedFen: 135_000 });
    expect(on('2026-06-02').summary).toMatchObject({ prepaidFen: 0, receivedFen: 120_000 });
    const dueAndVoid = (day: string) => {
      const [view] = on(day).receivables;
      return [view?.dueOn, view?.settlement, view?.voidReason];
    };
    expect(dueAndVoid('2026-06-09')).toEqual(['2026-05-01', 'partial', null]);
    expect(dueAndVoid('2026-06-10')).toEqual(['2026-07-31', 'partial', null]);
    expect(dueAndVoid('2026-08-01')).toEqual(['2026-07-31', 'void', '录错']);
  });
});

describe('customerMoneySummaries', () => {
  it('says of many what customerMoney says of each, of those without money too', () => {
    const book = seededBookWithMoney(60, 600);
    const ids = book.sqlite.prepare<[], Id>('SELECT id FROM customers').pluck().all();
    const summaries = customerMoneySummaries(book, ids, seededToday);
    expect(summaries.size).toBe(ids.length);
    for (const id of ids) {
      expect(summaries.get(id)).toEqual(customerMoney(book, id, seededToday, seededToday).summary);
    }
    book.close();
  });
});
