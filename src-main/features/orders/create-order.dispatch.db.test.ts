import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { aLine, anOrder, type LineForm } from './testing/order-forms.ts';

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
const count = (table: string) => app.book.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
const fieldError = (field: string, problem: string) => ({ kind: 'validation', fields: [{ field, problem }] });

/** Money in hand before any order, written as a deposit without one would be. */
async function prepay(yuan: number, on: string): Promise<string> {
  const made = await app.done('orders', 'create', {
    ...anOrder(customerId, { issuedOn: dayOf(on), lines: [aLine(0)] }),
    payment: { receivedOn: dayOf(on), amountFen: yuan * 100, method: 'transfer' },
  });
  const sql = 'SELECT id FROM settlement_sources WHERE order_id = ?';
  return String(app.book.sqlite.prepare(sql).pluck().get(made.id));
}

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

describe('money that settles a new order', () => {
  const allocated = (id: string) =>
    app.book.sqlite
      .prepare(
        `SELECT a.amount_fen / 100 AS yuan, a.effective_on AS "on", r.installment_no AS part FROM allocations a
         JOIN receivables r ON r.id = a.receivable_id WHERE r.order_id = ? ORDER BY r.installment_no, a.effective_on`,
      )
      .all(id);

  it('is taken with it as a deposit, first due first; the rest stays prepayment', async () => {
    app.clockTo(at('2026-03-07T08:00:00.000Z'));
    const payment = { receivedOn: dayOf('2026-03-07'), amountFen: 60_000, method: 'wechat', isDeposit: true } as const;
    const { id } = await create({ payment, plan: rule('2026-03-05', 2, 3_000) });
    expect(allocated(id)).toEqual([
      { yuan: 300, on: '2026-03-07', part: 1 },
      { yuan: 300, on: '2026-03-07', part: 2 },
    ]);
    const sql = 'SELECT is_deposit, method, order_id, amount_fen FROM settlement_sources';
    expect(app.book.sqlite.prepare(sql).all()).toEqual([
      { is_deposit: 1, method: 'wechat', order_id: id, amount_fen: 60_000 },
    ]);
    expect(await get(id)).toMatchObject({ openFen: 40_000, settlement: 'partial', dueOn: '2026-04-05' });
  });

  it('is prepayment, offered whole and used from the later of the two days', async () => {
    const older = await prepay(300, '2026-02-01');
    const newer = await prepay(900, '2026-03-01');
    const { prepayments } = await app.done('orders', 'start', { customerId, issuedOn: dayOf('2026-03-05') });
    expect(prepayments).toEqual([
      { sourceId: older, on: '2026-02-01', leftFen: 30_000, isDeposit: false, proposedFen: 30_000 },
      { sourceId: newer, on: '2026-03-01', leftFen: 90_000, isDeposit: false, proposedFen: 90_000 },
    ]);
    const checked = await app.done('orders', 'check', anOrder(customerId));
    expect(checked.prepayments.map(({ proposedFen }) => proposedFen)).toEqual([30_000, 70_000]);
    const usePrepayment = checked.prepayments.map(({ sourceId, proposedFen: amountFen }) => ({ sourceId, amountFen }));
    const { id } = await create({ usePrepayment });
    expect(allocated(id)).toEqual([
      { yuan: 300, on: '2026-03-05', part: 1 },
      { yuan: 700, on: '2026-03-05', part: 1 },
    ]);
    expect(await get(id)).toMatchObject({ openFen: 0, settlement: 'settled', dueOn: null });
    const left = await app.done('orders', 'start', { customerId, issuedOn: dayOf('2026-03-05') });
    expect(left.prepayments).toMatchObject([{ sourceId: newer, leftFen: 20_000 }]);
  });

  it('counts from the day it came when the order is entered with an earlier one', async () => {
    const sourceId = await prepay(300, '2026-03-05');
    const { id } = await create({ issuedOn: dayOf('2026-02-01'), usePrepayment: [{ sourceId, amountFen: 30_000 }] });
    expect(allocated(id)).toEqual([{ yuan: 300, on: '2026-03-05', part: 1 }]);
  });

  it('is never more than is left of it, nor than the order', async () => {
    const sourceId = await prepay(300, '2026-03-01');
    expect(await refused({ usePrepayment: [{ sourceId, amountFen: 30_001 }] })).toMatchObject({
      reason: 'exceeds_left',
    });
    expect(await refused({ lines: [aLine(200)], usePrepayment: [{ sourceId, amountFen: 20_001 }] })).toMatchObject({
      reason: 'exceeds_open',
    });
    expect(await refused({ usePrepayment: [{ sourceId: newId(), amountFen: 1 }] })).toEqual(
      fieldError('usePrepayment.0.sourceId', 'unknown_choice'),
    );
    expect(count('sales_orders')).toBe(1);
  });

  it('waits when it was taken for another order on which something is open', async () => {
    const payment = { receivedOn: dayOf('2026-03-05'), amountFen: 50_000, method: 'cash', isDeposit: true } as const;
    const first = await create({ issuedOn: dayOf('2026-03-09'), payment: { ...payment, amountFen: 150_000 } });
    const usable = async () =>
      (await app.done('orders', 'check', anOrder(customerId, { issuedOn: dayOf('2026-03-09') }))).prepayments;
    expect(await usable()).toMatchObject([{ leftFen: 50_000, proposedFen: 50_000, isDeposit: true }]);
    await app.done('orders', 'update', {
      id: first.id,
      fields: { ...fieldsOf(anOrder(customerId, { issuedOn: dayOf('2026-03-09'), lines: [aLine(2_000)] })) },
    });
    expect(await usable()).toMatchObject([{ leftFen: 50_000, proposedFen: 0, isDeposit: true }]);
  });

  it('is in hand, and brought in by somebody who is with the firm', async () => {
    const payment = { receivedOn: dayOf('2026-03-05'), amountFen: 100, method: 'cash' } as const;
    expect(await refused({ payment: { ...payment, receivedOn: dayOf('2026-03-06') } })).toEqual(
      fieldError('payment.receivedOn', 'out_of_range'),
    );
    expect(await refused({ payment: { ...payment, collectedById: newId() } })).toEqual(
      fieldError('payment.collectedById', 'unknown_choice'),
    );
  });

  it('wants the day of a bill', async () => {
    const payment = { receivedOn: dayOf('2026-03-05'), amountFen: 100, method: 'acceptance_bill' } as const;
    expect(await refused({ payment })).toEqual(fieldError('payment.billDueOn', 'required'));
    await create({ payment: { ...payment, billDueOn: dayOf('2026-09-05') } });
  });
});

