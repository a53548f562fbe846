import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { aLine, anOrder } from '../../ipc/testing/order-forms.ts';

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

function rule(firstDueOn: string, times: number, firstShareBp: number | null) {
  return { kind: 'rule' as const, firstDueOn: dayOf(firstDueOn), count: times, firstShareBp };
}

function fieldsOf({ customerId: _, usePrepayment: _use, payment: _paid, approval: _approval, ...fields }: OrderForm) {
  return fields;
}
