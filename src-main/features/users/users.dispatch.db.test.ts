import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('users.list', () => {
  it('is one owner in a new book, and the owner sits there', async () => {
    expect(await app.done('users', 'list', {})).toEqual({
      users: [{ id: app.ownerId, name: '王老板', role: 'owner', isGone: false, hasPin: false, customerCount: 0 }],
      currentId: app.ownerId,
      isLocked: false,
    });
  });

  it('counts live customers and names those who are gone last', async () => {
    const gone = app.aUser({ name: '走了' });
    const seller = app.aUser({ name: '李销售' });
    app.aCustomer({ ownerId: gone });
    app.inBin('customers', app.aCustomer({ ownerId: seller }));
    await app.done('users', 'moveToBin', { id: gone });
    const { users } = await app.done('users', 'list', {});
    expect(users.map(({ name, isGone, customerCount }) => [name, isGone, customerCount])).toEqual([
      ['王老板', false, 0],
      ['李销售', false, 0],
      ['走了', true, 1],
    ]);
  });
});

describe('users.create', () => {
  it('adds somebody who can then sit down', async () => {
    const { id } = await app.done('users', 'create', { name: '李销售', role: 'salesperson' });
    await app.done('users', 'switchTo', { id });
    expect((await app.done('users', 'list', {})).currentId).toBe(id);
  });

  it('refuses a name that is taken, whatever its width', async () => {
    expect(await app.refused('users', 'create', { name: ' 王 老板', role: 'owner' })).toEqual({
      kind: 'conflict',
      reason: 'name_taken',
      otherId: app.ownerId,
    });
  });

  it('takes the name of somebody who is gone', async () => {
    await app.done('users', 'moveToBin', { id: app.aUser({ name: '小陈' }) });
    expect((await app.call('users', 'create', { name: '小陈', role: 'salesperson' })).ok).toBe(true);
  });

  it('wants a name and a role that exists', async () => {
    const outcome = await app.send({ procedure: 'users.create', input: { name: '', role: 'root' } });
    expect(outcome).toEqual({
      ok: false,
      error: {
        kind: 'validation',
        fields: [
          { field: 'name', problem: 'required' },
          { field: 'role', problem: 'unknown_choice' },
        ],
      },
    });
  });

  it('is the owner’s to do', async () => {
    await app.sitDown(app.aUser());
    expect(await app.refused('users', 'create', { name: 'A', role: 'owner' })).toEqual({
      kind: 'forbidden',
      right: 'users.edit',
    });
  });
});

describe('users.update', () => {
  it('changes only what is given', async () => {
    const id = app.aUser({ name: '李销售', role: 'salesperson' });
    await app.done('users', 'update', { id, fields: { role: 'bookkeeper' } });
    expect((await app.done('users', 'list', {})).users.find((user) => user.id === id)).toMatchObject({
      name: '李销售',
      role: 'bookkeeper',
    });
  });

  it('says that nothing changed when nothing did', async () => {
    const id = app.aUser({ name: '李销售' });
    expect(await app.done('users', 'update', { id, fields: { name: '李销售' } })).toEqual({ batchId: null });
  });

  it('keeps the last owner an owner', async () => {
    expect(await app.refused('users', 'update', { id: app.ownerId, fields: { role: 'salesperson' } })).toEqual({
      kind: 'conflict',
      reason: 'last_owner',
      otherId: app.ownerId,
    });
  });

  it('lets one of two owners step down', async () => {
    app.aUser({ name: '老板娘', role: 'owner' });
    expect((await app.call('users', 'update', { id: app.ownerId, fields: { role: 'salesperson' } })).ok).toBe(true);
  });

  it('does not count an owner who is gone', async () => {
    await app.done('users', 'moveToBin', { id: app.aUser({ name: '前老板', role: 'owner' }) });
    expect(await app.refused('users', 'update', { id: app.ownerId, fields: { role: 'bookkeeper' } })).toMatchObject({
      reason: 'last_owner',
    });
  });

  it('refuses the name of another, and somebody unknown', async () => {
    const id = app.aUser({ name: '李销售' });
    expect(await app.refused('users', 'update', { id, fields: { name: '王老板' } })).toMatchObject({
      reason: 'name_taken',
    });
    expect(await app.refused('users', 'update', { id: newId(), fields: {} })).toMatchObject({ kind: 'not_found' });
  });
});

describe('users.moveToBin', () => {
  it('keeps customers and history of the one who left', async () => {
    const id = app.aUser({ name: '小陈' });
    const customer = app.aCustomer({ ownerId: id });
    await app.done('users', 'moveToBin', { id });
    expect(app.book.sqlite.prepare('SELECT owner_id FROM customers WHERE id = ?').pluck().get(customer)).toBe(id);
  });

  it('refuses the last owner', async () => {
    expect(await app.refused('users', 'moveToBin', { id: app.ownerId })).toMatchObject({ reason: 'last_owner' });
  });

  it('seats another owner when one of two bins themselves', async () => {
    const other = app.aUser({ name: '老板娘', role: 'owner' });
    await app.sitDown(app.ownerId);
    await app.done('users', 'moveToBin', { id: app.ownerId });
    expect((await app.done('users', 'list', {})).currentId).toBe(other);
  });

  it('says so when they are gone already', async () => {
    const id = app.aUser();
    await app.done('users', 'moveToBin', { id });
    expect(await app.refused('users', 'moveToBin', { id })).toMatchObject({ kind: 'conflict', reason: 'in_bin' });
  });
});

describe('users.switchTo', () => {
  it('refuses somebody unknown and somebody gone, and leaves the seat as it is', async () => {
    const gone = app.aUser();
    await app.done('users', 'moveToBin', { id: gone });
    expect(await app.refused('users', 'switchTo', { id: gone })).toMatchObject({ reason: 'in_bin' });
    expect(await app.refused('users', 'switchTo', { id: newId() })).toMatchObject({ kind: 'not_found' });
    expect((await app.done('users', 'list', {})).currentId).toBe(app.ownerId);
  });

  it('writes nothing into the book', async () => {
    const id = app.aUser();
    const before = app.journalCount();
    await app.done('users', 'switchTo', { id });
    expect(app.journalCount()).toBe(before);
  });
});
