import { describe, expect, it } from 'vitest';
import { addDays } from '../../src-shared/core/calendar-date.ts';
import { type Id, newId } from '../../src-shared/core/id.ts';
import { dayOfInstant, instantFromMs, instantToMs } from '../../src-shared/core/instant.ts';
import type { TimelineItem } from '../../src-shared/customers/timeline.ts';
import type { AppDb } from '../connection.ts';
import { writeBatch } from '../journal.ts';
import { followUps } from '../schema/follow-ups.ts';
import { paymentPromises, receivables, refunds, settlementSources } from '../schema/money.ts';
import { salesOrderLines, salesOrders } from '../schema/orders.ts';
import { termsDecisions } from '../schema/terms.ts';
import { at, dayOf, openTestBook, type TestBook } from '../testing/open-test-book.ts';
import { customerTimeline } from './customer-timeline.ts';

const shanghai = { withMoney: true, timeZone: 'Asia/Shanghai' };

/** One of each kind on `day`, typed at `now`. */
function writeMoney({ book, ownerId }: TestBook, customerId: Id, day: string, typedAt: string): Record<string, Id> {
  const on = dayOf(day);
  const now = at(typedAt);
  const id = () => newId(instantToMs(now));
  const ids = { order: id(), receivable: id(), payment: id(), refund: id(), promise: id(), terms: id() };
  writeBatch(book, { source: 'edit', userId: ownerId, now }, (db) => {
    const order = {
      id: ids.order,
      customerId,
      orderNo: 'XS1',
      issuedOn: on,
      creditKind: 'days',
      creditDays: 30,
    } as const;
    db.insert(salesOrders, order);
    const line = { customerId, orderId: ids.order, quantityE3: 1_000, discountBp: 0 };
    ['合页', '门锁', '拉手', '螺丝'].forEach((title, position) => {
      db.insert(salesOrderLines, { ...line, id: id(), position, title, unitPriceE4: 100_000, amountFen: 1_000 });
    });
    db.insert(receivables, {
      id: id(),
      customerId,
      orderId: ids.order,
      installmentNo: 1,
      issuedOn: on,
      dueOn: on,
      amountFen: 4_000,
    });
    db.insert(receivables, {
      id: ids.receivable,
      customerId,
      installmentNo: 1,
      issuedOn: on,
      dueOn: addDays(on, 30),
      amountFen: 500,
    });
    db.insert(settlementSources, {
      id: ids.payment,
      customerId,
      kind: 'payment',
      onDay: on,
      amountFen: 700,
      method: 'wechat',
    });
    db.insert(refunds, {
      id: ids.refund,
      customerId,
      sourceId: ids.payment,
      onDay: on,
      amountFen: 100,
      method: 'cash',
    });
    db.insert(paymentPromises, { id: ids.promise, customerId, promisedOn: addDays(on, 7), amountFen: 200 });
    db.insert(termsDecisions, {
      id: ids.terms,
      customerId,
      decidedOn: on,
      decidedById: ownerId,
      kind: 'override',
      advice: 'standard',
      grade: 'fair',
      discountBp: 0,
      creditKind: 'days',
      creditDays: 15,
      creditLimitFen: 0,
      depositBp: 0,
      isStopped: false,
      reason: '老客户',
      shown: '{}',
    });
  });
  return ids;
}

function allPages(book: AppDb, customerId: Id, limit: number, reader = shanghai): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  let before: string | null = null;
  do {
    const page = customerTimeline(book, customerId, reader, { before, limit });
    items.push(...page.items);
    before = page.next;
  } while (before !== null);
  return items;
}

