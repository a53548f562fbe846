import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import type { BulkChange } from '../../../src-shared/customers/customers-contract.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const bulk = (ids: readonly string[], change: BulkChange) =>
  app.call('customers', 'bulkEdit', { selection: { kind: 'ids', ids: [...ids] }, change });
const column = (id: string, name: 'tier_id' | 'owner_id' | 'deleted_at') =>
  app.book.sqlite.prepare(`SELECT ${name} FROM customers WHERE id = ?`).pluck().get(id);
const tagsOn = (id: string) =>
  app.book.sqlite.prepare('SELECT tag_id FROM customer_tags WHERE customer_id = ?').pluck().all(id);

describe('customers.bulkEdit', () => {
  it('gives a tier to those that have another, with a row of history each, as one batch', async () => {
    const { A } = app.tierIds;
    const [one, two, already] = [app.aCustomer(), app.aCustomer(), app.aCustomer({ tierId: A, name: '已是A' })];
    const outcome = await bulk([one, two, already, one], { kind: 'tier', tierId: A });
    expect(outcome).toMatchObject({
      ok: true,
      value: { changed: 2, leftAlone: 1, leftAloneRows: [{ id: already, name: '已是A', reason: 'already_so' }] },
    });
    expect([column(one, 'tier_id'), column(two, 'tier_id')]).toEqual([A, A]);
    const rows = app.book.sqlite.prepare('SELECT customer_id, method FROM tier_history ORDER BY id').all();
    expect(rows).toEqual([
      { customer_id: one, method: 'hand' },
      { customer_id: two, method: 'hand' },
    ]);
    const batches = app.book.sqlite.prepare("SELECT count(*) FROM journal_batches WHERE source = 'bulk'").pluck().get();
    expect(batches).toBe(1);
  });

  it('hands customers to somebody, with their open plans', async () => {
    const seller = app.aUser();
    const ids = [app.aCustomer(), app.aCustomer({ ownerId: app.ownerId })];
    const plan = app.aVisitPlan({ customerId: ids[1] ?? '', personId: app.ownerId });
    await bulk(ids, { kind: 'owner', ownerId: seller });
    expect(ids.map((id) => column(id, 'owner_id'))).toEqual([seller, seller]);
    expect(app.book.sqlite.prepare('SELECT person_id FROM visit_plans WHERE id = ?').pluck().get(plan)).toBe(seller);
  });

  it('puts a tag on and takes it off', async () => {
    const tagId = app.aTag();
    const [one, two] = [app.aCustomer(), app.aCustomer()];
    app.aTagOn(one, tagId);
    expect(await bulk([one, two], { kind: 'addTag', tagId })).toMatchObject({ value: { changed: 1, leftAlone: 1 } });
    expect([tagsOn(one), tagsOn(two)]).toEqual([[tagId], [tagId]]);
    expect(await bulk([one, two], { kind: 'removeTag', tagId })).toMatchObject({ value: { changed: 2 } });
    expect([tagsOn(one), tagsOn(two)]).toEqual([[], []]);
  });

  it('bins customers, except those with open plans', async () => {
    const [free, planned] = [app.aCustomer(), app.aCustomer({ name: '有计划' })];
    app.aVisitPlan({ customerId: free, status: 'done' });
    app.aVisitPlan({ customerId: planned });
    expect(await bulk([free, planned], { kind: 'bin' })).toMatchObject({
      value: { changed: 1, leftAloneRows: [{ id: planned, name: '有计划', reason: 'has_open_plans' }] },
    });
    expect(column(free, 'deleted_at')).not.toBeNull();
    expect(column(planned, 'deleted_at')).toBeNull();
  });

  it('refuses to bin one customer with an open plan, until it is cancelled', async () => {
    const id = app.aCustomer();
    const plan = app.aVisitPlan({ customerId: id });
    expect(await bulk([id], { kind: 'bin' })).toEqual({
      ok: false,
      error: { kind: 'conflict', reason: 'has_open_plans', otherId: id },
    });
    await app.done('visits', 'cancel', { id: plan, reason: '客户搬走了' });
    expect((await bulk([id], { kind: 'bin' })).ok).toBe(true);
  });

  it('leaves customers alone who owe, who have prepaid, and whose order is entered for a day to come', async () => {
    const [owing, prepaid, coming, clear] = [1, 2, 3, 4].map((n) => app.aCustomer({ name: `客户${n}` }));
    if (!owing || !prepaid || !coming || !clear) throw new Error('four customers');
    app.aReceivable({ customerId: owing });
    app.aPayment({ customerId: prepaid });
    app.aReceivable({ customerId: coming, issuedOn: dayOf('2026-04-01'), dueOn: dayOf('2026-05-01') });
    app.aPayment({ customerId: clear, voidedOn: dayOf('2026-03-05') });
    expect(await bulk([owing, prepaid, coming, clear], { kind: 'bin' })).toMatchObject({
      value: { changed: 1, leftAloneRows: [owing, prepaid, coming].map((id) => ({ id, reason: 'has_money' })) },
    });
    expect(column(clear, 'deleted_at')).not.toBeNull();
    expect(await bulk([owing], { kind: 'bin' })).toEqual({
      ok: false,
      error: { kind: 'conflict', reason: 'has_money', otherId: owing },
    });
  });

  it('leaves those alone that went to the bin meanwhile', async () => {
    const [live, gone] = [app.aCustomer(), app.inBin('customers', app.aCustomer())];
    expect(await bulk([live, gone], { kind: 'tier', tierId: app.tierIds.A })).toMatchObject({
      value: { changed: 1, leftAloneRows: [{ id: gone, reason: 'in_bin' }] },
    });
    expect(await bulk([gone], { kind: 'tier', tierId: app.tierIds.A })).toMatchObject({ error: { reason: 'in_bin' } });
  });

  it('names the first 50 it left alone and counts all', async () => {
    const ids = Array.from({ length: 60 }, () => app.aCustomer({ tierId: app.tierIds.A }));
    const outcome = await bulk(ids, { kind: 'tier', tierId: app.tierIds.A });
    expect(outcome).toMatchObject({ value: { batchId: null, changed: 0, leftAlone: 60 } });
    expect(outcome.ok && outcome.value.leftAloneRows.length).toBe(50);
  });

  it('changes a whole view less those unticked', async () => {
    const [one, unticked, other] = [
      app.aCustomer({ name: '华成机电', district: '浦东新区' }),
      app.aCustomer({ name: '华兴五金', district: '浦东新区' }),
      app.aCustomer({ name: '王记', district: '徐汇区' }),
    ];
    const outcome = await app.done('customers', 'bulkEdit', {
      selection: { kind: 'view', view: { filter: { districts: ['浦东新区'] } }, exceptIds: [unticked] },
      change: { kind: 'tier', tierId: app.tierIds.B },
    });
    expect(outcome).toMatchObject({ changed: 1, leftAlone: 0 });
    expect([one, unticked, other].map((id) => column(id, 'tier_id'))).toEqual([app.tierIds.B, null, null]);
  });

  it.each([
    [{ kind: 'tier', tierId: newId() }, 'change.tierId'],
    [{ kind: 'owner', ownerId: newId() }, 'change.ownerId'],
    [{ kind: 'addTag', tagId: newId() }, 'change.tagId'],
    [{ kind: 'removeTag', tagId: newId() }, 'change.tagId'],
  ] as const)('refuses %j, which there is not', async (change, field) => {
    expect(await bulk([app.aCustomer()], change)).toEqual({
      ok: false,
      error: { kind: 'validation', fields: [{ field, problem: 'unknown_choice' }] },
    });
  });

  it('changes nobody when one id never was a customer', async () => {
    const id = app.aCustomer();
    const unknown = newId();
    expect(await bulk([id, unknown], { kind: 'tier', tierId: app.tierIds.A })).toEqual({
      ok: false,
      error: { kind: 'not_found', entity: 'customers', id: unknown },
    });
    expect(column(id, 'tier_id')).toBeNull();
  });

  it('leaves the customers of others alone when a salesperson asks', async () => {
    const seller = app.aUser();
    const tagId = app.aTag();
    const [own, others] = [app.aCustomer({ ownerId: seller }), app.aCustomer({ ownerId: app.ownerId, name: '别人的' })];
    await app.sitDown(seller);
    expect(await bulk([own, others], { kind: 'addTag', tagId })).toMatchObject({
      value: { changed: 1, leftAloneRows: [{ id: others, name: '别人的', reason: 'not_yours' }] },
    });
    const forbidden = (right: string) => ({ ok: false, error: { kind: 'forbidden', right } });
    expect(await bulk([others], { kind: 'bin' })).toEqual(forbidden('bulk.edit'));
    expect(await bulk([own], { kind: 'owner', ownerId: app.ownerId })).toEqual(forbidden('bulk.edit'));
    expect(await bulk([own], { kind: 'tier', tierId: app.tierIds.A })).toEqual(forbidden('tiers.edit'));
  });
});

