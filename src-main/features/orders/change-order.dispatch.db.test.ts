import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { allocations, settlementSources } from '../../../db/schema/money.ts';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { balanceOn } from '../../../src-shared/receivables/balances.ts';
import { brokenLaws } from '../../../src-shared/receivables/ledger-laws.ts';
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
const get = (id: string) => app.done('orders', 'get', { id });
const fieldsOf = (more: Partial<OrderForm> = {}) => {
  const {
    customerId: _,
    usePrepayment: _use,
    payment: _paid,
    approval: _approval,
    ...fields
  } = anOrder(customerId, more);
  return fields;
};
const balance = (on: string) => balanceOn(readLedger(app.book, customerId), dayOf(on));
const laterOn = (day: string) => app.clockTo(at(`${day}T08:00:00.000Z`));
const paidWith = (yuan: number) =>
  ({ receivedOn: dayOf('2026-03-05'), amountFen: yuan * 100, method: 'transfer' }) as const;
const fieldError = (field: string, problem: string) => ({ kind: 'validation', fields: [{ field, problem }] });
const dueDays = () =>
  app.book.sqlite.prepare('SELECT was_due_on AS was, until_on AS until FROM due_day_changes ORDER BY until_on').all();

afterEach(() => expect(brokenLaws(readLedger(app.book, customerId))).toEqual([]));

/** A write-off of part of an order's first receivable, as receivables.writeOff would write it. */
function giveUp(orderId: string, yuan: number): string {
  const receivable = readLedger(app.book, customerId).receivables.find((each) => each.orderId === orderId);
  const sourceId = newId();
  const on = dayOf('2026-03-06');
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    db.insert(settlementSources, { id: sourceId, customerId, kind: 'write_off', onDay: on, amountFen: yuan * 100 });
    const part = { amountFen: yuan * 100, effectiveOn: on };
    db.insert(allocations, { ...part, id: newId(), customerId, sourceId, receivableId: receivable?.id ?? '' });
  });
  return sourceId;
}

