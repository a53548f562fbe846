import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { sampleOrder } from '../../ipc/testing/sample-order.ts';

let app: TestApp;
let customerId: Id;
beforeEach(() => {
  app = openTestApp({ now: at('2026-05-21T02:00:00.000Z') });
  customerId = app.aCustomer();
});
afterEach(() => app.close());

const today = day('2026-05-21');
const nothing = '0190d3c0-0000-7000-8000-aaaaaaaaaaaa';

async function owes(yuan: number): Promise<Id> {
  const debt = { customerId, issuedOn: day('2026-03-01'), dueOn: day('2026-03-31'), amountFen: yuan * 100 };
  return (await app.done('receivables', 'enter', { ...debt, reference: 'QC-1', note: '期初' })).id;
}

async function pays(receivedOn: string, yuan: number): Promise<Id> {
  const payment = { receivedOn: day(receivedOn), amountFen: yuan * 100, method: 'cash' } as const;
  return (await app.done('payments', 'record', { customerId, payment })).id;
}

async function shown(id: Id, asOf = today) {
  const { receivables } = await app.done('receivables', 'ofCustomer', { customerId, asOf });
  return receivables.find((each) => each.id === id);
}

async function ordered(): Promise<Id> {
  sampleOrder(app, customerId, app.ownerId);
  const { receivables } = await app.done('receivables', 'ofCustomer', { customerId });
  return receivables[0]?.id ?? '';
}

describe('receivables.enter', () => {
  it('is owed from its day, with its number, and undo takes it back', async () => {
    const before = app.hash();
    const { id, batchId } = await app.done('receivables', 'enter', {
      customerId,
      issuedOn: day('2026-05-01'),
      dueOn: day('2026-02-28'),
      amountFen: 12_345,
      reference: ' QC-1 ',
    });
    expect(await shown(id)).toMatchObject({ reference: 'QC-1', openFen: 12_345, isOverdue: true, orderId: null });
    expect(await shown(id, day('2026-04-30'))).toBeUndefined();
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });

  it('refuses a customer there is not, or in the bin', async () => {
    const debt = { issuedOn: today, dueOn: today, amountFen: 1 };
    expect(await app.refused('receivables', 'enter', { customerId: nothing, ...debt })).toMatchObject({
      kind: 'not_found',
    });
    const binned = app.inBin('customers', app.aCustomer());
    expect(await app.refused('receivables', 'enter', { customerId: binned, ...debt })).toMatchObject({
      reason: 'in_bin',
    });
  });
});

describe('receivables.update', () => {
  it('keeps the old due day for what came before', async () => {
    const id = await owes(100);
    await app.done('receivables', 'update', {
      id,
      fields: { dueOn: day('2026-06-30'), dueFrom: day('2026-05-01'), dueReason: '对方申请延期' },
    });
    expect(await shown(id)).toMatchObject({ dueOn: '2026-06-30', isOverdue: false });
    expect(await shown(id, day('2026-04-30'))).toMatchObject({ dueOn: '2026-03-31', daysPastDue: 30 });
  });

  it('is in force from today when no day is given, and undo brings the old one back', async () => {
    const id = await owes(100);
    const before = app.hash();
    const { batchId } = await app.done('receivables', 'update', { id, fields: { dueOn: day('2026-06-30') } });
    expect(await shown(id, day('2026-05-20'))).toMatchObject({ dueOn: '2026-03-31' });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });

  it('corrects a due day that never was one, and forgets those of its history', async () => {
    const id = await owes(100);
    await app.done('receivables', 'update', { id, fields: { dueOn: day('2026-06-30') } });
    await app.done('receivables', 'update', {
      id,
      fields: { dueOn: day('2026-04-15'), dueFrom: day('2026-03-01') },
    });
    expect(await shown(id, day('2026-03-01'))).toMatchObject({ dueOn: '2026-04-15' });
    expect(await shown(id)).toMatchObject({ dueOn: '2026-04-15' });
  });

  it('marks it disputed and takes that back', async () => {
    const id = await owes(100);
    await app.done('receivables', 'update', { id, fields: { disputeReason: '数量不符', note: '等对账' } });
    expect(await shown(id)).toMatchObject({ disputeReason: '数量不符', note: '等对账', reference: 'QC-1' });
    await app.done('receivables', 'update', { id, fields: { disputeReason: '' } });
    expect(await shown(id)).toMatchObject({ disputeReason: null });
  });

  it('falls below what was paid only when it is said what is released', async () => {
    const id = await owes(100);
    const first = await pays('2026-04-01', 60);
    const second = await pays('2026-04-20', 40);
    const smaller = { id, fields: { amountFen: 7_000 } };
    const { releases } = await app.done('receivables', 'releases', { id, amountFen: 7_000 });
    expect(releases).toMatchObject([{ sourceId: second, releasedFen: 3_000 }]);
    expect(await app.refused('receivables', 'update', smaller)).toMatchObject({ reason: 'releases_needed' });
    const before = app.hash();
    const { batchId } = await app.done('receivables', 'update', {
      ...smaller,
      releases: releases.map(({ allocationId, releasedFen }) => ({ allocationId, releasedFen })),
    });
    expect(await shown(id)).toMatchObject({ amountFen: 7_000, openFen: 0 });
    expect((await app.done('payments', 'get', { id: second })).leftFen).toBe(3_000);
    expect((await app.done('payments', 'get', { id: first })).leftFen).toBe(0);
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });

  it('refuses a release of another debt, twice the same, or of more than it is', async () => {
    const id = await owes(100);
    const paid = await pays('2026-04-01', 100);
    const allocationId = (await app.done('payments', 'get', { id: paid })).allocations[0]?.id ?? '';
    const wish = (...releases: readonly { allocationId: Id; releasedFen: number }[]) =>
      app.refused('receivables', 'update', { id, fields: { amountFen: 5_000 }, releases: [...releases] });
    expect(await wish({ allocationId: nothing, releasedFen: 5_000 })).toMatchObject({ kind: 'validation' });
    expect(await wish({ allocationId, releasedFen: 10_001 })).toMatchObject({ kind: 'validation' });
    const half = { allocationId, releasedFen: 2_500 };
    expect(await wish(half, half)).toMatchObject({ kind: 'validation' });
    expect(await wish(half)).toMatchObject({ reason: 'releases_needed' });
  });

  it('cuts what was moved away since to fit the smaller amount', async () => {
    const id = await owes(100);
    const paid = await pays('2026-04-01', 100);
    const allocationId = (await app.done('payments', 'get', { id: paid })).allocations[0]?.id ?? '';
    await app.done('payments', 'move', { allocationId, to: null, on: day('2026-05-01') });
    await app.done('receivables', 'update', { id, fields: { amountFen: 6_000 } });
    expect(await shown(id, day('2026-04-15'))).toMatchObject({ openFen: 0 });
    expect(await shown(id)).toMatchObject({ openFen: 6_000 });
  });

  it('leaves the amount of an order to the order, and a write-off to be voided first', async () => {
    const instalment = await ordered();
    const wish = { id: instalment, fields: { amountFen: 1 } };
    expect(await app.refused('receivables', 'update', wish)).toMatchObject({
      fields: [{ field: 'fields.amountFen', problem: 'invalid' }],
    });
    const id = await owes(100);
    await app.done('receivables', 'writeOff', { id, on: today, amountFen: 8_000, reason: '倒闭' });
    const smaller = { id, fields: { amountFen: 5_000 } };
    expect(await app.refused('receivables', 'update', smaller)).toMatchObject({ reason: 'exceeds_open' });
  });
});

