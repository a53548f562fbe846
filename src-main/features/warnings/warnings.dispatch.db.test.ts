import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

/** Last spoken with on that day; today is 2026-03-05, and 未分级 is visited every 30 days: silent after 45. */
function aSilent(fields: Parameters<TestApp['aCustomer']>[0] = {}, on = '2026-01-01'): Id {
  const customerId = app.aCustomer(fields);
  app.aFollowUp({ customerId, happenedAt: at(`${on}T04:00:00.000Z`) });
  return customerId;
}

const anOldDebt = (customerId: Id, dueOn = '2026-01-31') =>
  app.done('receivables', 'enter', {
    customerId,
    issuedOn: dayOf('2026-01-01'),
    dueOn: dayOf(dueOn),
    amountFen: 50_000,
  });

async function sell(customerId: Id, yuan: number, on: string): Promise<Id> {
  const { id } = await app.done('orders', 'create', {
    customerId,
    issuedOn: dayOf(on),
    credit: { kind: 'days', days: 365 },
    plan: { kind: 'once' },
    lines: [{ title: '货', unitPriceE4: yuan * 10_000, quantityE3: 1_000 }],
    approval: { userId: app.ownerId, reason: '老客户' },
  });
  return id;
}

const list = (more: object = {}) => app.done('warnings', 'list', more);
const listed = async (more: object = {}) =>
  (await list(more)).customers.map(({ customerName, warnings }) => [customerName, ...warnings.map(({ code }) => code)]);
const of = (customerId: Id) => app.done('warnings', 'ofCustomer', { customerId });
const warnedCount = async () => (await app.done('customers', 'waitingCounts', {})).warned;
const gridOf = async (warned: true | ('silent' | 'overdue')[]) => {
  const view = { search: '', filter: { warned }, sort: { key: 'name' as const, direction: 'asc' as const } };
  const { rows } = await app.done('customers', 'list', { view, offset: 0, limit: 50 });
  const { count } = await app.done('customers', 'count', { view, exact: true });
  expect(count).toBe(rows.length);
  return rows.map(({ name }) => name);
};

