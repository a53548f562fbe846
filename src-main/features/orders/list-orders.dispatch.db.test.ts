import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { aLine, anOrder } from '../../ipc/testing/order-forms.ts';

let app: TestApp;
let hua: string;
let li: string;
beforeEach(async () => {
  app = openTestApp();
  hua = app.aCustomer({ name: '华成五金', ownerId: app.aUser({ name: '甲', role: 'salesperson' }) });
  li = app.aCustomer({ name: '李记面馆' });
  await make(hua, '2026-03-01', 100, 'XS260301-01');
  await make(hua, '2026-03-03', 200, 'XS260303-01', 'HT-2026-8');
  await make(li, '2026-03-02', 300, 'AB-77');
  await make(li, '2026-03-03', 400, 'xs手写-2');
});
afterEach(() => app.close());

async function make(customerId: string, on: string, yuan: number, orderNo: string, contractNo?: string) {
  const form = anOrder(customerId, {
    issuedOn: dayOf(on),
    lines: [aLine(yuan)],
    orderNo,
    contractNo: contractNo ?? null,
  });
  return (await app.done('orders', 'create', form)).id;
}

type ListInput = Parameters<typeof app.done<'orders', 'list'>>[2];
const list = (input: ListInput = {}) => app.done('orders', 'list', input);
const numbers = async (input: ListInput = {}) => (await list(input)).orders.map(({ orderNo }) => orderNo);

describe('orders.list', () => {
  it('gives the latest day first, then the one entered last, with what is open', async () => {
    const { orders, ...figures } = await list();
    expect(orders.map(({ orderNo }) => orderNo)).toEqual(['xs手写-2', 'XS260303-01', 'AB-77', 'XS260301-01']);
    expect(orders[1]).toMatchObject({
      customerName: '华成五金',
      amountFen: 20_000,
      openFen: 20_000,
      dueOn: '2026-04-02',
      summary: '六角螺栓',
      lineCount: 1,
    });
    expect(figures).toEqual({ total: 4, isCapped: false, amountFen: 100_000 });
  });

  it('gives a page of them, with the figures of all', async () => {
    const page = await list({ offset: 1, limit: 2 });
    expect(page.orders.map(({ orderNo }) => orderNo)).toEqual(['XS260303-01', 'AB-77']);
    expect(page).toMatchObject({ total: 4, amountFen: 100_000 });
  });

  it.each([
    ['one customer', () => ({ customerId: li }), ['xs手写-2', 'AB-77']],
    ['nobody', () => ({ customerId: newId() }), []],
    ['a day', () => ({ from: dayOf('2026-03-02'), to: dayOf('2026-03-02') }), ['AB-77']],
    ['from a day on', () => ({ from: dayOf('2026-03-03') }), ['xs手写-2', 'XS260303-01']],
    ['a number', () => ({ search: 'XS260303-01' }), ['XS260303-01']],
    ['the beginning of a number, without its letters', () => ({ search: '2603' }), ['XS260303-01', 'XS260301-01']],
    ['any part of a recent number, whatever its case', () => ({ search: 'b-7' }), ['AB-77']],
    ['a contract number', () => ({ search: 'ht-2026' }), ['XS260303-01']],
    ['a customer', () => ({ search: '面馆' }), ['xs手写-2', 'AB-77']],
    ['a customer by initials', () => ({ search: 'hcwj' }), ['XS260303-01', 'XS260301-01']],
    ['a customer on a day', () => ({ search: '华成', to: dayOf('2026-03-02') }), ['XS260301-01']],
    ['what looks like a pattern', () => ({ search: '%' }), []],
    ['a blank', () => ({ search: '  ', customerId: li }), ['xs手写-2', 'AB-77']],
  ])('finds %s', async (_what, input, expected) => {
    const found = await list(input());
    expect(found.orders.map(({ orderNo }) => orderNo)).toEqual(expected);
    expect(found.total).toBe(expected.length);
  });

  it('shows void orders, struck from the sum, or leaves them out', async () => {
    const id = await make(li, '2026-03-05', 900, 'V-1');
    await app.done('orders', 'void', { id, on: dayOf('2026-03-05'), reason: '录错' });
    expect(await list()).toMatchObject({ total: 5, amountFen: 100_000 });
    expect(await numbers({ withVoid: false })).not.toContain('V-1');
  });

  it('hides the orders of a customer in the bin with him', async () => {
    app.inBin('customers', li);
    expect(await numbers()).toEqual(['XS260303-01', 'XS260301-01']);
  });

  it("is of own customers and nobody's for a salesperson", async () => {
    await app.sitDown(app.aUser({ name: '乙', role: 'salesperson' }));
    expect(await numbers()).toEqual(['xs手写-2', 'AB-77']);
    expect(await numbers({ search: '华成' })).toEqual([]);
    expect(await list({ customerId: hua })).toMatchObject({ orders: [], total: 0, amountFen: 0 });
  });

  it('says what is overdue today, and of an order dated later what will be open then', async () => {
    app.clockTo(at('2026-04-03T08:00:00.000Z'));
    await make(li, '2026-05-01', 50, 'LATER');
    const { orders } = await list();
    expect(orders.map(({ orderNo, isOverdue, openFen }) => [orderNo, isOverdue, openFen])).toEqual([
      ['LATER', false, 5_000],
      ['xs手写-2', true, 40_000],
      ['XS260303-01', true, 20_000],
      ['AB-77', true, 30_000],
      ['XS260301-01', true, 10_000],
    ]);
  });
});