describe('orders.update', () => {
  const update = (
    id: string,
    more: Partial<OrderForm>,
    releases: { allocationId: string; releasedFen: number }[] | null = null,
  ) => app.call('orders', 'update', { id, fields: fieldsOf(more), releases });

  it('writes lines anew: some changed, some added, some gone; the number stays', async () => {
    const { id, orderNo } = await create({ lines: [aLine(10, { title: '甲' }), aLine(20, { title: '乙' })] });
    const [first] = (await get(id)).lines;
    const lines = [aLine(5, { title: '丙' }), aLine(12, { title: '甲', ...(first && { id: first.id }) })];
    expect(await update(id, { lines, contractNo: 'HT-1' })).toMatchObject({ ok: true });
    expect(await get(id)).toMatchObject({
      orderNo,
      contractNo: 'HT-1',
      amountFen: 1_700,
      lines: [
        { title: '丙', amountFen: 500 },
        { title: '甲', id: first?.id, amountFen: 1_200 },
      ],
      instalments: [{ amountFen: 1_700 }],
    });
  });

  it('keeps receivables by instalment, adds those that are new, and takes away those too many from their first day', async () => {
    const three = { kind: 'rule', firstDueOn: dayOf('2026-03-05'), count: 3, firstShareBp: null } as const;
    const { id } = await create({ plan: three, lines: [aLine(900)] });
    const [first, second] = (await get(id)).instalments;
    laterOn('2026-03-20');
    await update(id, { plan: { ...three, count: 2 }, lines: [aLine(900)] });
    const { instalments } = await get(id);
    expect(instalments).toMatchObject([
      { receivableId: first?.receivableId, amountFen: 45_000, dueOn: '2026-03-05' },
      { receivableId: second?.receivableId, amountFen: 45_000, dueOn: '2026-04-05' },
    ]);
    expect(instalments).toHaveLength(2);
    for (const on of ['2026-03-05', '2026-03-19', '2026-06-01']) expect(balance(on).openFen).toBe(90_000);
    await update(id, { plan: three, lines: [aLine(900)] });
    expect((await get(id)).instalments.map(({ installmentNo }) => installmentNo)).toEqual([1, 2, 3]);
  });

  it('keeps the due day in force until then, from the day after it was entered', async () => {
    const { id } = await create();
    await update(id, { credit: { kind: 'days', days: 40 } });
    expect(dueDays()).toEqual([]);
    laterOn('2026-03-20');
    await update(id, { credit: { kind: 'days', days: 60 } });
    expect(dueDays()).toEqual([{ was: '2026-04-14', until: '2026-03-20' }]);
    await update(id, { credit: { kind: 'days', days: 70 } });
    expect(dueDays()).toEqual([{ was: '2026-04-14', until: '2026-03-20' }]);
    expect(await get(id)).toMatchObject({ dueOn: '2026-05-14' });
  });

  it('asks what is to be freed before an amount falls below what settled it', async () => {
    const { id } = await create({ payment: paidWith(800) });
    const smaller = { ...fieldsOf({ lines: [aLine(500)] }), customerId, orderId: id };
    const { releases } = await app.done('orders', 'check', smaller);
    expect(releases).toMatchObject([{ releasedFen: 30_000, sourceOn: '2026-03-05' }]);
    const before = app.hash();
    expect(await update(id, { lines: [aLine(500)] })).toMatchObject({ error: { reason: 'releases_needed' } });
    const [part] = releases;
    if (!part) throw new Error('nothing to release');
    const { allocationId } = part;
    expect(await update(id, { lines: [aLine(500)] }, [{ allocationId, releasedFen: 29_999 }])).toMatchObject({
      error: { reason: 'releases_needed' },
    });
    expect(await update(id, { lines: [aLine(500)] }, [{ allocationId, releasedFen: 80_001 }])).toMatchObject({
      error: fieldError('releases.0.releasedFen', 'out_of_range'),
    });
    expect(await update(id, { lines: [aLine(500)] }, [{ allocationId: newId(), releasedFen: 30_000 }])).toMatchObject({
      error: fieldError('releases.0.allocationId', 'unknown_choice'),
    });
    expect(app.hash()).toBe(before);
    expect(await update(id, { lines: [aLine(500)] }, [{ allocationId, releasedFen: 30_000 }])).toMatchObject({
      ok: true,
    });
    expect(await get(id)).toMatchObject({ amountFen: 50_000, openFen: 0, settlement: 'settled' });
    expect(balance('2026-03-05')).toMatchObject({ openFen: 0, prepaidFen: 30_000 });
  });

  it('frees the payment that was chosen, though a newer one was proposed', async () => {
    const { id } = await create({ payment: paidWith(500) });
    app.aPayment({ customerId, onDay: dayOf('2026-03-05'), amountFen: fen(40_000) });
    const { instalments } = await get(id);
    const receivableId = instalments[0]?.receivableId ?? '';
    const [loose] = (await app.done('receivables', 'ofCustomer', { customerId })).sources.filter(
      ({ leftFen }) => leftFen === 40_000,
    );
    const uses = [{ sourceId: loose?.id ?? '', receivableId, amountFen: fen(40_000) }];
    await app.done('payments', 'usePrepayment', { customerId, uses });
    const wish = { lines: [aLine(700)] };
    const { releases, releasable } = await app.done('orders', 'check', { ...fieldsOf(wish), customerId, orderId: id });
    expect(releasable).toHaveLength(2);
    const older = releasable.find(({ allocationId }) => allocationId !== releases[0]?.allocationId);
    if (!older) throw new Error('nothing to choose');
    expect(await update(id, wish, [{ allocationId: older.allocationId, releasedFen: 20_000 }])).toMatchObject({
      ok: true,
    });
    const sources = (await app.done('receivables', 'ofCustomer', { customerId })).sources;
    expect(sources.find((each) => each.id === older.sourceId)?.leftFen).toBe(20_000);
    expect(sources.find((each) => each.id !== older.sourceId)?.leftFen).toBe(0);
  });

  it('frees all that settled an order of which nothing is owed any more', async () => {
    const { id } = await create({ payment: paidWith(800) });
    const { releases } = await app.done('orders', 'check', {
      ...fieldsOf({ lines: [aLine(0)] }),
      customerId,
      orderId: id,
    });
    expect(releases).toMatchObject([{ releasedFen: 80_000 }]);
    await update(
      id,
      { lines: [aLine(0)] },
      releases.map(({ allocationId, releasedFen }) => ({ allocationId, releasedFen })),
    );
    expect(await get(id)).toMatchObject({ openFen: 0, settlement: 'settled', instalments: [] });
    expect(balance('2026-03-05')).toMatchObject({ openFen: 0, prepaidFen: 80_000 });
  });

  it('takes the laws for what they are when the day of the order moves', async () => {
    const { id } = await create({ payment: paidWith(800) });
    expect(await update(id, { issuedOn: dayOf('2026-03-06') })).toMatchObject({ error: { reason: 'too_early' } });
    expect(await update(id, { issuedOn: dayOf('2026-03-01') })).toMatchObject({ ok: true });
    expect(await get(id)).toMatchObject({ issuedOn: '2026-03-01', dueOn: '2026-03-31', openFen: 20_000 });
  });

  it('refuses a number that is taken, a plan that does not fit and an order that is not there', async () => {
    const other = await create();
    const { id } = await create();
    expect(await update(id, { orderNo: other.orderNo })).toMatchObject({
      error: { reason: 'order_no_taken', otherId: other.id },
    });
    const plan = { kind: 'parts', parts: [{ dueOn: dayOf('2026-03-05'), amountFen: 1 }] } as const;
    expect(await update(id, { plan: { ...plan, parts: [...plan.parts] } })).toMatchObject({
      error: fieldError('fields.plan', 'invalid'),
    });
    expect(await update(newId(), {})).toMatchObject({ error: { kind: 'not_found' } });
    await app.done('orders', 'void', { id, on: dayOf('2026-03-05'), reason: '重复' });
    expect(await update(id, {})).toMatchObject({ error: { reason: 'already_void' } });
  });

  it('keeps goods that came back on their line', async () => {
    const { id } = await create({ lines: [aLine(10, { quantityE3: 5_000 }), aLine(1)] });
    const [sold] = (await get(id)).lines;
    if (!sold) throw new Error('no line');
    await app.done('orders', 'takeBack', {
      id,
      on: dayOf('2026-03-05'),
      lines: [{ orderLineId: sold.id, quantityE3: 3_000 }],
    });
    const line = (more: object) => aLine(10, { id: sold.id, quantityE3: 5_000, ...more });
    expect(await update(id, { lines: [line({ quantityE3: 2_999 })] })).toMatchObject({ error: { kind: 'validation' } });
    expect(await update(id, { lines: [line({ unitPriceE4: 1 })] })).toMatchObject({
      error: fieldError('fields.lines.0.unitPriceE4', 'out_of_range'),
    });
    expect(await update(id, { lines: [aLine(100)] })).toMatchObject({
      error: fieldError('fields.lines', 'out_of_range'),
    });
    expect(await update(id, { lines: [line({ quantityE3: 3_000 })] })).toMatchObject({ ok: true });
  });

  it('is undone as one', async () => {
    const { id } = await create({ payment: paidWith(100) });
    laterOn('2026-03-20');
    const before = app.hash();
    const { batchId } = await app.done('orders', 'update', {
      id,
      fields: fieldsOf({ credit: { kind: 'days', days: 60 }, lines: [aLine(2_000, { title: '新' })] }),
    });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });
});

