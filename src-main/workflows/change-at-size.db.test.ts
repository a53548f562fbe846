import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeBatch } from '../../db/journal.ts';
import { customers, customerTags } from '../../db/schema/customers.ts';
import { followUps } from '../../db/schema/follow-ups.ts';
import { at } from '../../db/testing/open-test-book.ts';
import { newId } from '../../src-shared/core/id.ts';
import { day } from '../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../ipc/testing/open-test-app.ts';
import { customersOnMainThread } from './change-at-size.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp({ inFile: true });
});
afterEach(() => app.close());

/** Late in the evening in the book's zone, so that it is another day in another one. */
const talk = { happenedAt: at('2026-03-05T17:00:00.000Z'), channel: 'phone', text: '问价' } as const;

/** One of each two was talked to once. In one batch: a batch each would be a sync of the disk each. */
function manyCustomers({ tagId, ...of }: { tagId?: string; tierId?: string; ownerId?: string } = {}): string[] {
  const ids = Array.from({ length: customersOnMainThread * 4 }, () => newId());
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    for (const [index, id] of ids.entries()) {
      db.insert(customers, { id, name: '上海华成机电有限公司', ...of });
      if (index % 2 === 0) db.insert(followUps, { id: newId(), customerId: id, authorId: app.ownerId, ...talk });
      if (tagId) db.insert(customerTags, { id: newId(), customerId: id, tagId });
    }
  });
  return ids;
}

const bulkTier = (ids: string[], tierId: string | null) =>
  app.call('customers', 'bulkEdit', { selection: { kind: 'ids', ids }, change: { kind: 'tier', tierId } });
const withTier = () =>
  app.book.sqlite.prepare('SELECT count(*) FROM customers WHERE tier_id IS NOT NULL').pluck().get();

const dueDays = () => app.book.sqlite.prepare('SELECT due_on FROM customer_list ORDER BY customer_id').pluck().all();
const rowsOfTiers = async () => (await app.done('tiers', 'list', {})).tiers;

describe('a change of one row that every customer hangs on', () => {
  const changes = {
    'a tier’s cadence': async () => {
      const [first, ...rest] = (await rowsOfTiers()).map(({ position, isArchived, customerCount, ...tier }) => tier);
      if (!first) throw new Error('a new book has tiers');
      return app.done('tiers', 'save', { tiers: [{ ...first, cadenceDays: 3 }, ...rest] });
    },
    'the book’s zone': () => app.done('settings', 'save', { timeZone: 'America/New_York' }),
    'the holidays of a year': () =>
      app.done('workdays', 'saveYear', {
        year: 2026,
        days: ['2026-03-06', '2026-03-09', '2026-03-10'].map((on) => ({ on: day(on), name: '厂休', isOffDay: true })),
      }),
  };

  it.each(Object.entries(changes))('%s is written by a job’s thread, and taken back by one', async (_what, make) => {
    manyCustomers({ tierId: app.tierIds.A });
    const run = vi.spyOn(app.services.jobs, 'run');
    const before = dueDays();
    const { batchId } = await make();
    expect(run.mock.calls.map(([kind]) => kind)).toEqual(['largeChange']);
    if (batchId === null) throw new Error('nothing was written');
    const after = dueDays();
    await app.done('history', 'undo', { batchId });
    expect(run.mock.calls.map(([kind]) => kind)).toEqual(['largeChange', 'undoBatch']);
    expect(after).not.toEqual(before);
    expect(dueDays()).toEqual(before);
  });

  it.each([
    [
      'a tier’s name',
      async () => {
        const tiers = (await rowsOfTiers()).map(({ position, isArchived, customerCount, ...tier }) => tier);
        return app.done('tiers', 'save', {
          tiers: tiers.map((tier, at) => (at === 0 ? { ...tier, name: '重点' } : tier)),
        });
      },
    ],
    ['an owner’s role', (id: string) => app.done('users', 'update', { id, fields: { role: 'bookkeeper' } })],
    ['an owner who leaves', (id: string) => app.done('users', 'moveToBin', { id })],
  ] as const)('%s is written by a job’s thread too: everybody is looked at', async (_what, make) => {
    const li = app.aUser({ name: '李娜' });
    manyCustomers({ tierId: app.tierIds.A, ownerId: li });
    const run = vi.spyOn(app.services.jobs, 'run');
    await make(li);
    expect(run.mock.calls.map(([kind]) => kind)).toEqual(['largeChange']);
  });

  it('is written at once where it moves nobody', async () => {
    manyCustomers();
    const run = vi.spyOn(app.services.jobs, 'run');
    await app.done('settings', 'save', { companyName: '华兴五金', timeZone: 'Asia/Shanghai' });
    await app.done('tiers', 'save', {
      tiers: (await rowsOfTiers()).map(({ position, isArchived, customerCount, ...tier }) => ({
        ...tier,
        cadenceDays: 3,
      })),
    });
    expect(run).not.toHaveBeenCalled();
  });
});

describe('a change of many customers', () => {
  it('is written by a job’s thread as one batch of this user, and seen here at once', async () => {
    const ids = manyCustomers();
    const outcome = await bulkTier(ids, app.tierIds.A);
    expect(outcome).toMatchObject({ ok: true, value: { changed: ids.length, leftAlone: 0 } });
    expect(withTier()).toBe(ids.length);
    const batches = app.book.sqlite.prepare("SELECT user_id FROM journal_batches WHERE source = 'bulk'").pluck().all();
    expect(batches).toEqual([app.ownerId]);
    expect((await app.done('tiers', 'list', {})).tiers[0]?.customerCount).toBe(ids.length);
  });

  it('lets other writes wait their turn without holding up the window', async () => {
    const ids = manyCustomers();
    const bulk = bulkTier(ids, app.tierIds.A);
    const tag = app.call('tags', 'create', { name: '等一下' });
    const turns: string[] = [];
    const beat = setInterval(() => turns.push('beat'), 5);
    await Promise.all([bulk.then(() => turns.push('bulk')), tag.then(() => turns.push('tag'))]);
    clearInterval(beat);
    expect(turns.filter((turn) => turn !== 'beat')).toEqual(['bulk', 'tag']);
    expect(turns.indexOf('beat')).toBeLessThan(turns.indexOf('bulk'));
  });

  it('leaves everything as it was when a rule refuses it there', async () => {
    const ids = [...manyCustomers(), newId()];
    const before = app.hash();
    expect(await bulkTier(ids, app.tierIds.A)).toMatchObject({ error: { kind: 'not_found', entity: 'customers' } });
    expect(app.hash()).toBe(before);
  });

  it('leaves everything as it was when it is cancelled', async () => {
    const ids = manyCustomers();
    const before = app.hash();
    const input = { selection: { kind: 'ids', ids }, change: { kind: 'tier', tierId: app.tierIds.A } };
    const running = app.send({ procedure: 'customers.bulkEdit', input, jobId: 'bulk' });
    await app.done('jobs', 'cancel', { jobId: 'bulk' });
    expect(await running).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(app.hash()).toBe(before);
  });

  it('is a tag that many carry, renamed and then binned', async () => {
    const id = app.aTag({ name: '老' });
    manyCustomers({ tagId: id });
    await app.done('tags', 'rename', { id, name: '老客户' });
    expect((await app.done('tags', 'list', {})).tags).toMatchObject([{ name: '老客户' }]);
    await app.done('tags', 'moveToBin', { id });
    expect(app.book.sqlite.prepare('SELECT count(*) FROM customer_tags').pluck().get()).toBe(0);
  });
});
