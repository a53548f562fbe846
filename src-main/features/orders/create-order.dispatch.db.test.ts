import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { aLine, anOrder, type LineForm } from '../../ipc/testing/order-forms.ts';

let app: TestApp;
let customerId: string;
beforeEach(() => {
  app = openTestApp();
  customerId = app.aCustomer();
});
afterEach(() => app.close());

type OrderForm = ReturnType<typeof anOrder>;
const create = (more: Partial<OrderForm> = {}) => app.done('orders', 'create', anOrder(customerId, more));
const refused = (more: Partial<OrderForm> = {}) => app.refused('orders', 'create', anOrder(customerId, more));
const get = (id: string) => app.done('orders', 'get', { id });
const fieldError = (field: string, problem: string) => ({ kind: 'validation', fields: [{ field, problem }] });

describe('orders.create', () => {
  it('keeps the order, its lines and what is owed for it, in one batch', async () => {
    const lines = [
      aLine(8.5, { quantityE3: 12_000, unit: '盒', discountBp: 250, note: '急' }),
      aLine(-3.45, { title: '抹零' }),
    ];
    const { id, orderNo, batchId } = await create({ lines, contractNo: 'HT-7', contractEndOn: dayOf('2027-03-05') });
    expect(batchId).not.toBeNull();
    expect(orderNo).toBe('XS260305-01');
    expect(await get(id)).toMatchObject({
      customerId,
      customerName: '上海华成机电有限公司',
      orderNo,
      issuedOn: '2026-03-05',
      salespersonId: app.ownerId,
      agreedById: app.ownerId,
      approvedById: null,
      approvedBreaches: [],
      amountFen: 9_600,
      openFen: 9_600,
      dueOn: '2026-04-04',
      settlement: 'open',
      isOverdue: false,
      contractNo: 'HT-7',
      contractEndOn: '2027-03-05',
      summary: '六角螺栓 · 抹零',
      lineCount: 2,
      lines: [
        { position: 0, unit: '盒', discountBp: 250, amountFen: 9_945, note: '急', returnedE3: 0 },
        { position: 1, amountFen: -345, productId: null, costE4: null },
      ],
      instalments: [{ installmentNo: 1, amountFen: 9_600, openFen: 9_600, dueOn: '2026-04-04', settlement: 'open' }],
    });
    expect(app.announced.at(-1)).toEqual(expect.arrayContaining(['orders', 'receivables', 'history']));
  });

  it('takes an order that is given away, and owes nothing for it', async () => {
    const { id } = await create({ lines: [aLine(10, { discountBp: 10_000 })] });
    expect(await get(id)).toMatchObject({
      amountFen: 0,
      openFen: 0,
      settlement: 'settled',
      dueOn: null,
      instalments: [],
    });
  });

  it.each([
    ['a sum below nothing', { lines: [aLine(1), aLine(-1.01)] }, fieldError('lines', 'out_of_range')],
    ['more than a field takes', { lines: Array.from({ length: 3 }, huge) }, fieldError('lines', 'out_of_range')],
    [
      'a product that is not there',
      { lines: [aLine(1, { productId: newId() })] },
      fieldError('lines.0.productId', 'unknown_choice'),
    ],
    ['a line of another order', { lines: [aLine(1, { id: newId() })] }, fieldError('lines.0.id', 'unknown_choice')],
    ['no line', { lines: [] }, fieldError('lines', 'required')],
    [
      'nothing of something',
      { lines: [aLine(1, { quantityE3: 0 })] },
      fieldError('lines.0.quantityE3', 'out_of_range'),
    ],
    [
      'parts that are not the amount',
      { plan: parts(['2026-03-05', 500], ['2026-04-05', 499.99]) },
      fieldError('plan', 'invalid'),
    ],
    ['a part due before the order', { plan: parts(['2026-03-04', 1_000]) }, fieldError('plan', 'invalid')],
    [
      'more parts than fen',
      { lines: [aLine(0.02)], plan: { kind: 'rule', firstDueOn: dayOf('2026-03-05'), count: 3, firstShareBp: null } },
      fieldError('plan', 'invalid'),
    ],
    ['somebody who is not with the firm', { salespersonId: newId() }, fieldError('salespersonId', 'unknown_choice')],
  ] as const)('refuses %s, and writes nothing', async (_what, more, expected) => {
    const before = app.hash();
    expect(
      await refused({ ...more, lines: 'lines' in more ? [...more.lines] : [aLine(1_000)] } as Partial<OrderForm>),
    ).toEqual(expected);
    expect(app.hash()).toBe(before);
  });

  it('says when the customer is not there or in the bin', async () => {
    expect(await app.refused('orders', 'create', anOrder(newId()))).toMatchObject({
      kind: 'not_found',
      entity: 'customers',
    });
    const binned = app.inBin('customers', app.aCustomer());
    expect(await app.refused('orders', 'create', anOrder(binned))).toMatchObject({ reason: 'in_bin' });
  });
});