describe('orders.start', () => {
  it('begins with cash, then with what the last order had', async () => {
    const start = () => app.done('orders', 'start', { customerId, issuedOn: dayOf('2026-03-06') });
    expect(await start()).toEqual({
      orderNo: 'XS260306-01',
      credit: { kind: 'days', days: 0 },
      discountBp: 0,
      depositBp: 0,
      prepayments: [],
    });
    await create({ credit: { kind: 'month_end', days: 15 } });
    expect((await start()).credit).toEqual({ kind: 'month_end', days: 15 });
  });
});

describe('undo of a new order', () => {
  const undo = (batchId: string | null) => app.call('history', 'undo', { batchId: batchId ?? '' });

  it('takes away the order, its lines, what was owed and what settled it', async () => {
    const before = app.hash();
    const payment = { receivedOn: dayOf('2026-03-05'), amountFen: 50_000, method: 'cash' } as const;
    const { id, batchId } = await create({ payment });
    expect(await undo(batchId)).toMatchObject({ ok: true });
    expect(app.hash()).toBe(before);
    expect(await app.refused('orders', 'get', { id })).toMatchObject({ kind: 'not_found' });
    expect((await app.done('orders', 'list', {})).total).toBe(0);
  });

  it('is left alone once it was paid', async () => {
    const { id, batchId } = await create();
    app.clockTo(at('2026-03-06T08:00:00.000Z'));
    const paid = await app.done('payments', 'record', {
      customerId,
      payment: { receivedOn: dayOf('2026-03-06'), amountFen: 100_000, method: 'transfer' },
    });
    expect(paid).toMatchObject({ settledFen: 100_000 });
    await undo(batchId);
    expect(await get(id)).toMatchObject({ amountFen: 100_000, lineCount: 1 });
    expect(await get(id)).toMatchObject({ openFen: 0, settlement: 'settled' });
  });

  it('stands in the history of the customer', async () => {
    const { batchId } = await create();
    const { entries } = await app.done('history', 'ofCustomer', { customerId });
    const own = entries.filter((entry) => entry.batchId === batchId).map(({ entity, action }) => `${action} ${entity}`);
    expect(own).toEqual(expect.arrayContaining(['create sales_orders', 'create receivables']));
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

function fieldsOf({ customerId: _, usePrepayment: _use, payment: _paid, approval: _approval, ...fields }: OrderForm) {
  return fields;
}
