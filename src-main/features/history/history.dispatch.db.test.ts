import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const setPhone = async (id: string, phone: string): Promise<string> => {
  const { batchId } = await app.done('customers', 'update', { id, fields: { phone }, seenAt: app.now });
  if (batchId === null) throw new Error('nothing was written');
  return batchId;
};
const phoneOf = (id: string) => app.book.sqlite.prepare('SELECT phone FROM customers WHERE id = ?').pluck().get(id);
const undo = (batchId: string) => app.done('history', 'undo', { batchId });
const last = () => app.done('history', 'lastUndoable', {});

describe('history.undo', () => {
  it('takes a change back as a change of its own, which can be taken back again', async () => {
    const id = app.aCustomer({ phone: '1' });
    const changed = await setPhone(id, '2');
    const undone = await undo(changed);
    expect([phoneOf(id), undone.rowsUndone, undone.conflictCount]).toEqual(['1', 1, 0]);
    if (undone.batchId === null) throw new Error('nothing was undone');
    await undo(undone.batchId);
    expect(phoneOf(id)).toBe('2');
    expect(app.announced.at(-1)).toEqual(expect.arrayContaining(['customers', 'tiers', 'settings', 'history', 'book']));
  });

  it('leaves a field alone that was changed since, says who and to what, and undoes it all the same when told to', async () => {
    const { A, B, C } = app.tierIds;
    const id = app.aCustomer({ tierId: A, name: '华成机电' });
    const setTier = (tierId: string) => app.done('customers', 'update', { id, fields: { tierId }, seenAt: app.now });
    const { batchId } = await setTier(B);
    await setTier(C);
    if (batchId === null) throw new Error('nothing was written');
    const preview = await app.done('history', 'preview', { batchId });
    const conflict = preview.conflicts.find(({ entity }) => entity === 'customers');
    expect(conflict).toMatchObject({
      entityId: id,
      title: '华成机电',
      reason: 'field_changed_later',
      field: 'tierId',
      now: { value: C, label: 'C' },
      wouldBe: { value: A, label: 'A' },
      changedBy: app.ownerId,
    });
    await undo(batchId);
    expect(app.book.sqlite.prepare('SELECT tier_id FROM customers WHERE id = ?').pluck().get(id)).toBe(C);
  });

  it('undoes a row in conflict when the user decides so', async () => {
    const id = app.aCustomer({ phone: '1' });
    const first = await setPhone(id, '2');
    await setPhone(id, '3');
    const report = await app.done('history', 'undo', {
      batchId: first,
      decisions: [{ entity: 'customers', entityId: id, choice: 'undo_anyway' }],
    });
    expect([report.conflictCount, phoneOf(id)]).toEqual([0, '1']);
  });

  it('refuses what was undone already, an unknown batch, and the making of the book', async () => {
    const id = app.aCustomer();
    const batchId = await setPhone(id, '2');
    await undo(batchId);
    expect(await app.refused('history', 'undo', { batchId })).toEqual({ kind: 'conflict', reason: 'already_undone' });
    expect(await app.refused('history', 'undo', { batchId: newId() })).toEqual({
      kind: 'conflict',
      reason: 'nothing_to_undo',
    });
    const first = String(app.book.sqlite.prepare('SELECT id FROM journal_batches WHERE seq = 1').pluck().get());
    expect(await app.refused('history', 'undo', { batchId: first })).toEqual({
      kind: 'conflict',
      reason: 'batch_cannot_be_undone',
    });
  });

  it('goes through a job when the batch is large, with the same outcome', async () => {
    const ids = Array.from({ length: 120 }, () => app.aCustomer());
    const before = app.hash();
    const { batchId } = await app.done('customers', 'bulkEdit', {
      selection: { kind: 'ids', ids },
      change: { kind: 'tier', tierId: app.tierIds.A },
    });
    if (batchId === null) throw new Error('nothing was written');
    const kinds: string[] = [];
    const { jobs } = app.services;
    Object.assign(app.services, {
      jobs: {
        run: (...order: Parameters<typeof jobs.run>) => {
          kinds.push(order[0]);
          return jobs.run(...order);
        },
      },
    });
    expect((await app.done('history', 'preview', { batchId })).rowsUndone).toBe(240);
    expect((await undo(batchId)).rowsUndone).toBe(240);
    expect(app.hash()).toBe(before);
    expect(kinds).toEqual(['previewUndo', 'undoBatch']);
  });

  it('lets a salesperson take back their own deeds only', async () => {
    const seller = app.aUser();
    const id = app.aCustomer({ ownerId: seller });
    const theirs = await setPhone(id, '2');
    await app.sitDown(seller);
    const own = await setPhone(id, '3');
    for (const procedure of ['preview', 'undo'] as const) {
      expect(await app.refused('history', procedure, { batchId: theirs })).toEqual({
        kind: 'forbidden',
        right: 'history.undo',
      });
    }
    await undo(own);
    expect(phoneOf(id)).toBe('2');
  });
});

describe('history.preview', () => {
  it('writes nothing', async () => {
    const batchId = await setPhone(app.aCustomer(), '2');
    const before = app.journalCount();
    expect(await app.done('history', 'preview', { batchId })).toMatchObject({ batchId: null, rowsUndone: 1 });
    expect(app.journalCount()).toBe(before);
  });
});

describe('history.lastUndoable', () => {
  it('is the last deed of this user, then the one before, and the way back', async () => {
    const id = app.aCustomer();
    const [first, second] = [await setPhone(id, '1'), await setPhone(id, '2')];
    expect(await last()).toMatchObject({ undo: { batchId: second }, redo: null });
    const undone = await undo(second);
    expect(await last()).toMatchObject({ undo: { batchId: first }, redo: { batchId: undone.batchId } });
    await setPhone(id, '3');
    expect((await last()).redo).toBeNull();
  });

  it('is nobody else’s deed', async () => {
    await setPhone(app.aCustomer(), '1');
    await app.sitDown(app.aUser());
    expect(await last()).toEqual({ undo: null, redo: null });
  });
});

describe('history.ofCustomer', () => {
  it('tells what changed, from what to what, with names for ids', async () => {
    const id = app.aCustomer({ name: '华成机电' });
    await app.done('customers', 'update', { id, fields: { tierId: app.tierIds.B }, seenAt: app.now });
    const { entries, next } = await app.done('history', 'ofCustomer', { customerId: id });
    expect(next).toBeNull();
    expect(entries.find(({ action, entity }) => action === 'update' && entity === 'customers')).toMatchObject({
      userId: app.ownerId,
      changes: [{ field: 'tierId', before: { value: null, label: null }, after: { value: app.tierIds.B, label: 'B' } }],
    });
  });

  it('says when there is no such customer', async () => {
    expect(await app.refused('history', 'ofCustomer', { customerId: newId() })).toMatchObject({
      kind: 'not_found',
      entity: 'customers',
    });
  });
});

describe('history.recent', () => {
  it('pages through what was done, the newest first', async () => {
    const id = app.aCustomer({ name: '华成机电' });
    const batchId = await setPhone(id, '1');
    const page = await app.done('history', 'recent', { limit: 1 });
    expect(page.batches).toMatchObject([{ batchId, source: 'edit', customerNames: ['华成机电'], customerCount: 1 }]);
    expect((await app.done('history', 'recent', { before: page.next, limit: 1 })).batches[0]?.batchId).not.toBe(
      batchId,
    );
  });
});