describe('orders.void', () => {
  it('takes away what was owed; what was paid becomes prepayment; what was written off is so no longer', async () => {
    const { id } = await create({ payment: paidWith(600) });
    giveUp(id, 100);
    laterOn('2026-03-10');
    await app.done('orders', 'void', { id, on: dayOf('2026-03-10'), reason: '客户取消' });
    expect(await get(id)).toMatchObject({
      settlement: 'void',
      openFen: 0,
      voidedOn: '2026-03-10',
      voidReason: '客户取消',
      instalments: [{ settlement: 'void', openFen: 0 }],
    });
    expect(balance('2026-03-09')).toMatchObject({ openFen: 30_000, prepaidFen: 0 });
    expect(balance('2026-03-10')).toMatchObject({ openFen: 0, prepaidFen: 60_000 });
  });

  it('takes the credits of its returns away too, unless one was paid back', async () => {
    const { id } = await create({ payment: paidWith(1_000), lines: [aLine(100, { quantityE3: 10_000 })] });
    const [sold] = (await get(id)).lines;
    const lines = [{ orderLineId: sold?.id ?? '', quantityE3: 2_000 }];
    const { sourceId } = await app.done('orders', 'takeBack', { id, on: dayOf('2026-03-05'), lines });
    expect(balance('2026-03-05')).toMatchObject({ prepaidFen: 20_000 });
    const voiding = { id, on: dayOf('2026-03-05'), reason: '录错' };
    const refund = { id: sourceId, amountFen: 5_000, on: dayOf('2026-03-05'), method: 'cash' } as const;
    const { batchId } = await app.done('payments', 'refund', refund);
    expect(await app.refused('orders', 'void', voiding)).toMatchObject({ reason: 'exceeds_left', otherId: sourceId });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    await app.done('orders', 'void', voiding);
    expect(balance('2026-03-05')).toMatchObject({ openFen: 0, prepaidFen: 100_000 });
  });

  it('is not twice, nor before the order', async () => {
    const { id } = await create();
    const on = (day: string) => app.call('orders', 'void', { id, on: dayOf(day), reason: '录错' });
    expect(await on('2026-03-04')).toMatchObject({ error: { reason: 'too_early' } });
    expect(await on('2026-03-05')).toMatchObject({ ok: true });
    expect(await on('2026-03-05')).toMatchObject({ error: { reason: 'already_void' } });
  });

  it('is undone as one', async () => {
    const { id } = await create({ payment: paidWith(600) });
    giveUp(id, 100);
    const before = app.hash();
    const { batchId } = await app.done('orders', 'void', { id, on: dayOf('2026-03-07'), reason: '录错' });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });
});

