import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

/** Today is Thursday 2026-03-05. */
const today = dayOf('2026-03-05');

async function anOrder(customerId: Id, issuedOn = '2026-03-01'): Promise<Id> {
  const { id } = await app.done('orders', 'create', {
    customerId,
    issuedOn: dayOf(issuedOn),
    credit: { kind: 'days', days: 30 },
    plan: { kind: 'once' },
    lines: [{ title: '合页', unitPriceE4: 10_000, quantityE3: 1_000 }],
    approval: { userId: app.ownerId, reason: '老客户' },
  });
  return id;
}

const deliver = (id: Id, on: string | null) =>
  app.done('orders', 'setDelivered', { id, on: on === null ? null : dayOf(on), callPurpose: '货到回访' });
const plansOf = async (customerId: Id) =>
  (await app.done('visits', 'between', { from: today, to: dayOf('2026-03-31') })).entries
    .filter((entry) => entry.customerId === customerId)
    .map(({ plan }) => plan);

describe('orders.setDelivered', () => {
  it('plans a call within 7 days for a customer that is 负责型 or above, and undo takes both back', async () => {
    const customerId = app.aCustomer({ tierId: app.tierIds.C, ownerId: app.ownerId });
    const id = await anOrder(customerId);
    const before = app.hash();
    const { callPlannedOn, batchId } = await deliver(id, '2026-03-05');
    expect(callPlannedOn).toBe('2026-03-10');
    expect(await plansOf(customerId)).toMatchObject([
      { plannedOn: '2026-03-10', purpose: '货到回访', personId: app.ownerId, status: 'planned' },
    ]);
    expect((await app.done('orders', 'get', { id })).deliveredOn).toBe('2026-03-05');
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
    expect((await app.done('orders', 'get', { id })).deliveredOn).toBeNull();
  });

  it.each([
    ['D is only 被动型', 'D', null, null],
    ['the customer’s own level is lower than its tier’s', 'A', 'basic', null],
    ['the customer’s own level is higher', 'D', 'partnership', '2026-03-10'],
    ['without a tier', null, null, null],
  ] as const)('goes by the customer’s own level, else the tier’s: %s', async (_, tier, level, expected) => {
    const tierId = tier === null ? null : app.tierIds[tier];
    const customerId = app.aCustomer({ tierId, relationshipLevel: level });
    expect((await deliver(await anOrder(customerId), '2026-03-05')).callPlannedOn).toBe(expected);
  });

  it.each([
    ['2026-03-12', null],
    ['2026-03-13', '2026-03-10'],
  ])('leaves it when a plan is open in these days: on %s', async (plannedOn, expected) => {
    const customerId = app.aCustomer({ tierId: app.tierIds.A });
    app.aVisitPlan({ customerId, plannedOn: dayOf(plannedOn) });
    expect((await deliver(await anOrder(customerId), '2026-03-05')).callPlannedOn).toBe(expected);
  });

  it('plans once: saying the same day again, or that it has not come, plans nothing', async () => {
    const customerId = app.aCustomer({ tierId: app.tierIds.A });
    const id = await anOrder(customerId);
    await deliver(id, '2026-03-05');
    expect((await deliver(id, '2026-03-05')).batchId).toBeNull();
    await deliver(id, null);
    expect(await plansOf(customerId)).toHaveLength(1);
  });

  it('refuses a day before the order, after today, and a void order', async () => {
    const id = await anOrder(app.aCustomer());
    const wish = { id, callPurpose: '回访' };
    expect(await app.refused('orders', 'setDelivered', { ...wish, on: dayOf('2026-02-28') })).toMatchObject({
      reason: 'too_early',
      detail: '2026-03-01',
    });
    expect(await app.refused('orders', 'setDelivered', { ...wish, on: dayOf('2026-03-06') })).toMatchObject({
      kind: 'validation',
    });
    await app.done('orders', 'void', { id, on: today, reason: '取消' });
    expect(await app.refused('orders', 'setDelivered', { ...wish, on: today })).toMatchObject({
      reason: 'already_void',
    });
  });
});