describe('customerTimeline with money', () => {
  it('says of each kind what it was, whose, and how much', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    const ids = writeMoney(test, customerId, '2026-03-05', '2026-03-05T09:00:00.000Z');
    const items = allPages(test.book, customerId, 50);
    const common = { at: '2026-03-05T09:00:00.000Z', on: '2026-03-05', userId: test.ownerId, isVoid: false };
    expect(items.filter(({ kind }) => kind !== 'created' && kind !== 'promise' && kind !== 'terms')).toEqual(
      expect.arrayContaining([
        { kind: 'order', id: ids.order, ...common, orderNo: 'XS1', amountFen: 4_000, summary: '合页 · 门锁 · 拉手' },
        { kind: 'receivable', id: ids.receivable, ...common, dueOn: '2026-04-04', amountFen: 500, reference: null },
        {
          kind: 'settlement',
          id: ids.payment,
          ...common,
          source: 'payment',
          amountFen: 700,
          method: 'wechat',
          note: null,
          voidKind: null,
        },
        { kind: 'refund', id: ids.refund, sourceId: ids.payment, ...common, amountFen: 100, method: 'cash' },
      ]),
    );
    expect(items.find(({ kind }) => kind === 'promise')).toMatchObject({
      promise: { id: ids.promise, promisedOn: '2026-03-12', amountFen: 200, outcome: 'open' },
    });
    expect(items.find(({ kind }) => kind === 'terms')).toMatchObject({ decision: 'override', reason: '老客户' });
    // The receivable of an order is the order's.
    expect(items).toHaveLength(7);
  });

  it('shows none of it to who may not read it', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    writeMoney(test, customerId, '2026-03-05', '2026-03-05T09:00:00.000Z');
    const items = allPages(test.book, customerId, 50, { ...shanghai, withMoney: false });
    expect(items.map(({ kind }) => kind)).toEqual(['created']);
  });

  it.each([
    [
      'typed on its day stands where it was typed',
      '2026-03-05',
      '2026-03-05T01:30:00.000Z',
      '2026-03-05T01:30:00.000Z',
    ],
    [
      'typed weeks later stands at noon of its day',
      '2026-02-01',
      '2026-03-05T01:30:00.000Z',
      '2026-02-01T04:00:00.000Z',
    ],
    [
      'of a day to come stands at noon of that day',
      '2026-04-01',
      '2026-03-05T01:30:00.000Z',
      '2026-04-01T04:00:00.000Z',
    ],
    // 2026-03-05 07:30 in Shanghai is the day before in UTC.
    ['typed early, while UTC has the day before', '2026-03-05', '2026-03-04T23:30:00.000Z', '2026-03-04T23:30:00.000Z'],
    ['typed late the evening before', '2026-03-05', '2026-03-04T15:30:00.000Z', '2026-03-05T04:00:00.000Z'],
  ])('an order %s', (_name, day, typedAt, place) => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    writeMoney(test, customerId, day, typedAt);
    expect(allPages(test.book, customerId, 50).find(({ kind }) => kind === 'order')?.at).toBe(place);
  });

  it.each(['America/New_York', 'Pacific/Auckland', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata'])(
    'keeps every fact on its own day in %s, summer and winter',
    (timeZone) => {
      const test = openTestBook({ timeZone });
      const customerId = test.aCustomer();
      for (const day of ['2026-01-10', '2026-03-08', '2026-07-10', '2026-11-01']) {
        for (let hour = -13; hour < 37; hour += 5) {
          const typedAt = instantFromMs(instantToMs(at(`${day}T00:00:00.000Z`)) + hour * 3_600_000);
          writeMoney(test, customerId, day, typedAt);
        }
      }
      const orders = allPages(test.book, customerId, 50, { withMoney: true, timeZone }).filter(
        (item) => item.kind === 'order',
      );
      expect(orders).toHaveLength(40);
      for (const order of orders) expect(dayOfInstant(order.at, timeZone)).toBe(order.on);
    },
  );

  it('pages over mixed kinds without dropping or repeating, whatever the page size', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    test.aFollowUp({ customerId, happenedAt: at('2026-03-01T04:00:00.000Z') });
    test.aVisitPlan({ customerId });
    for (const day of ['2026-03-01', '2026-03-01', '2026-03-05', '2026-02-28']) {
      writeMoney(test, customerId, day, '2026-03-05T08:00:00.000Z');
    }
    const whole = allPages(test.book, customerId, 200).map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(whole).size).toBe(27);
    for (const limit of [1, 2, 3, 7]) {
      expect(allPages(test.book, customerId, limit).map(({ kind, id }) => `${kind} ${id}`)).toEqual(whole);
    }
  });

  it('reads a page of a customer with 1,000 rows in less than 10 ms', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    for (let batch = 0; batch < 100; batch += 1) {
      writeMoney(test, customerId, addDays(dayOf('2025-01-01'), batch * 3), '2026-03-05T08:00:00.000Z');
    }
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, (db) => {
      for (let talk = 0; talk < 400; talk += 1) {
        const happenedAt = instantFromMs(instantToMs(test.now) - talk * 7_200_000);
        const row = { customerId, authorId: test.ownerId, happenedAt, channel: 'phone', text: '报价' } as const;
        db.insert(followUps, { id: newId(), ...row });
      }
    });
    const read = () => customerTimeline(test.book, customerId, shanghai, { before: null, limit: 50 });
    read();
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      read();
      return performance.now() - start;
    });
    // The quickest of nine: what else runs on the machine makes any of them slower and none quicker.
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
