import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const from = dayOf('2026-01-01');
const to = dayOf('2026-03-05');

async function sell(customerId: Id, yuan: number, on: string, costYuan: number | null = null): Promise<Id> {
  const { id } = await app.done('orders', 'create', {
    customerId,
    issuedOn: dayOf(on),
    credit: { kind: 'days', days: 0 },
    plan: { kind: 'once' },
    lines: [
      {
        title: '货',
        unitPriceE4: yuan * 10_000,
        quantityE3: 1_000,
        costE4: costYuan === null ? null : costYuan * 10_000,
      },
    ],
    approval: { userId: app.ownerId, reason: '老客户' },
  });
  return id;
}

const aLadder = (filter = {}) => app.done('measures', 'ladder', { from, to, filter });
const namesOf = async (ladderId: string, list: 'new' | 'lost' | 'active' | 'upgraded', tierId?: Id) => {
  const page = { ladderId, list, offset: 0, limit: 50, ...(tierId === undefined ? {} : { tierId }) };
  return (await app.done('measures', 'ladderRows', page)).rows.map(({ customerName }) => customerName);
};

describe('measures.ladder', () => {
  it('tells new, lost and won back apart, and opens the list behind each', async () => {
    const fresh = app.aCustomer({ name: '新来的' });
    await sell(fresh, 100, '2026-02-01');
    const gone = app.aCustomer({ name: '走了的' });
    await sell(gone, 100, '2025-02-01');
    const back = app.aCustomer({ name: '回来的' });
    await sell(back, 100, '2023-02-01');
    await sell(back, 100, '2026-02-01');
    const steady = app.aCustomer({ name: '一直在的' });
    await sell(steady, 100, '2025-06-01');
    const found = await aLadder();
    expect(found).toMatchObject({ activeBefore: 2, activeAfter: 3, new: 1, lost: 1, wonBack: 1 });
    expect(await namesOf(found.ladderId, 'new')).toEqual(['新来的']);
    expect(await namesOf(found.ladderId, 'lost')).toEqual(['走了的']);
    expect(await namesOf(found.ladderId, 'active')).toHaveLength(3);
  });

  it('works out profit: sales less returns, goods, concessions, service and write-offs of the period', async () => {
    const customerId = app.aCustomer();
    await sell(customerId, 700, '2025-12-31', 1);
    const id = await sell(customerId, 1_000, '2026-02-01', 600);
    const { lines } = await app.done('orders', 'get', { id });
    const orderLineId = lines[0]?.id ?? '';
    await app.done('orders', 'takeBack', { id, on: to, lines: [{ orderLineId, quantityE3: 100 }] });
    const cost = { customerId, on: to, what: '送货' };
    await app.done('costs', 'add', { ...cost, kind: 'service', amountFen: 3_000 });
    await app.done('costs', 'add', { ...cost, kind: 'concession', amountFen: 2_000 });
    const { total, steps } = await aLadder();
    // 1,000 − 100 back, goods 600 − 60, less 30 and 20.
    expect(total.profit).toEqual({
      salesFen: 90_000,
      goodsCostFen: 54_000,
      salesWithoutCostFen: 0,
      concessionFen: 2_000,
      serviceFen: 3_000,
      writeOffFen: 0,
      profitFen: 31_000,
    });
    expect(steps.at(-1)).toMatchObject({ tierId: null, customers: 1, meanSalesFen: 90_000 });
  });

  it('follows a customer up the steps', async () => {
    const { A, B } = app.tierIds;
    const id = app.aCustomer({ name: '升上来的', tierId: A });
    app.aTierAssignment({ customerId: id, tierId: B, effectiveOn: dayOf('2025-06-01') });
    app.aTierAssignment({ customerId: id, tierId: A, effectiveOn: dayOf('2026-02-01') });
    const found = await aLadder();
    expect(found).toMatchObject({ upgraded: 1, downgraded: 0, moves: [{ fromTierId: B, toTierId: A, customers: 1 }] });
    expect(await namesOf(found.ladderId, 'upgraded', A)).toEqual(['升上来的']);
    expect(await namesOf(found.ladderId, 'upgraded', B)).toEqual([]);
  });

  it('lists the moves over one border alone', async () => {
    const { A, B, C } = app.tierIds;
    const id = app.aCustomer({ name: '升上来的', tierId: A });
    app.aTierAssignment({ customerId: id, tierId: B, effectiveOn: dayOf('2025-06-01') });
    app.aTierAssignment({ customerId: id, tierId: A, effectiveOn: dayOf('2026-02-01') });
    const { ladderId } = await aLadder();
    const count = async (moves: { fromTierId: Id; toTierId: Id }[]) =>
      (await app.done('measures', 'ladderRows', { ladderId, list: 'upgraded', moves, offset: 0, limit: 5 })).total;
    expect(await count([{ fromTierId: B, toTierId: A }])).toBe(1);
    expect(await count([{ fromTierId: C, toTierId: A }])).toBe(0);
    expect(await count([])).toBe(0);
  });

  it('orders a list by sales or by what is earned', async () => {
    const big = app.aCustomer({ name: '大客户' });
    await sell(big, 1_000, '2026-02-01', 990);
    const medium = app.aCustomer({ name: '中客户' });
    await sell(medium, 500, '2026-02-01', 300);
    const { ladderId } = await aLadder();
    const by = async (sort: 'sales' | 'profit') =>
      (await app.done('measures', 'ladderRows', { ladderId, list: 'customers', sort, offset: 0, limit: 5 })).rows.map(
        ({ customerName }) => customerName,
      );
    expect(await by('sales')).toEqual(['大客户', '中客户']);
    expect(await by('profit')).toEqual(['中客户', '大客户']);
    await app.sitDown(app.aUser());
    const counts = await aLadder();
    const page = { ladderId: counts.ladderId, list: 'customers' as const, offset: 0, limit: 5 };
    const { rows } = await app.done('measures', 'ladderRows', { ...page, sort: 'profit' });
    expect(rows.map(({ customerId }) => customerId)).toEqual([big, medium].sort());
  });

  it('looks at one owner, region or trade alone', async () => {
    app.aCustomer({ ownerId: app.ownerId, industry: '五金', district: '余杭区' });
    app.aCustomer({ industry: '门窗' });
    expect((await aLadder({ ownerIds: [app.ownerId] })).total.customers).toBe(1);
    expect((await aLadder({ ownerIds: ['none'] })).total.customers).toBe(1);
    expect((await aLadder({ industries: ['五金', '门窗'] })).total.customers).toBe(2);
    expect((await aLadder({ industries: ['门窗'], districts: ['余杭区'] })).total.customers).toBe(0);
  });

  it('shows a salesperson counts, and no money', async () => {
    await sell(app.aCustomer({ ownerId: app.ownerId }), 100, '2026-02-01');
    await app.sitDown(app.aUser());
    const found = await aLadder();
    expect(found).toMatchObject({ new: 1, total: { customers: 1, salesFen: 0, profit: null }, top: null });
    const page = { ladderId: found.ladderId, list: 'customers' as const, offset: 0, limit: 5 };
    const { rows } = await app.done('measures', 'ladderRows', page);
    expect(rows[0]).toMatchObject({ salesFen: 0, profitFen: null });
  });

  it('names the provinces and cities that customers are in, most first', async () => {
    app.aCustomer({ province: '浙江省', city: '杭州市' });
    app.aCustomer({ province: '浙江省', city: '杭州市' });
    app.aCustomer({ province: '上海市' });
    app.aCustomer({});
    app.inBin('customers', app.aCustomer({ province: '江苏省', city: '苏州市' }));
    expect((await app.done('measures', 'regions', {})).regions).toEqual([
      { province: '浙江省', city: '杭州市', customers: 2 },
      { province: '上海市', city: null, customers: 1 },
    ]);
  });

  it('refuses a period that ends before it begins', async () => {
    expect(await app.refused('measures', 'ladder', { from: to, to: from })).toEqual({
      kind: 'validation',
      fields: [{ field: 'to', problem: 'out_of_range' }],
    });
  });
});
