import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import type { Tier } from '../../../src-shared/tiers/tier.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const list = async () => (await app.done('tiers', 'list', {})).tiers;
const asWish = ({ id, name, color, isKey, cadenceDays, relationshipLevel, servicePromise }: Tier) => ({
  id,
  name,
  color,
  isKey,
  cadenceDays,
  relationshipLevel,
  servicePromise,
});
const wishes = async () => (await list()).filter((tier) => !tier.isArchived).map(asWish);
const fresh = {
  id: null,
  name: 'S',
  color: 'rose',
  isKey: true,
  cadenceDays: 3,
  relationshipLevel: 'partnership',
  servicePromise: null,
} as const;
const tierOf = (customer: string) =>
  app.book.sqlite.prepare('SELECT tier_id FROM customers WHERE id = ?').pluck().get(customer);

describe('tiers.list', () => {
  it('gives the tiers of a new book in order, with their live customers', async () => {
    app.aCustomer({ tierId: app.tierIds.B });
    app.inBin('customers', app.aCustomer({ tierId: app.tierIds.B }));
    expect((await list()).map(({ name, position, customerCount }) => [name, position, customerCount])).toEqual([
      ['A', 0, 0],
      ['B', 1, 1],
      ['C', 2, 0],
      ['D', 3, 0],
    ]);
  });
});

describe('tiers.save', () => {
  it('keeps what a tier’s customers are promised', async () => {
    const [first, ...rest] = await wishes();
    if (!first) throw new Error('a book has tiers');
    await app.done('tiers', 'save', { tiers: [{ ...first, servicePromise: '24 小时内送货' }, ...rest] });
    expect((await list()).map(({ servicePromise }) => servicePromise)).toEqual(['24 小时内送货', null, null, null]);
  });

  it('adds a tier on top and moves no customer', async () => {
    const customer = app.aCustomer({ tierId: app.tierIds.A });
    await app.done('tiers', 'save', { tiers: [fresh, ...(await wishes())] });
    expect((await list()).map(({ name }) => name)).toEqual(['S', 'A', 'B', 'C', 'D']);
    expect(tierOf(customer)).toBe(app.tierIds.A);
    expect(app.book.sqlite.prepare('SELECT count(*) FROM tier_history').pluck().get()).toBe(0);
  });

  it('reorders tiers and moves no customer', async () => {
    const customer = app.aCustomer({ tierId: app.tierIds.A });
    await app.done('tiers', 'save', { tiers: (await wishes()).reverse() });
    expect((await list()).map(({ name, customerCount }) => [name, customerCount])).toEqual([
      ['D', 0],
      ['C', 0],
      ['B', 0],
      ['A', 1],
    ]);
    expect(tierOf(customer)).toBe(app.tierIds.A);
  });

  it('leaves no trace when the list is as it was', async () => {
    expect(await app.done('tiers', 'save', { tiers: await wishes() })).toEqual({ batchId: null });
  });

  it('bins a tier that nobody ever had', async () => {
    await app.done('tiers', 'save', { tiers: (await wishes()).slice(0, 3) });
    expect((await list()).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });

  it('archives a tier that somebody had once, for the history', async () => {
    app.aTierAssignment({ tierId: app.tierIds.D });
    await app.done('tiers', 'save', { tiers: (await wishes()).slice(0, 3) });
    expect((await list()).find(({ name }) => name === 'D')?.isArchived).toBe(true);
  });

  it('archives a tier that only a customer in the bin has', async () => {
    app.inBin('customers', app.aCustomer({ tierId: app.tierIds.D }));
    await app.done('tiers', 'save', { tiers: (await wishes()).slice(0, 3) });
    expect((await list()).find(({ name }) => name === 'D')?.isArchived).toBe(true);
  });

  it('takes an archived tier into use again', async () => {
    app.aTierAssignment({ tierId: app.tierIds.D });
    const all = await wishes();
    await app.done('tiers', 'save', { tiers: all.slice(0, 3) });
    await app.done('tiers', 'save', { tiers: all });
    expect((await list()).map(({ name, isArchived }) => [name, isArchived])).toEqual([
      ['A', false],
      ['B', false],
      ['C', false],
      ['D', false],
    ]);
  });

  it('refuses to leave out a tier that customers have now, and says how many', async () => {
    app.aCustomer({ tierId: app.tierIds.D });
    app.aCustomer({ tierId: app.tierIds.D });
    const before = app.hash();
    expect(await app.refused('tiers', 'save', { tiers: (await wishes()).slice(0, 3) })).toEqual({
      kind: 'conflict',
      reason: 'tier_in_use',
      otherId: app.tierIds.D,
      detail: '2',
    });
    expect(app.hash()).toBe(before);
  });

  it('refuses two tiers of one name', async () => {
    expect(await app.refused('tiers', 'save', { tiers: [...(await wishes()), { ...fresh, name: 'ａ' }] })).toEqual({
      kind: 'conflict',
      reason: 'name_taken',
      detail: 'ａ',
    });
  });

  it('refuses an unknown tier, one of the bin, and the same one twice', async () => {
    const all = await wishes();
    const unknown = { ...fresh, id: newId() };
    expect(await app.refused('tiers', 'save', { tiers: [...all, unknown] })).toEqual({
      kind: 'validation',
      fields: [{ field: 'tiers.4.id', problem: 'unknown_choice' }],
    });
    expect(await app.refused('tiers', 'save', { tiers: [...all, ...all.slice(0, 1)] })).toMatchObject({
      fields: [{ field: 'tiers.4.id', problem: 'unknown_choice' }],
    });
    await app.done('tiers', 'save', { tiers: all.slice(0, 3) });
    expect(await app.refused('tiers', 'save', { tiers: all })).toMatchObject({
      fields: [{ field: 'tiers.3.id', problem: 'unknown_choice' }],
    });
  });

  it('refuses an empty list and a cadence of 0 days', async () => {
    expect(await app.refused('tiers', 'save', { tiers: [] })).toMatchObject({ kind: 'validation' });
    expect(await app.refused('tiers', 'save', { tiers: [{ ...fresh, cadenceDays: 0 }] })).toEqual({
      kind: 'validation',
      fields: [{ field: 'tiers.0.cadenceDays', problem: 'out_of_range' }],
    });
  });

  it('is the owner’s to do', async () => {
    await app.sitDown(app.aUser());
    expect(await app.refused('tiers', 'save', { tiers: [fresh] })).toEqual({ kind: 'forbidden', right: 'tiers.edit' });
  });
});