describe('the number of an order', () => {
  it('counts up within its day, two digits or more', async () => {
    const numbers = [];
    for (let index = 0; index < 3; index += 1) numbers.push((await create()).orderNo);
    await create({ orderNo: 'XS260305-99' });
    numbers.push((await create()).orderNo, (await create({ issuedOn: dayOf('2026-09-17') })).orderNo);
    expect(numbers).toEqual(['XS260305-01', 'XS260305-02', 'XS260305-03', 'XS260305-100', 'XS260917-01']);
  });

  it('is as typed, once among live orders', async () => {
    const { id } = await create({ orderNo: ' HT 2026/7 ' });
    expect((await get(id)).orderNo).toBe('HT 2026/7');
    expect(await refused({ orderNo: 'HT 2026/7' })).toEqual({
      kind: 'conflict',
      reason: 'order_no_taken',
      otherId: id,
    });
  });

  it('is not given again after an undo, which may be taken back', async () => {
    const { batchId } = await create({ orderNo: 'XS260305-07' });
    if (!batchId) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect((await create()).orderNo).toBe('XS260305-08');
    await create({ orderNo: 'XS260305-07' });
  });
});

describe('the plan of an order', () => {
  it.each([
    ['days', { credit: { kind: 'days', days: 60 } }, [['2026-05-04', 1_000]]],
    ['month_end', { credit: { kind: 'month_end', days: 30 } }, [['2026-04-30', 1_000]]],
    ['month_end without days', { credit: { kind: 'month_end', days: 0 } }, [['2026-03-31', 1_000]]],
    [
      'the last day of each month, counted from the first',
      { issuedOn: dayOf('2026-01-31'), plan: rule('2026-01-31', 3, null), lines: [aLine(100)] },
      [
        ['2026-01-31', 33.33],
        ['2026-02-28', 33.33],
        ['2026-03-31', 33.34],
      ],
    ],
    [
      '30 % now, the rest monthly',
      { plan: rule('2026-03-05', 3, 3_000) },
      [
        ['2026-03-05', 300],
        ['2026-04-05', 350],
        ['2026-05-05', 350],
      ],
    ],
    [
      'parts by hand, by their days',
      { plan: parts(['2026-06-01', 400], ['2026-04-01', 600]) },
      [
        ['2026-04-01', 600],
        ['2026-06-01', 400],
      ],
    ],
  ] as const)('is %s', async (_what, more, expected) => {
    const { id } = await create(more as Partial<OrderForm>);
    const { instalments } = await get(id);
    expect(instalments.map(({ dueOn, amountFen }) => [dueOn, amountFen / 100])).toEqual(expected);
    expect(instalments.map(({ installmentNo }) => installmentNo)).toEqual(expected.map((_, index) => index + 1));
  });
});

describe('what a unit costs', () => {
  const product = (fields: { costE4: number | null }) => app.done('products', 'create', { name: '螺栓', ...fields });

  it.each([
    ['the product says so', {}, 60_000],
    ['somebody who may see it typed another', { costE4: 55_000 }, 55_000],
    ['it was said to be unknown', { costE4: null }, null],
  ])('is kept as %s', async (_what, more, expected) => {
    const { id: productId } = await product({ costE4: 60_000 });
    const { id } = await create({ lines: [aLine(10, { productId, ...more })] });
    await app.done('products', 'update', { id: productId, fields: { costE4: 99_000 } });
    expect((await get(id)).lines).toMatchObject([{ costE4: expected }]);
  });

  it('is not for a salesperson: neither shown nor taken from them', async () => {
    const { id: productId } = await product({ costE4: 60_000 });
    await app.sitDown(app.aUser({ role: 'salesperson' }));
    const { id } = await create({ lines: [aLine(10, { productId, costE4: 1 })] });
    expect((await get(id)).lines).toMatchObject([{ costE4: null }]);
    await app.sitDown(app.ownerId);
    expect((await get(id)).lines).toMatchObject([{ costE4: 60_000 }]);
  });
});

