import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src-shared/core/calendar-date.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { dayOfInstant, type Instant, instantFromMs, instantToMs } from '../../../src-shared/core/instant.ts';
import { writeBatch } from '../../journal.ts';
import { contacts, customers, customerTags } from '../../schema/customers.ts';
import { visitPlans } from '../../schema/follow-ups.ts';
import { allocations, receivables, settlementSources } from '../../schema/money.ts';
import { salesOrders } from '../../schema/orders.ts';
import { dayOf, openTestBook, type TestBook } from '../../testing/open-test-book.ts';
import { undoBatch } from '../../undo.ts';
import { customerTimeline } from '../customer-timeline.ts';
import { customerHistory } from './customer-history.ts';
import { recentBatches } from './recent-batches.ts';

const later = (test: TestBook, minutes: number): Instant => instantFromMs(instantToMs(test.now) + minutes * 60_000);

describe('customerHistory', () => {
  it('names who changed what from what to what, references by their names, the newest first', () => {
    const test = openTestBook();
    const { book, tierIds, ownerId } = test;
    const id = test.aCustomer({ name: '甲厂', district: '余杭区' });
    const edit = (minutes: number, patch: object) =>
      writeBatch(book, { source: 'edit', userId: ownerId, now: later(test, minutes) }, (db) =>
        db.update(customers, id, patch),
      );
    edit(1, { district: '西湖区', tierId: tierIds.B });
    edit(2, { district: '拱墅区' });
    const { entries } = customerHistory(book, id, { before: null, limit: 10 });
    expect(entries.map(({ action, changes }) => [action, changes])).toEqual([
      [
        'update',
        [{ field: 'district', before: { value: '西湖区', label: null }, after: { value: '拱墅区', label: null } }],
      ],
      [
        'update',
        [
          { field: 'district', before: { value: '余杭区', label: null }, after: { value: '西湖区', label: null } },
          { field: 'tierId', before: { value: null, label: null }, after: { value: tierIds.B, label: 'B' } },
        ],
      ],
      ['create', []],
    ]);
    expect(entries[0]).toMatchObject({
      userId: ownerId,
      source: 'edit',
      entity: 'customers',
      title: '甲厂',
      isUndone: false,
    });
  });

  it('shows contacts and tags too, also a tag that was taken off, and what was undone', () => {
    const test = openTestBook();
    const { book, ownerId } = test;
    const id = test.aCustomer();
    const contact = test.aContact({ customerId: id, name: '王建国' });
    const link = test.aTagOn(id, test.aTag({ name: '老客户' }));
    const request = { source: 'edit' as const, userId: ownerId, now: later(test, 1) };
    writeBatch(book, request, (db) => db.remove(customerTags, link));
    const { batchId } = writeBatch(book, request, (db) => db.update(contacts, contact, { mobile: '13800138000' }));
    undoBatch(book, { batchId, userId: ownerId, now: later(test, 2) });
    const { entries } = customerHistory(book, id, { before: null, limit: 10 });
    expect(
      entries.map(({ entity, action, title, source, isUndone }) => [entity, action, title, source, isUndone]),
    ).toEqual([
      ['contacts', 'update', '王建国', 'undo', false],
      ['contacts', 'update', '王建国', 'edit', true],
      ['customer_tags', 'delete', '老客户', 'edit', false],
      ['customer_tags', 'create', null, 'edit', false],
      ['contacts', 'create', '王建国', 'edit', false],
      ['customers', 'create', '上海华成机电有限公司', 'edit', false],
    ]);
  });

  it('pages without repeating or dropping a change', () => {
    const test = openTestBook();
    const id = test.aCustomer();
    for (let minute = 1; minute <= 7; minute += 1) {
      writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: later(test, minute) }, (db) =>
        db.update(customers, id, { note: `${minute}` }),
      );
    }
    const first = customerHistory(test.book, id, { before: null, limit: 5 });
    const second = customerHistory(test.book, id, { before: first.next, limit: 5 });
    const notes = [...first.entries, ...second.entries].map(({ changes }) => changes[0]?.after.value ?? 'created');
    expect(notes).toEqual(['7', '6', '5', '4', '3', '2', '1', 'created']);
    expect(second.next).toBeNull();
  });
});