describe('customers.restore', () => {
  it('brings customers back with what was hidden with them, and what was binned before stays binned', async () => {
    const id = app.aCustomer();
    const kept = app.aContact({ customerId: id, name: '留下' });
    const dropped = app.aContact({ customerId: id, name: '早已删除' });
    app.aFollowUp({ customerId: id });
    await app.done('contacts', 'moveToBin', { id: dropped });
    const before = app.hash();
    await bulk([id], { kind: 'bin' });
    expect(app.hash()).not.toBe(before);
    expect(await app.done('customers', 'restore', { ids: [id, id] })).toMatchObject({ restored: 1 });
    expect(app.hash()).toBe(before);
    expect((await app.done('customers', 'get', { id })).contacts.map((contact) => contact.id)).toEqual([kept]);
  });

  it('is no error for a customer that is not in the bin, and one for an unknown id', async () => {
    expect(await app.done('customers', 'restore', { ids: [app.aCustomer()] })).toEqual({ restored: 0, batchId: null });
    expect(await app.refused('customers', 'restore', { ids: [newId()] })).toMatchObject({ kind: 'not_found' });
  });

  it('is the owner’s to do', async () => {
    await app.sitDown(app.aUser());
    expect(await app.refused('customers', 'restore', { ids: [newId()] })).toEqual({
      kind: 'forbidden',
      right: 'bin.restore',
    });
  });
});