describe('receivables.void', () => {
  it('releases all that settled it', async () => {
    const id = await owes(100);
    const paid = await pays('2026-04-01', 60);
    const before = app.hash();
    const { batchId } = await app.done('receivables', 'void', { id, on: today, reason: '重复录入' });
    expect(await shown(id)).toMatchObject({ settlement: 'void', openFen: 0, voidReason: '重复录入' });
    expect((await app.done('payments', 'get', { id: paid })).leftFen).toBe(6_000);
    expect(await app.refused('receivables', 'void', { id, on: today, reason: '再来' })).toMatchObject({
      reason: 'already_void',
    });
    expect(await app.refused('receivables', 'update', { id, fields: { note: '?' } })).toMatchObject({
      reason: 'already_void',
    });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(app.hash()).toBe(before);
  });

  it('is not for an instalment, nor on a day to come', async () => {
    const id = await owes(100);
    const wish = { id, on: day('2026-05-22'), reason: '录错' };
    expect(await app.refused('receivables', 'void', wish)).toMatchObject({ kind: 'validation' });
    const instalment = await app.refused('receivables', 'void', { ...wish, on: today, id: await ordered() });
    expect(instalment).toMatchObject({ kind: 'conflict', reason: 'breaks_ledger' });
    expect(await app.refused('receivables', 'void', { ...wish, id: nothing })).toMatchObject({ kind: 'not_found' });
  });
});

describe('receivables.writeOff', () => {
  it('leaves balance and aging on its day, whole or in part', async () => {
    const id = await owes(100);
    const { sourceId } = await app.done('receivables', 'writeOff', {
      id,
      on: day('2026-05-20'),
      amountFen: 4_000,
      reason: '零头抹去',
    });
    expect(await shown(id, day('2026-05-19'))).toMatchObject({ openFen: 10_000 });
    expect(await shown(id)).toMatchObject({ openFen: 6_000, settlement: 'partial' });
    await app.done('receivables', 'writeOff', { id, on: today, amountFen: 6_000, reason: '倒闭' });
    expect(await shown(id)).toMatchObject({ openFen: 0, settlement: 'written_off' });
    await app.done('payments', 'void', { id: sourceId, on: today, kind: 'mistake', reason: '客户付了' });
    expect(await shown(id)).toMatchObject({ openFen: 4_000 });
  });

  it('refuses more than is open, before the debt was there, and on a day to come', async () => {
    const id = await owes(100);
    const wish = { id, on: today, amountFen: 10_001, reason: '倒闭' };
    expect(await app.refused('receivables', 'writeOff', wish)).toMatchObject({ reason: 'exceeds_open', otherId: id });
    const early = { ...wish, amountFen: 1, on: day('2026-02-28') };
    expect(await app.refused('receivables', 'writeOff', early)).toMatchObject({ reason: 'too_early' });
    const later = { ...wish, amountFen: 1, on: day('2026-05-22') };
    expect(await app.refused('receivables', 'writeOff', later)).toMatchObject({ kind: 'validation' });
  });

  it('is undone, but not once it was voided by hand', async () => {
    const id = await owes(100);
    const before = app.hash();
    const wish = { id, on: today, amountFen: 4_000, reason: '倒闭' };
    const { batchId, sourceId } = await app.done('receivables', 'writeOff', wish);
    await app.done('payments', 'void', { id: sourceId, on: today, kind: 'mistake', reason: '客户付了' });
    await app.call('history', 'undo', { batchId: batchId ?? '' });
    expect(await shown(id)).toMatchObject({ openFen: 10_000 });
    expect(await app.done('payments', 'get', { id: sourceId })).toMatchObject({ voidReason: '客户付了' });
    expect(app.hash()).not.toBe(before);
  });
});