describe('warnings.list', () => {
  it('puts key and pinned customers first, then who is worst', async () => {
    aSilent({ name: '久未联系' }, '2025-06-01');
    aSilent({ name: '刚过' }, '2026-01-15');
    aSilent({ name: '重点', tierId: app.tierIds.A }, '2026-02-20');
    aSilent({ name: '锁定', tierPinnedReason: '老朋友' }, '2026-01-12');
    app.aCustomer({ name: '没事' });
    const found = await list();
    expect(found.customers.map(({ customerName }) => customerName)).toEqual(['重点', '锁定', '久未联系', '刚过']);
    expect(found.customers[1]).toMatchObject({
      isPinned: true,
      warnings: [{ code: 'silent', days: 52, cadenceDays: 30 }],
    });
    expect(found).toMatchObject({ total: 4, byCode: { silent: 4, overdue: 0 } });
    const page = await list({ offset: 1, limit: 2 });
    expect(page.customers.map(({ customerName }) => customerName)).toEqual(['锁定', '久未联系']);
  });

  it('gives all reasons of a customer, the worst first, and finds those of one kind', async () => {
    const both = aSilent({ name: '欠款的' }, '2026-01-15');
    await anOldDebt(both, '2026-01-01');
    aSilent({ name: '没欠款的' });
    expect(await listed()).toEqual([
      ['欠款的', 'overdue', 'silent'],
      ['没欠款的', 'silent'],
    ]);
    expect(await listed({ codes: ['overdue'] })).toEqual([['欠款的', 'overdue', 'silent']]);
  });

  it('finds those of several kinds in the order of the list, each customer once', async () => {
    const both = aSilent({ name: '又静又欠' }, '2026-01-12');
    await anOldDebt(both, '2025-06-01');
    aSilent({ name: '静得久' }, '2025-01-01');
    await anOldDebt(app.aCustomer({ name: '只是欠款' }), '2026-01-15');
    const names = async (more: object) => (await list(more)).customers.map(({ customerName }) => customerName);
    const all = await names({});
    expect(all).toHaveLength(3);
    expect(await names({ codes: ['silent', 'overdue'] })).toEqual(all);
    expect(await names({ codes: ['overdue', 'silent'], offset: 1, limit: 1 })).toEqual([all[1]]);
    expect((await list({ codes: ['overdue'] })).total).toBe(2);
    expect((await list({ codes: ['over_limit'] })).total).toBe(0);
  });

  it('counts those of whom it is left to whom they belong, whoever they belonged to before', async () => {
    const li = app.aUser({ name: '李娜' });
    const id = aSilent({ ownerId: li });
    aSilent({ ownerId: app.ownerId });
    aSilent();
    const totals = async () => [(await list({ scope: 'mine' })).total, (await list()).total];
    expect(await totals()).toEqual([2, 3]);
    await app.done('customers', 'update', { id, fields: { ownerId: app.ownerId }, seenAt: app.now });
    expect(await totals()).toEqual([3, 3]);
    app.inBin('customers', id);
    expect(await totals()).toEqual([2, 2]);
  });

  it('takes a customer off as soon as somebody speaks with him, pays or he is binned', async () => {
    const [a, b, c] = [aSilent(), app.aCustomer(), aSilent()];
    await anOldDebt(b, '2026-01-20');
    expect((await list()).total).toBe(3);
    await app.done('followUps', 'create', {
      customerId: a,
      followUp: { text: '电话', channel: 'phone', happenedAt: app.now },
    });
    await app.done('payments', 'record', {
      customerId: b,
      payment: { receivedOn: dayOf('2026-03-05'), amountFen: 50_000, method: 'cash' },
    });
    app.inBin('customers', c);
    expect(await list()).toMatchObject({ total: 0, customers: [] });
  });

  it('warns when what is open passes the limit of the terms in force', async () => {
    const customerId = app.aCustomer({ name: '超限' });
    await anOldDebt(customerId, '2026-03-31');
    expect(await listed()).toEqual([]);
    const terms = { discountBp: 0, credit: { kind: 'days' as const, days: 30 }, depositBp: 0, isStopped: false };
    await app.done('terms', 'override', { customerId, terms: { ...terms, creditLimitFen: 49_999 }, reason: '新客户' });
    expect(await listed()).toEqual([['超限', 'over_limit']]);
    await app.done('terms', 'override', { customerId, terms: { ...terms, creditLimitFen: 50_000 }, reason: '够了' });
    expect(await listed()).toEqual([]);
  });

  it('warns of a customer that orders no more at his own pace, and not after the order is voided', async () => {
    const customerId = app.aCustomer({ name: '停单' });
    const orders = [];
    for (const on of ['2025-12-01', '2025-12-11', '2025-12-21']) orders.push(await sell(customerId, 100, on));
    const { warnings } = await of(customerId);
    expect(warnings[0]).toMatchObject({ code: 'no_order_for_long', medianGap: 10, lastOrderOn: '2025-12-21' });
    expect((await list()).byCode.no_order_for_long).toBe(1);
    await app.done('orders', 'void', { id: orders[0] ?? '', on: dayOf('2026-03-05'), reason: '录错了' });
    expect((await list()).byCode.no_order_for_long).toBe(0);
  });

  it('keeps what tells of money from a salesperson where the customer is another’s', async () => {
    const seller = app.aUser({ name: '李娜' });
    for (const [name, ownerId] of [
      ['自己的', seller],
      ['没人的', null],
      ['别人的', app.ownerId],
    ] as const)
      await anOldDebt(aSilent({ name, ownerId }), '2026-01-20');
    const others = app.aCustomer({ name: '别人欠款的', ownerId: app.ownerId });
    await anOldDebt(others, '2026-01-20');
    await app.sitDown(seller);
    expect((await listed()).sort()).toEqual([
      ['别人的', 'silent'],
      ['没人的', 'overdue', 'silent'],
      ['自己的', 'overdue', 'silent'],
    ]);
    expect(await list()).toMatchObject({ total: 3, byCode: { silent: 3, overdue: 2 } });
    expect((await listed({ scope: 'mine' })).map(([name]) => name).sort()).toEqual(['没人的', '自己的']);
    expect(await of(others)).toEqual({ warnings: [], marks: [] });
    // The tab filters by money: only whose money he may see.
    expect(await gridOf(true)).toEqual(['没人的', '自己的']);
    expect(await warnedCount()).toBe(2);
    expect(await gridOf(['silent'])).toHaveLength(3);
  });
});

describe('customers.list, warned', () => {
  it('lists and counts who is warned of, all or of one kind', async () => {
    await anOldDebt(app.aCustomer({ name: '甲欠款' }), '2026-01-20');
    aSilent({ name: '乙久未联系' });
    app.aCustomer({ name: '丙' });
    expect(await gridOf(true)).toEqual(['甲欠款', '乙久未联系']);
    expect(await gridOf(['overdue'])).toEqual(['甲欠款']);
    expect(await gridOf(['silent', 'overdue'])).toHaveLength(2);
    expect(await warnedCount()).toBe(2);
  });
});