describe('an order and a salesperson', () => {
  it("may be made for own customers and nobody's, in the own name", async () => {
    const userId = app.aUser({ role: 'salesperson' });
    await app.sitDown(userId);
    for (const ownerId of [userId, null]) {
      const { id } = await app.done('orders', 'create', anOrder(app.aCustomer({ ownerId })));
      expect(await get(id)).toMatchObject({ salespersonId: userId, agreedById: userId });
    }
  });

  it("may not be for another's customer, nor read by them", async () => {
    const othersId = app.aCustomer({ ownerId: app.ownerId });
    const { id } = await app.done('orders', 'create', anOrder(othersId));
    await app.sitDown(app.aUser({ role: 'salesperson' }));
    const forbidden = { kind: 'forbidden', right: 'orders.edit' };
    expect(await app.refused('orders', 'create', anOrder(othersId))).toEqual(forbidden);
    expect(await app.refused('orders', 'start', { customerId: othersId, issuedOn: dayOf('2026-03-05') })).toEqual(
      forbidden,
    );
    expect(await app.refused('orders', 'get', { id })).toEqual({ kind: 'forbidden', right: 'orders.read' });
    expect((await app.done('orders', 'list', {})).orders).toEqual([]);
  });

  it("may be in another's name when the owner makes it", async () => {
    const userId = app.aUser({ role: 'salesperson' });
    const { id } = await create({ salespersonId: userId });
    expect((await get(id)).salespersonId).toBe(userId);
    await app.sitDown(userId);
    expect(await refused({ salespersonId: app.ownerId })).toEqual({ kind: 'forbidden', right: 'orders.edit' });
    await create({ salespersonId: null });
  });

  it('may take no money with it: payments are for owner and bookkeeper', async () => {
    await app.sitDown(app.aUser({ role: 'salesperson' }));
    const payment = { receivedOn: dayOf('2026-03-05'), amountFen: 100, method: 'cash' } as const;
    expect(await refused({ payment })).toEqual({ kind: 'forbidden', right: 'money.edit' });
  });

  it('is read, not made, by a bookkeeper', async () => {
    const { id } = await create();
    await app.sitDown(app.aUser({ role: 'bookkeeper' }));
    expect((await get(id)).id).toBe(id);
    expect(await refused()).toEqual({ kind: 'forbidden', right: 'orders.edit' });
  });
});

describe('orders.start', () => {
  it('proposes the customer’s owner as the salesperson, whoever sits there, and saves the same', async () => {
    const seller = app.aUser({ name: '李销售', role: 'salesperson' });
    const hers = app.aCustomer({ ownerId: seller });
    const proposed = async (ofCustomer: string) =>
      (await app.done('orders', 'start', { customerId: ofCustomer, issuedOn: dayOf('2026-03-05') })).salespersonId;
    expect(await proposed(hers)).toBe(seller);
    expect(await proposed(app.aCustomer({ ownerId: null }))).toBe(app.ownerId);
    const { id } = await create({ customerId: hers });
    expect((await get(id)).salespersonId).toBe(seller);
    app.inBin('users', seller);
    expect(await proposed(hers)).toBe(app.ownerId);
  });

  it('begins with cash, then with what the last order had', async () => {
    const start = () => app.done('orders', 'start', { customerId, issuedOn: dayOf('2026-03-06') });
    expect(await start()).toEqual({
      orderNo: 'XS260306-01',
      salespersonId: app.ownerId,
      credit: { kind: 'days', days: 0 },
      discountBp: 0,
      depositBp: 0,
      prepayments: [],
    });
    await create({ credit: { kind: 'month_end', days: 15 } });
    expect((await start()).credit).toEqual({ kind: 'month_end', days: 15 });
  });
});

function huge(): LineForm {
  return { title: '楼', unitPriceE4: 1_000_000_000_000, quantityE3: 50_000_000, discountBp: 0 };
}

function parts(...of: readonly (readonly [string, number])[]) {
  return {
    kind: 'parts' as const,
    parts: of.map(([dueOn, yuan]) => ({ dueOn: dayOf(dueOn), amountFen: Math.round(yuan * 100) })),
  };
}

function rule(firstDueOn: string, times: number, firstShareBp: number | null) {
  return { kind: 'rule' as const, firstDueOn: dayOf(firstDueOn), count: times, firstShareBp };
}
