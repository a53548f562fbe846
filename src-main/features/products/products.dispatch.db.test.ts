import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { salesOrderLines, salesOrders } from '../../../db/schema/orders.ts';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const list = (input: { search?: string; withArchived?: boolean; offset?: number; limit?: number } = {}) =>
  app.done('products', 'list', input);
const names = async (input: Parameters<typeof list>[0] = {}) => (await list(input)).products.map(({ name }) => name);
const make = async (fields: { name: string; spec?: string; code?: string; costE4?: number }) =>
  (await app.done('products', 'create', fields)).id;
const sitDownAs = (role: 'salesperson' | 'bookkeeper') => app.sitDown(app.aUser({ name: '小周', role }));

function sell(productId: string): void {
  const customerId = app.aCustomer();
  const orderId = newId();
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    const head = { issuedOn: dayOf('2026-03-05'), creditKind: 'days', creditDays: 0 } as const;
    db.insert(salesOrders, { ...head, id: orderId, customerId, orderNo: 'XS260305-01' });
    const figures = { unitPriceE4: 1, quantityE3: 1_000, discountBp: 0, amountFen: 0 };
    db.insert(salesOrderLines, { ...figures, id: newId(), customerId, orderId, productId, title: '螺栓', position: 0 });
  });
}

describe('products.create', () => {
  it('keeps everything that was typed', async () => {
    const fields = {
      name: '六角螺栓',
      code: 'A-01',
      spec: 'M8×40',
      unit: '盒',
      unitPriceE4: 85_000,
      costE4: 60_000,
      note: '镀锌',
    };
    const { id, batchId } = await app.done('products', 'create', fields);
    expect(batchId).not.toBeNull();
    expect(await list()).toEqual({ products: [{ ...fields, id, isArchived: false }], total: 1 });
    expect(app.announced).toContainEqual(['products', 'history']);
  });

  it('takes one name in several specifications, and each of them once', async () => {
    const id = await make({ name: '螺栓', spec: 'M8' });
    await make({ name: '螺栓', spec: 'M10' });
    await make({ name: '螺栓' });
    expect(await app.refused('products', 'create', { name: ' 螺 栓', spec: 'ｍ8' })).toEqual({
      kind: 'conflict',
      reason: 'name_taken',
      otherId: id,
    });
  });

  it('takes the name of a product in the bin', async () => {
    await app.done('products', 'moveToBin', { id: await make({ name: '螺栓' }) });
    await make({ name: '螺栓' });
    expect(await names()).toEqual(['螺栓']);
  });

  it('wants a name, and prices that are none below nothing', async () => {
    expect(await app.refused('products', 'create', { name: ' ', unitPriceE4: -1 })).toMatchObject({
      kind: 'validation',
      fields: [
        { field: 'name', problem: 'required' },
        { field: 'unitPriceE4', problem: 'out_of_range' },
      ],
    });
  });

  it('is not for a salesperson', async () => {
    await sitDownAs('salesperson');
    expect(await app.refused('products', 'create', { name: '螺栓' })).toEqual({
      kind: 'forbidden',
      right: 'products.edit',
    });
  });
});

describe('products.list', () => {
  it.each([
    ['螺', ['六角螺栓', '螺母']],
    ['lm', ['螺母']],
    ['luomu', ['螺母']],
    ['a-0', ['六角螺栓', '螺母']],
    ['M8', ['六角螺栓']],
    ['螺 m8', ['六角螺栓']],
    ['扳手', []],
    ['  ', ['垫圈', '六角螺栓', '螺母']],
  ])('finds for %j', async (search, expected) => {
    await make({ name: '螺母', code: 'A-02' });
    await make({ name: '六角螺栓', code: 'A-01', spec: 'M8×40' });
    await make({ name: '垫圈', code: 'B-01' });
    const found = await list({ search });
    expect(found.products.map(({ name }) => name)).toEqual(expected);
    expect(found.total).toBe(expected.length);
  });

  it('gives a page in the order of names, and how many there are', async () => {
    for (const name of ['丙', '甲', '乙', '丁']) await make({ name });
    const page = await list({ offset: 1, limit: 2 });
    expect(page.products.map(({ name }) => name)).toEqual(['丁', '甲']);
    expect(page.total).toBe(4);
  });

  it.each([
    ['bookkeeper', 60_000],
    ['salesperson', null],
  ] as const)('tells a %s a cost of %s', async (role, costE4) => {
    await make({ name: '螺栓', costE4: 60_000 });
    await sitDownAs(role);
    expect((await list()).products).toMatchObject([{ costE4 }]);
  });
});

describe('products.update', () => {
  it('changes what is given and leaves the rest', async () => {
    const id = await make({ name: '螺栓', code: 'A' });
    await app.done('products', 'update', { id, fields: { spec: 'M8' } });
    expect((await list()).products).toMatchObject([{ name: '螺栓', code: 'A', spec: 'M8' }]);
  });

  it('refuses the name and specification of another', async () => {
    const otherId = await make({ name: '螺栓', spec: 'M8' });
    const id = await make({ name: '螺栓', spec: 'M10' });
    expect(await app.refused('products', 'update', { id, fields: { spec: 'M8' } })).toEqual({
      kind: 'conflict',
      reason: 'name_taken',
      otherId,
    });
    await app.done('products', 'update', { id, fields: { spec: 'M10', code: 'B' } });
  });

  it('says when there is no such product, and when it is in the bin', async () => {
    const unknown = newId();
    expect(await app.refused('products', 'update', { id: unknown, fields: {} })).toMatchObject({ kind: 'not_found' });
    const id = await make({ name: '螺栓' });
    await app.done('products', 'moveToBin', { id });
    expect(await app.refused('products', 'update', { id, fields: {} })).toMatchObject({ reason: 'in_bin' });
  });
});

describe('products.setArchived', () => {
  it('hides what is no longer sold, until asked for or sold again', async () => {
    const id = await make({ name: '螺栓' });
    await app.done('products', 'setArchived', { id, isArchived: true });
    expect(await list()).toEqual({ products: [], total: 0 });
    expect((await list({ withArchived: true })).products).toMatchObject([{ id, isArchived: true }]);
    expect(await app.done('products', 'setArchived', { id, isArchived: true })).toEqual({ batchId: null });
    await app.done('products', 'setArchived', { id, isArchived: false });
    expect(await names()).toEqual(['螺栓']);
  });
});

describe('products.moveToBin', () => {
  it('takes away what was never sold, and undo brings it back', async () => {
    const id = await make({ name: '螺栓' });
    const { batchId } = await app.done('products', 'moveToBin', { id });
    expect(await list({ withArchived: true })).toEqual({ products: [], total: 0 });
    if (!batchId) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(await names()).toEqual(['螺栓']);
  });

  it('keeps what stands on an order', async () => {
    const id = await make({ name: '螺栓' });
    sell(id);
    expect(await app.refused('products', 'moveToBin', { id })).toEqual({
      kind: 'conflict',
      reason: 'product_in_use',
      otherId: id,
    });
  });
});
