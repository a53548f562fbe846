import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const read = (customerId: string) => app.done('loyalty', 'get', { customerId });

describe('loyalty.get', () => {
  it('knows nothing of a new customer, and says so', async () => {
    const found = await read(app.aCustomer());
    expect(found.loyalty.total).toBeNull();
    expect(found.assessment.yearlyNeedFen).toBeNull();
  });

  it('shows the parts of a customer that visits, brings others and was rated', async () => {
    const customerId = app.aCustomer();
    app.aCustomer({ name: '介绍来的', referredById: customerId });
    for (const happenedAt of [at('2026-03-01T02:00:00.000Z'), at('2026-03-02T02:00:00.000Z')])
      app.aFollowUp({ customerId, channel: 'inbound_visit', happenedAt });
    await app.done('loyalty', 'assess', { customerId, fields: { recommends: 5 } });
    const { loyalty, referrals } = await read(customerId);
    expect(loyalty.parts).toMatchObject({ attention: 70, referrals: 60, recommends: 100, repeat: null });
    expect(loyalty.total).toBeCloseTo((70 + 60 + 100) / 3, 10);
    expect(referrals.map(({ name }) => name)).toEqual(['介绍来的']);
  });

  it('counts two visits of one day once, and none on a day with an order', async () => {
    const customerId = app.aCustomer();
    for (const happenedAt of [
      at('2026-03-01T02:00:00.000Z'),
      at('2026-03-01T06:00:00.000Z'),
      at('2026-03-02T02:00:00.000Z'),
    ])
      app.aFollowUp({ customerId, channel: 'inbound_visit', happenedAt });
    await app.done('orders', 'create', {
      customerId,
      issuedOn: dayOf('2026-03-02'),
      credit: { kind: 'days', days: 0 },
      plan: { kind: 'once' },
      lines: [{ title: '螺栓', unitPriceE4: 10_000, quantityE3: 1_000 }],
    });
    expect((await read(customerId)).input.attentions).toBe(1);
  });

  it('gives the share of the yearly need to who may read his money, and to no other', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    await app.done('loyalty', 'assess', { customerId, fields: { yearlyNeedFen: 10_000 } });
    await app.done('orders', 'create', {
      customerId,
      issuedOn: dayOf('2026-03-05'),
      credit: { kind: 'days', days: 0 },
      plan: { kind: 'once' },
      lines: [{ title: '螺栓', unitPriceE4: 250_000, quantityE3: 1_000 }],
    });
    expect((await read(customerId)).walletPercent).toBe(25);
    await app.sitDown(app.aUser());
    expect(await read(customerId)).toMatchObject({
      walletPercent: null,
      input: { salesFen: null },
      loyalty: { parts: { wallet: null } },
    });
  });

  it('takes the relationship level of the tier unless the customer has its own', async () => {
    const customerId = app.aCustomer({ tierId: app.tierIds.C });
    expect(await read(customerId)).toMatchObject({ relationshipLevel: 'accountable', ownRelationshipLevel: null });
    const own = app.aCustomer({ tierId: app.tierIds.C, relationshipLevel: 'partnership' });
    expect(await read(own)).toMatchObject({ relationshipLevel: 'partnership', ownRelationshipLevel: 'partnership' });
  });
});

describe('loyalty.assess', () => {
  it('writes what was given, leaves the rest, and undo takes it back', async () => {
    const customerId = app.aCustomer();
    await app.done('loyalty', 'assess', { customerId, fields: { troubleLevel: 4, dealMotive: '冲业绩' } });
    const before = app.hash();
    const { batchId } = await app.done('loyalty', 'assess', { customerId, fields: { troubleLevel: 2 } });
    expect((await read(customerId)).assessment).toMatchObject({ troubleLevel: 2, dealMotive: '冲业绩' });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });

  it('refuses a rating of 6', async () => {
    expect(
      await app.refused('loyalty', 'assess', { customerId: app.aCustomer(), fields: { recommends: 6 } }),
    ).toMatchObject({ kind: 'validation' });
  });
});

describe('loyalty.addRival', () => {
  it('logs who else supplies him, the latest first; corrected and removed', async () => {
    const customerId = app.aCustomer();
    const noted = (rival: string, on: string) =>
      app.done('loyalty', 'addRival', { customerId, rival, notedOn: dayOf(on) });
    const { id } = await noted('宏达', '2026-01-01');
    await noted('金盾', '2026-02-01');
    await app.done('loyalty', 'updateRival', { id, fields: { sharePercent: 30 } });
    expect((await read(customerId)).rivals.map(({ rival, sharePercent }) => [rival, sharePercent])).toEqual([
      ['金盾', null],
      ['宏达', 30],
    ]);
    await app.done('loyalty', 'removeRival', { id });
    expect((await read(customerId)).rivals).toHaveLength(1);
    expect(await app.refused('loyalty', 'removeRival', { id })).toMatchObject({ reason: 'in_bin' });
    expect(await app.refused('loyalty', 'removeRival', { id: newId() })).toMatchObject({ kind: 'not_found' });
  });
});