describe('warnings.snooze', () => {
  it('silences one warning up to a day, and undo brings it back', async () => {
    const customerId = aSilent();
    await anOldDebt(customerId, '2026-01-20');
    const before = app.hash();
    const wish = { customerId, code: 'silent', untilOn: dayOf('2026-03-12'), note: '出差了' } as const;
    const { batchId } = await app.done('warnings', 'snooze', wish);
    expect((await list()).customers[0]?.warnings.map(({ code }) => code)).toEqual(['overdue']);
    const { warnings, marks } = await of(customerId);
    expect(warnings).toHaveLength(2);
    expect(marks).toEqual([
      expect.objectContaining({
        code: 'silent',
        state: 'snoozed',
        untilOn: '2026-03-12',
        note: '出差了',
        userId: app.ownerId,
      }),
    ]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect((await list()).byCode.silent).toBe(1);
    expect(app.hash()).toBe(before);
  });

  it('takes what was said last: a shorter wait replaces a longer one', async () => {
    const customerId = aSilent();
    for (const on of ['2026-04-30', '2026-03-06'])
      await app.done('warnings', 'snooze', { customerId, code: 'silent', untilOn: dayOf(on) });
    expect((await of(customerId)).marks.map(({ untilOn }) => untilOn)).toEqual(['2026-03-06']);
  });

  it.each(['2026-03-04', '2027-03-07'])('refuses %s: before today, or further than a year', async (untilOn) => {
    const wish = { customerId: aSilent(), code: 'silent', untilOn: dayOf(untilOn) } as const;
    expect(await app.refused('warnings', 'snooze', wish)).toEqual({
      kind: 'validation',
      fields: [{ field: 'untilOn', problem: 'out_of_range' }],
    });
  });

  it('is for one’s own customers, not for one in the bin nor for nobody', async () => {
    const wish = { code: 'silent', untilOn: dayOf('2026-03-12') } as const;
    const binned = app.inBin('customers', aSilent());
    expect(await app.refused('warnings', 'snooze', { ...wish, customerId: binned })).toMatchObject({
      reason: 'in_bin',
    });
    expect(await app.refused('warnings', 'snooze', { ...wish, customerId: newId() })).toMatchObject({
      kind: 'not_found',
    });
    expect(await app.refused('warnings', 'ofCustomer', { customerId: newId() })).toMatchObject({ kind: 'not_found' });
    const others = aSilent({ ownerId: app.ownerId });
    await app.sitDown(app.aUser());
    expect(await app.refused('warnings', 'snooze', { ...wish, customerId: others })).toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('warnings.done', () => {
  it.each([
    ['the customer’s own cadence', { cadenceDays: 10 }, '2026-03-15'],
    ['30 days without a tier', {}, '2026-04-04'],
  ])('silences for one cadence: %s', async (_, fields, untilOn) => {
    const customerId = aSilent(fields);
    await app.done('warnings', 'done', { customerId, code: 'silent' });
    expect((await of(customerId)).marks).toMatchObject([{ state: 'done', markedOn: '2026-03-05', untilOn }]);
    expect(await list()).toMatchObject({ total: 0 });
  });
});

describe('warnings.winBack', () => {
  it('lists who bought once and not for 12 months, the best year first, with the rivals noted', async () => {
    const small = app.aCustomer({ name: '小' });
    await sell(small, 500, '2024-06-01');
    const large = app.aCustomer({ name: '大', phone: '13800138000' });
    // 900 and 800 lie within one year, 5,000 never does together with them.
    await sell(large, 900, '2023-02-01');
    await sell(large, 800, '2023-12-31');
    await sell(large, 100, '2025-03-05');
    const active = app.aCustomer({ name: '还在买' });
    await sell(active, 9_000, '2025-03-06');
    await app.done('loyalty', 'addRival', { customerId: large, rival: '鑫源', notedOn: dayOf('2026-01-01') });
    const { customers, total } = await app.done('warnings', 'winBack', {});
    expect(total).toBe(2);
    expect(customers.map(({ customerName, bestYearFen }) => [customerName, bestYearFen])).toEqual([
      ['大', 170_000],
      ['小', 50_000],
    ]);
    expect(customers[0]).toMatchObject({ lastOrderOn: '2025-03-05', rivals: ['鑫源'], phone: '13800138000' });
  });

  it('hides what another’s customer was worth from a salesperson, and its place with it', async () => {
    const seller = app.aUser();
    await sell(app.aCustomer({ name: '别人的', ownerId: app.ownerId }), 9_000, '2024-06-01');
    await sell(app.aCustomer({ name: '自己的', ownerId: seller }), 1, '2024-05-01');
    await app.sitDown(seller);
    const { customers } = await app.done('warnings', 'winBack', {});
    expect(customers.map(({ customerName, bestYearFen }) => [customerName, bestYearFen])).toEqual([
      ['自己的', 100],
      ['别人的', null],
    ]);
    expect((await app.done('warnings', 'winBack', { scope: 'mine' })).total).toBe(1);
  });
});
