import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { aContactForm, aCustomerForm, day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const tierHistoryOf = (customerId: string) =>
  app.book.sqlite
    .prepare(
      'SELECT tier_id, effective_on, method, reason FROM tier_history WHERE customer_id = ? ORDER BY created_at, id',
    )
    .all(customerId);
const get = (id: string) => app.done('customers', 'get', { id });

describe('customers.create', () => {
  it('saves a customer of which only the name is known', async () => {
    const { id, batchId } = await app.done('customers', 'create', { customer: aCustomerForm({ name: ' 华成机电 ' }) });
    expect(batchId).not.toBeNull();
    expect(await get(id)).toMatchObject({ name: '华成机电', contacts: [], tagIds: [], openPlans: [], deletedAt: null });
    expect(tierHistoryOf(id)).toEqual([]);
  });

  it('saves contacts, tags, tier and the next visit as one batch that undo takes back whole', async () => {
    const tagId = app.aTag();
    const before = app.hash();
    const { id, batchId } = await app.done('customers', 'create', {
      customer: aCustomerForm({ tierId: app.tierIds.A, ownerId: app.ownerId }),
      contacts: [aContactForm({ name: '张三' }), aContactForm({ name: '李四' })],
      tagIds: [tagId, tagId],
      nextVisit: { on: day('2026-03-20'), purpose: '送样' },
    });
    const detail = await get(id);
    expect(detail.contacts.map(({ name }) => name)).toEqual(['张三', '李四']);
    expect(detail.primaryContactId).toBe(detail.contacts[0]?.id);
    expect(detail.tagIds).toEqual([tagId]);
    expect(detail.openPlans).toMatchObject([
      { plannedOn: '2026-03-20', purpose: '送样', personId: app.ownerId, status: 'planned' },
    ]);
    expect(tierHistoryOf(id)).toEqual([
      { tier_id: app.tierIds.A, effective_on: '2026-03-05', method: 'create', reason: null },
    ]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });

  it('refuses owner, tier and tags that are unknown, gone, archived or binned', async () => {
    const gone = app.inBin('users', app.aUser({ name: '走了' }));
    const tag = app.inBin('tags', app.aTag());
    const before = app.journalCount();
    const customer = aCustomerForm({ ownerId: gone, tierId: newId() });
    expect(await app.refused('customers', 'create', { customer, tagIds: [tag] })).toEqual({
      kind: 'validation',
      fields: [
        { field: 'customer.tierId', problem: 'unknown_choice' },
        { field: 'customer.ownerId', problem: 'unknown_choice' },
        { field: 'tagIds.0', problem: 'unknown_choice' },
      ],
    });
    expect(app.journalCount()).toBe(before);
  });

  it('tells each wrong field of the form', async () => {
    const customer = aCustomerForm({ name: ' ', uscc: '123', cadenceDays: 0 });
    expect(await app.refused('customers', 'create', { customer, contacts: [aContactForm({ name: '' })] })).toEqual({
      kind: 'validation',
      fields: [
        { field: 'customer.name', problem: 'required' },
        { field: 'customer.uscc', problem: 'invalid_uscc' },
        { field: 'customer.cadenceDays', problem: 'out_of_range' },
        { field: 'contacts.0.name', problem: 'required' },
      ],
    });
  });

  it('lets a salesperson enter their own and unowned customers only, without a tier', async () => {
    const seller = app.aUser();
    await app.sitDown(seller);
    const create = (form: Parameters<typeof aCustomerForm>[0]) =>
      app.call('customers', 'create', { customer: aCustomerForm(form) });
    expect((await create({ ownerId: seller })).ok).toBe(true);
    expect((await create({ ownerId: null })).ok).toBe(true);
    expect(await create({ ownerId: app.ownerId })).toEqual({
      ok: false,
      error: { kind: 'forbidden', right: 'customers.edit' },
    });
    expect(await create({ tierId: app.tierIds.A })).toEqual({
      ok: false,
      error: { kind: 'forbidden', right: 'tiers.edit' },
    });
  });
});

describe('customers.update', () => {
  it('notes who brought the customer: another one that is not in the bin', async () => {
    const [id, broughtBy] = [app.aCustomer(), app.aCustomer()];
    await app.done('customers', 'update', { id, fields: { referredById: broughtBy }, seenAt: app.now });
    expect(await get(id)).toMatchObject({ referredById: broughtBy });
    for (const referredById of [id, app.inBin('customers', app.aCustomer()), newId()]) {
      expect(await app.refused('customers', 'update', { id, fields: { referredById }, seenAt: app.now })).toEqual({
        kind: 'validation',
        fields: [{ field: 'fields.referredById', problem: 'unknown_choice' }],
      });
    }
  });

  it('writes only the fields given', async () => {
    const id = app.aCustomer({ phone: '021-1', city: '上海' });
    await app.done('customers', 'update', { id, fields: { phone: '021-2' }, seenAt: app.now });
    expect(await get(id)).toMatchObject({ phone: '021-2', city: '上海' });
  });

  it('leaves no trace when everything was so already', async () => {
    const id = app.aCustomer({ phone: '021-1' });
    expect(await app.done('customers', 'update', { id, fields: { phone: '021-1' }, seenAt: app.now })).toEqual({
      batchId: null,
    });
  });

  it('records every new tier, and the way back to 未分级', async () => {
    const id = app.aCustomer();
    const { A } = app.tierIds;
    const set = (fields: { tierId: string | null; tierPinnedReason?: string }) =>
      app.done('customers', 'update', { id, fields, seenAt: app.now });
    await set({ tierId: A, tierPinnedReason: '老朋友' });
    await set({ tierId: A });
    await set({ tierId: null });
    expect(tierHistoryOf(id)).toEqual([
      { tier_id: A, effective_on: '2026-03-05', method: 'hand', reason: '老朋友' },
      { tier_id: null, effective_on: '2026-03-05', method: 'hand', reason: null },
    ]);
  });

  it('accepts the form of a customer whose tier was archived and owner left, unless they are given anew', async () => {
    const gone = app.aUser();
    const id = app.aCustomer({ ownerId: gone });
    await app.done('users', 'moveToBin', { id: gone });
    expect((await app.call('customers', 'update', { id, fields: { ownerId: gone }, seenAt: app.now })).ok).toBe(true);
    const other = app.aCustomer();
    expect(
      await app.refused('customers', 'update', { id: other, fields: { ownerId: gone }, seenAt: app.now }),
    ).toMatchObject({ kind: 'validation', fields: [{ field: 'fields.ownerId', problem: 'unknown_choice' }] });
  });

  it('hands open plans of the old owner to the new one, and leaves those of a third alone', async () => {
    const seller = app.aUser({ name: '李销售' });
    const third = app.aUser({ name: '赵经理' });
    const id = app.aCustomer({ ownerId: app.ownerId });
    const theirs = app.aVisitPlan({ customerId: id, personId: app.ownerId });
    const nobodys = app.aVisitPlan({ customerId: id, personId: null });
    const thirds = app.aVisitPlan({ customerId: id, personId: third });
    const done = app.aVisitPlan({ customerId: id, personId: app.ownerId, status: 'done' });
    await app.done('customers', 'update', { id, fields: { ownerId: seller }, seenAt: app.now });
    const person = app.book.sqlite.prepare('SELECT person_id FROM visit_plans WHERE id = ?').pluck();
    expect([theirs, nobodys, thirds, done].map((plan) => person.get(plan))).toEqual([
      seller,
      seller,
      third,
      app.ownerId,
    ]);
  });

  it('replaces the tags as wished', async () => {
    const [old, kept, fresh] = [app.aTag({ name: '旧' }), app.aTag({ name: '留' }), app.aTag({ name: '新' })];
    const id = app.aCustomer();
    app.aTagOn(id, old);
    app.aTagOn(id, kept);
    await app.done('customers', 'update', { id, fields: {}, tagIds: [kept, fresh, fresh], seenAt: app.now });
    expect(new Set((await get(id)).tagIds)).toEqual(new Set([kept, fresh]));
  });

  describe('when the customer changed since it was seen', () => {
    const byOther = async (change: () => Promise<unknown>) => {
      const colleague = app.aUser({ name: '老板娘', role: 'owner' });
      await app.sitDown(colleague);
      await change();
      await app.sitDown(app.ownerId);
    };

    it('refuses a field that somebody else changed', async () => {
      const id = app.aCustomer();
      const { seenAt } = await get(id);
      await byOther(() => app.done('customers', 'update', { id, fields: { phone: '2' }, seenAt }));
      expect(await app.refused('customers', 'update', { id, fields: { city: 'A', phone: '3' }, seenAt })).toEqual({
        kind: 'conflict',
        reason: 'changed_meanwhile',
        otherId: id,
        detail: 'phone',
      });
      expect(await get(id)).toMatchObject({ phone: '2', city: null });
    });

    it('writes other fields, and one that somebody else set to the same', async () => {
      const id = app.aCustomer();
      const { seenAt } = await get(id);
      await byOther(() => app.done('customers', 'update', { id, fields: { phone: '2' }, seenAt }));
      await app.done('customers', 'update', { id, fields: { city: '上海', phone: '2' }, seenAt });
      expect(await get(id)).toMatchObject({ phone: '2', city: '上海' });
    });

    it('writes the field once the new value was seen', async () => {
      const id = app.aCustomer();
      const { seenAt } = await get(id);
      await byOther(() => app.done('customers', 'update', { id, fields: { phone: '2' }, seenAt }));
      await app.done('customers', 'update', { id, fields: { phone: '3' }, seenAt: (await get(id)).seenAt });
      expect((await get(id)).phone).toBe('3');
    });

    it('lets one type twice in a row without looking again', async () => {
      const id = app.aCustomer();
      const { seenAt } = await get(id);
      await app.done('customers', 'update', { id, fields: { phone: '2' }, seenAt });
      await app.done('customers', 'update', { id, fields: { phone: '3' }, seenAt });
      expect((await get(id)).phone).toBe('3');
    });

    it('refuses a field that one’s own bulk change reached meanwhile', async () => {
      const id = app.aCustomer();
      const other = app.aCustomer();
      const { seenAt } = await get(id);
      await app.done('customers', 'bulkEdit', {
        selection: { kind: 'ids', ids: [id, other] },
        change: { kind: 'tier', tierId: app.tierIds.A },
      });
      expect(await app.refused('customers', 'update', { id, fields: { tierId: app.tierIds.B }, seenAt })).toMatchObject(
        { reason: 'changed_meanwhile', detail: 'tierId' },
      );
    });

    it.each([
      ['put on', []],
      ['taken off', ['before']],
    ])('refuses tags when somebody else has one %s', async (_what, had) => {
      const tag = app.aTag({ name: '别人的' });
      const mine = app.aTag({ name: '我的' });
      const id = app.aCustomer();
      if (had.length > 0) app.aTagOn(id, tag);
      const { seenAt, tagIds } = await get(id);
      await byOther(() =>
        app.done('customers', 'update', { id, fields: {}, tagIds: had.length > 0 ? [] : [tag], seenAt }),
      );
      expect(
        await app.refused('customers', 'update', { id, fields: {}, tagIds: [...tagIds, mine], seenAt }),
      ).toMatchObject({ reason: 'changed_meanwhile', detail: 'tagIds' });
    });
  });

  it('says when there is no such customer, and when it is in the bin', async () => {
    const unknown = newId();
    expect(await app.refused('customers', 'update', { id: unknown, fields: {}, seenAt: app.now })).toEqual({
      kind: 'not_found',
      entity: 'customers',
      id: unknown,
    });
    const id = app.inBin('customers', app.aCustomer());
    expect(await app.refused('customers', 'update', { id, fields: { phone: '1' }, seenAt: app.now })).toEqual({
      kind: 'conflict',
      reason: 'in_bin',
      otherId: id,
    });
  });

  it('lets a salesperson change own and unowned customers, take one, and not give one away', async () => {
    const seller = app.aUser();
    const [own, nobodys, others] = [
      app.aCustomer({ ownerId: seller }),
      app.aCustomer(),
      app.aCustomer({ ownerId: app.ownerId }),
    ];
    await app.sitDown(seller);
    const update = (id: string, fields: { phone?: string; ownerId?: string; tierId?: string }) =>
      app.call('customers', 'update', { id, fields, seenAt: app.now });
    const forbidden = (right: string) => ({ ok: false, error: { kind: 'forbidden', right } });
    expect((await update(own, { phone: '1' })).ok).toBe(true);
    expect((await update(nobodys, { phone: '1', ownerId: seller })).ok).toBe(true);
    expect(await update(others, { phone: '1' })).toEqual(forbidden('customers.edit'));
    expect(await update(own, { ownerId: app.ownerId })).toEqual(forbidden('customers.edit'));
    expect(await update(own, { tierId: app.tierIds.A })).toEqual(forbidden('tiers.edit'));
  });
});