describe('orders.takeBack', () => {
  const goods = { lines: [aLine(100, { quantityE3: 10_000, discountBp: 1_000, costE4: 600_000 })] };
  const takeBack = async (id: string, pieces: number, on = '2026-03-05') => {
    const [sold] = (await get(id)).lines;
    const lines = [{ orderLineId: sold?.id ?? '', quantityE3: pieces * 1_000 }];
    return app.call('orders', 'takeBack', { id, on: dayOf(on), lines, note: '破损' });
  };

  it('credits the order first, then the oldest debts, and keeps the rest as prepayment', async () => {
    const older = await create({ issuedOn: dayOf('2026-02-01'), lines: [aLine(50)] });
    const { id } = await create({ ...goods, payment: paidWith(800) });
    expect(await takeBack(id, 2)).toMatchObject({ ok: true, value: { amountFen: 18_000, prepaidFen: 3_000 } });
    expect(await get(id)).toMatchObject({ openFen: 0, lines: [{ returnedE3: 2_000 }] });
    expect(await get(older.id)).toMatchObject({ openFen: 0 });
    const kept = app.book.sqlite.prepare('SELECT title, quantity_e3, amount_fen, cost_e4 FROM return_lines').all();
    expect(kept).toEqual([{ title: '六角螺栓', quantity_e3: 2_000, amount_fen: 18_000, cost_e4: 600_000 }]);
  });

  it('is all prepayment when everything is paid', async () => {
    const { id } = await create({ ...goods, payment: paidWith(900) });
    expect(await takeBack(id, 10)).toMatchObject({ value: { amountFen: 90_000, prepaidFen: 90_000 } });
  });

  it('is no more than is left, of any line, in any parts', async () => {
    const { id } = await create(goods);
    expect(await takeBack(id, 7)).toMatchObject({ ok: true });
    expect(await takeBack(id, 4)).toMatchObject({ error: fieldError('lines.0.quantityE3', 'out_of_range') });
    expect(await takeBack(id, 3)).toMatchObject({ value: { amountFen: 27_000 } });
    expect(await get(id)).toMatchObject({ openFen: 0, settlement: 'settled', lines: [{ returnedE3: 10_000 }] });
  });

  it('adds up a line that is named twice, and refuses one of another order', async () => {
    const { id } = await create(goods);
    const [sold] = (await get(id)).lines;
    const part = { orderLineId: sold?.id ?? '', quantityE3: 5_001 };
    const on = dayOf('2026-03-05');
    expect(await app.call('orders', 'takeBack', { id, on, lines: [part, part] })).toMatchObject({
      error: fieldError('lines.1.quantityE3', 'out_of_range'),
    });
    expect(await app.call('orders', 'takeBack', { id, on, lines: [{ ...part, orderLineId: newId() }] })).toMatchObject({
      error: fieldError('lines.0.orderLineId', 'unknown_choice'),
    });
  });

  it('is not before the order, of a void one, nor of what was given away', async () => {
    const free = await create({ lines: [aLine(10, { discountBp: 10_000 })] });
    expect(await takeBack(free.id, 1)).toMatchObject({ error: fieldError('lines', 'out_of_range') });
    const { id } = await create(goods);
    expect(await takeBack(id, 1, '2026-03-04')).toMatchObject({ error: { reason: 'too_early' } });
    await app.done('orders', 'void', { id, on: dayOf('2026-03-05'), reason: '录错' });
    expect(await takeBack(id, 1)).toMatchObject({ error: { reason: 'already_void' } });
  });

  it('counts from its day also when it is typed in later, beside what was paid since', async () => {
    const { id } = await create(goods);
    laterOn('2026-03-20');
    expect(await takeBack(id, 1, '2026-03-10')).toMatchObject({ ok: true });
    expect([balance('2026-03-09').openFen, balance('2026-03-10').openFen]).toEqual([90_000, 81_000]);
  });

  it('is undone as one', async () => {
    const { id } = await create(goods);
    const before = app.hash();
    const outcome = await takeBack(id, 2);
    if (!outcome.ok) throw new Error('it was refused');
    await app.done('history', 'undo', { batchId: outcome.value.batchId ?? '' });
    expect(app.hash()).toBe(before);
  });
});