describe('recentBatches', () => {
  it('says per action who did what to how many customers, undone ones marked; the first batch is the book itself', () => {
    const test = openTestBook();
    const { book, ownerId } = test;
    const ids = ['甲', '乙', '丙', '丁'].map((name) => test.aCustomer({ name }));
    const { batchId } = writeBatch(book, { source: 'bulk', userId: ownerId, now: later(test, 1) }, (db) => {
      for (const id of ids) db.update(customers, id, { industry: '五金' });
    });
    undoBatch(book, { batchId, userId: ownerId, now: later(test, 2) });
    const { batches } = recentBatches(book, { before: null, limit: 20 });
    expect(batches).toHaveLength(6);
    expect(batches[0]).toMatchObject({ source: 'undo', undoesBatchId: batchId, isUndone: false });
    expect(batches[1]).toMatchObject({
      batchId,
      source: 'bulk',
      isUndone: true,
      customerCount: 4,
      customerNames: ['甲', '乙', '丙'],
      counts: [{ entity: 'customers', action: 'update', rows: 4 }],
    });
    const page = recentBatches(book, { before: null, limit: 2 });
    expect(recentBatches(book, { before: page.next, limit: 2 }).batches[0]?.customerNames).toEqual(['丁']);
  });

  it('says whose money it was, and of what kind', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ name: '甲' });
    test.aReceivable({ customerId });
    test.aPayment({ customerId });
    const { batches } = recentBatches(test.book, { before: null, limit: 2 });
    expect(batches.map(({ customerNames, settlement }) => [customerNames, settlement])).toEqual([
      [['甲'], 'payment'],
      [['甲'], null],
    ]);
    expect(customerHistory(test.book, customerId, { before: null, limit: 1 }).entries[0]).toMatchObject({
      entity: 'settlement_sources',
      settlement: 'payment',
    });
  });
});

const reader = { withMoney: true, timeZone: 'Asia/Shanghai' };

describe('customerTimeline', () => {
  it('mixes talks, visits, tier changes and the creation, the newest first; a visit closed by a talk is that talk', () => {
    const test = openTestBook();
    const { book, tierIds, now } = test;
    const id = test.aCustomer();
    const today = dayOfInstant(now, 'Asia/Shanghai');
    test.aTierAssignment({ customerId: id, tierId: tierIds.B });
    const talk = test.aFollowUp({ customerId: id, happenedAt: later(test, 5), text: '要样品' });
    test.aVisitPlan({ customerId: id, plannedOn: today, status: 'done', doneById: talk });
    const open = test.aVisitPlan({ customerId: id, plannedOn: addDays(today, 7) });
    const { items, next } = customerTimeline(book, id, reader, { before: null, limit: 50 });
    expect(items.map(({ kind }) => kind).sort()).toEqual(['created', 'follow_up', 'tier_change', 'visit_plan']);
    expect(items[0]).toMatchObject({ kind: 'follow_up', followUp: { id: talk, text: '要样品' } });
    expect(items.find(({ kind }) => kind === 'visit_plan')).toMatchObject({ plan: { id: open, status: 'planned' } });
    expect(items.find(({ kind }) => kind === 'tier_change')).toMatchObject({ fromTierId: null, toTierId: tierIds.B });
    expect(next).toBeNull();
  });

  it('pages through items of the same moment without repeating or dropping one', () => {
    const test = openTestBook();
    const id = test.aCustomer();
    for (let count = 0; count < 9; count += 1) test.aFollowUp({ customerId: id, happenedAt: later(test, 1) });
    const seen: string[] = [];
    for (let before: string | null = null, pages = 0; pages < 10; pages += 1) {
      const { items, next } = customerTimeline(test.book, id, reader, { before, limit: 3 });
      seen.push(...items.map((item) => item.id));
      if (next === null) break;
      before = next;
    }
    expect(seen).toHaveLength(10);
    expect(new Set(seen).size).toBe(10);
  });

  it('leaves out what went to the bin', () => {
    const test = openTestBook();
    const id = test.aCustomer();
    const plan = test.aVisitPlan({ customerId: id });
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: later(test, 1) }, (db) =>
      db.update(visitPlans, plan, { deletedAt: later(test, 1) }),
    );
    expect(customerTimeline(test.book, id, reader, { before: null, limit: 10 }).items.map(({ kind }) => kind)).toEqual([
      'created',
    ]);
  });
});

describe('customerHistory of money', () => {
  it('names orders by their number and money by its amount', () => {
    const test = openTestBook();
    const customerId = test.aCustomer();
    const [orderId, receivableId, sourceId] = [newId(), newId(), newId()];
    const on = dayOf('2026-03-01');
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: later(test, 1) }, (db) => {
      const order = {
        id: orderId,
        customerId,
        orderNo: 'XS-0001',
        issuedOn: on,
        creditKind: 'days',
        creditDays: 0,
      } as const;
      db.insert(salesOrders, order);
      const owed = { id: receivableId, customerId, orderId, installmentNo: 2, issuedOn: on, dueOn: on };
      db.insert(receivables, { ...owed, amountFen: 123_456_789 });
      const paid = { id: sourceId, customerId, kind: 'payment', method: 'cash', onDay: on, amountFen: 5 } as const;
      db.insert(settlementSources, paid);
      const part = { id: newId(), customerId, sourceId, receivableId, amountFen: 5, effectiveOn: on };
      db.insert(allocations, part);
    });
    const { entries } = customerHistory(test.book, customerId, { before: null, limit: 10 });
    expect(entries.map(({ entity, title }) => [entity, title])).toEqual([
      ['allocations', '¥0.05'],
      ['settlement_sources', '2026-03-01 ¥0.05'],
      ['receivables', 'XS-0001 #2 ¥1,234,567.89'],
      ['sales_orders', 'XS-0001'],
      ['customers', expect.any(String)],
    ]);
  });
});
