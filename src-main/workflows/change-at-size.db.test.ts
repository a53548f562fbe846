import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../db/journal.ts';
import { customers, customerTags } from '../../db/schema/customers.ts';
import { newId } from '../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../ipc/testing/open-test-app.ts';
import { customersOnMainThread } from './change-at-size.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp({ inFile: true });
});
afterEach(() => app.close());

/** In one batch: a batch each would be a sync of the disk each. */
function manyCustomers(tagId?: string): string[] {
  const ids = Array.from({ length: customersOnMainThread * 4 }, () => newId());
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) => {
    for (const id of ids) {
      db.insert(customers, { id, name: '上海华成机电有限公司' });
      if (tagId) db.insert(customerTags, { id: newId(), customerId: id, tagId });
    }
  });
  return ids;
}

const bulkTier = (ids: string[], tierId: string | null) =>
  app.call('customers', 'bulkEdit', { selection: { kind: 'ids', ids }, change: { kind: 'tier', tierId } });
const withTier = () =>
  app.book.sqlite.prepare('SELECT count(*) FROM customers WHERE tier_id IS NOT NULL').pluck().get();

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
    manyCustomers(id);
    await app.done('tags', 'rename', { id, name: '老客户' });
    expect((await app.done('tags', 'list', {})).tags).toMatchObject([{ name: '老客户' }]);
    await app.done('tags', 'moveToBin', { id });
    expect(app.book.sqlite.prepare('SELECT count(*) FROM customer_tags').pluck().get()).toBe(0);
  });
});
