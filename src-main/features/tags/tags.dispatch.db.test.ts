import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const names = async () => (await app.done('tags', 'list', {})).tags.map(({ name }) => name);

describe('tags.create', () => {
  it('makes a tag of a new name', async () => {
    const { id, batchId } = await app.done('tags', 'create', { name: ' 重点客户 ' });
    expect(batchId).not.toBeNull();
    expect((await app.done('tags', 'list', {})).tags).toEqual([{ id, name: '重点客户', customerCount: 0 }]);
    expect(app.announced).toContainEqual(['tags', 'history']);
  });

  it.each(['VIP', 'vip', 'ＶＩＰ', 'V I P'])('gives the tag that is there for %j', async (name) => {
    const { id } = await app.done('tags', 'create', { name: 'Vip' });
    expect(await app.done('tags', 'create', { name })).toEqual({ id, batchId: null });
    expect(await names()).toEqual(['Vip']);
  });

  it('takes a tag of that name out of the bin, on nobody', async () => {
    const { id } = await app.done('tags', 'create', { name: 'VIP' });
    app.aTagOn(app.aCustomer(), id);
    await app.done('tags', 'moveToBin', { id });
    expect(await app.done('tags', 'create', { name: 'vip' })).toMatchObject({ id });
    expect((await app.done('tags', 'list', {})).tags).toEqual([{ id, name: 'vip', customerCount: 0 }]);
  });

  it('wants a name', async () => {
    expect(await app.refused('tags', 'create', { name: '  ' })).toEqual({
      kind: 'validation',
      fields: [{ field: 'name', problem: 'required' }],
    });
  });

  it('is not for a bookkeeper', async () => {
    await app.sitDown(app.aUser({ name: '周会计', role: 'bookkeeper' }));
    expect(await app.refused('tags', 'create', { name: 'A' })).toEqual({ kind: 'forbidden', right: 'customers.edit' });
  });
});

describe('tags.rename', () => {
  it('gives every customer that carries it the new name', async () => {
    const id = app.aTag({ name: '老' });
    app.aTagOn(app.aCustomer(), id);
    await app.done('tags', 'rename', { id, name: '老客户' });
    expect((await app.done('tags', 'list', {})).tags).toEqual([{ id, name: '老客户', customerCount: 1 }]);
  });

  it('may change only the case of its own name', async () => {
    const id = app.aTag({ name: 'vip' });
    await app.done('tags', 'rename', { id, name: 'VIP' });
    expect(await names()).toEqual(['VIP']);
  });

  it('refuses the name of another tag, whatever its case and width', async () => {
    const otherId = app.aTag({ name: 'VIP' });
    const id = app.aTag({ name: '老' });
    expect(await app.refused('tags', 'rename', { id, name: 'ｖip' })).toEqual({
      kind: 'conflict',
      reason: 'name_taken',
      otherId,
    });
  });

  it('says when there is no such tag, and when it is in the bin', async () => {
    const unknown = newId();
    expect(await app.refused('tags', 'rename', { id: unknown, name: 'A' })).toEqual({
      kind: 'not_found',
      entity: 'tags',
      id: unknown,
    });
    const id = app.aTag({ name: '老' });
    await app.done('tags', 'moveToBin', { id });
    expect(await app.refused('tags', 'rename', { id, name: 'A' })).toMatchObject({
      kind: 'conflict',
      reason: 'in_bin',
    });
  });
});

describe('tags.moveToBin', () => {
  it('takes the tag off every customer in one batch', async () => {
    const id = app.aTag({ name: '老' });
    const customers = [app.aCustomer(), app.aCustomer()];
    for (const customer of customers) app.aTagOn(customer, id);
    const { batchId } = await app.done('tags', 'moveToBin', { id });
    expect(await names()).toEqual([]);
    const entries = app.book.sqlite.prepare('SELECT entity, action FROM journal WHERE batch_id = ?').all(batchId);
    expect(entries).toEqual([
      { entity: 'customer_tags', action: 'delete' },
      { entity: 'customer_tags', action: 'delete' },
      { entity: 'tags', action: 'update' },
    ]);
  });

  it('is the owner’s to do', async () => {
    const id = app.aTag();
    await app.sitDown(app.aUser());
    expect(await app.refused('tags', 'moveToBin', { id })).toEqual({ kind: 'forbidden', right: 'settings.edit' });
  });
});

describe('tags.list', () => {
  it('does not count customers in the bin', async () => {
    const tag = app.aTag();
    const customer = app.aCustomer();
    app.aTagOn(customer, tag);
    await app.done('customers', 'bulkEdit', { selection: { kind: 'ids', ids: [customer] }, change: { kind: 'bin' } });
    expect((await app.done('tags', 'list', {})).tags[0]?.customerCount).toBe(0);
  });
});
