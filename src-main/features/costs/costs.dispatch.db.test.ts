import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const on = dayOf('2026-03-05');
const meal = { kind: 'service', on, amountFen: 20_000, what: '招待' } as const;
const read = (customerId: string) => app.done('costs', 'ofCustomer', { customerId });

describe('costs.add', () => {
  it('keeps what serving a customer cost and what was given beside the price, and adds both up over 12 months', async () => {
    const customerId = app.aCustomer();
    await app.done('costs', 'add', { customerId, ...meal });
    await app.done('costs', 'add', { customerId, ...meal, kind: 'concession', amountFen: 5_000, what: '送货上门' });
    await app.done('costs', 'add', { customerId, ...meal, on: dayOf('2025-03-05') });
    const { costs, serviceFen, concessionFen } = await read(customerId);
    expect(costs.map(({ what }) => what).sort()).toEqual(['招待', '招待', '送货上门']);
    // The one of a year ago to the day has just left the 12 months.
    expect([serviceFen, concessionFen]).toEqual([20_000, 5_000]);
  });

  it('stands beside the talk it belongs to, and no other customer’s', async () => {
    const customerId = app.aCustomer();
    const followUpId = app.aFollowUp({ customerId });
    await app.done('costs', 'add', { customerId, ...meal, followUpId });
    expect((await read(customerId)).costs[0]?.followUpId).toBe(followUpId);
    const other = app.aFollowUp();
    expect(await app.refused('costs', 'add', { customerId, ...meal, followUpId: other })).toEqual({
      kind: 'validation',
      fields: [{ field: 'followUpId', problem: 'unknown_choice' }],
    });
  });

  it('is taken back by undo', async () => {
    const customerId = app.aCustomer();
    const before = app.hash();
    const { batchId } = await app.done('costs', 'add', { customerId, ...meal });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });

  it('is not for a salesperson on the customer of another, nor on one in the bin', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const binned = app.inBin('customers', app.aCustomer());
    expect(await app.refused('costs', 'add', { customerId: binned, ...meal })).toMatchObject({ reason: 'in_bin' });
    await app.sitDown(app.aUser());
    expect(await app.refused('costs', 'add', { customerId, ...meal })).toMatchObject({ kind: 'forbidden' });
  });
});

describe('costs.update', () => {
  it('corrects the fields given, and removing takes it out of the sums', async () => {
    const customerId = app.aCustomer();
    const { id } = await app.done('costs', 'add', { customerId, ...meal });
    await app.done('costs', 'update', { id, fields: { amountFen: 30_000 } });
    expect(await read(customerId)).toMatchObject({ serviceFen: 30_000, costs: [{ what: '招待', on }] });
    await app.done('costs', 'remove', { id });
    expect(await read(customerId)).toMatchObject({ serviceFen: 0, costs: [] });
    expect(await app.refused('costs', 'update', { id, fields: {} })).toMatchObject({ reason: 'in_bin' });
    expect(await app.refused('costs', 'remove', { id: newId() })).toMatchObject({ kind: 'not_found' });
  });
});
