import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../../../src-shared/core/id.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { day } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { writeBatch } from '../../journal.ts';
import { customers } from '../../schema/customers.ts';
import { salesOrders } from '../../schema/orders.ts';
import { openTestBook, type TestBook } from '../../testing/open-test-book.ts';
import { countLimit, listOrders, type OrderListQuery } from './order-rows.ts';

let test: TestBook;
let li: Id;
beforeEach(() => {
  test = openTestBook();
  li = test.aUser({ name: '李娜' });
});
afterEach(() => test.book.close());

const today = { today: day('2026-06-30'), timeZone: 'Asia/Shanghai' };
const everything: OrderListQuery = {
  customerId: null,
  search: '',
  from: null,
  to: null,
  withVoid: true,
  offset: 0,
  limit: 50,
  reachOf: null,
};
const list = (query: Partial<OrderListQuery>) => listOrders(test.book, { ...everything, ...query }, today);

/** As many customers of that person, with so many orders each; the numbers begin with `no`. */
function sold(ownerId: Id | null, { customers: payers, each, no }: { customers: number; each: number; no: string }) {
  writeBatch(test.book, { source: 'import', userId: test.ownerId, now: test.now }, (db) => {
    for (let c = 0; c < payers; c += 1) {
      const customerId = newId();
      db.insert(customers, { id: customerId, name: `${no} ${c}`, ownerId });
      for (let n = 0; n < each; n += 1) {
        const issuedOn = day(`2026-0${1 + (n % 6)}-1${c % 10}`);
        const orderNo = `${no}-${c}-${n}`;
        db.insert(salesOrders, { id: newId(), customerId, orderNo, issuedOn, creditKind: 'days', creditDays: 30 });
      }
    }
  });
}

describe('orders of a salesperson', () => {
  // More than 500 customers are within reach, so that they are gone through in the order of days.
  it('are counted up to the limit and paged in the order of days, among those of others', () => {
    sold(li, { customers: 510, each: 2, no: 'L' });
    sold(test.ownerId, { customers: 20, each: 2, no: 'W' });
    const first = list({ reachOf: li });
    expect(first).toMatchObject({ total: countLimit, isCapped: true, amountFen: null });
    expect(first.orders).toHaveLength(50);
    expect(first.orders.every(({ orderNo }) => orderNo.startsWith('L'))).toBe(true);
    const days = first.orders.map(({ issuedOn }) => issuedOn);
    expect(days).toEqual([...days].sort().reverse());
    const second = list({ reachOf: li, offset: 40 });
    expect(second.orders.slice(0, 10)).toEqual(first.orders.slice(40));
    expect(list({ reachOf: li, offset: countLimit - 10 }).orders).toHaveLength(10);
    expect(list({ reachOf: li, offset: countLimit }).orders).toEqual([]);
  });

  it('are added up when there are no more than are counted', () => {
    sold(li, { customers: 510, each: 1, no: 'L' });
    sold(test.ownerId, { customers: 3, each: 1, no: 'W' });
    expect(list({ reachOf: li })).toMatchObject({ total: 510, isCapped: false, amountFen: 0 });
    expect(list({ reachOf: test.ownerId })).toMatchObject({ total: 3, isCapped: false });
    expect(list({})).toMatchObject({ total: 513, isCapped: false });
  });
});
