import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { aFollowUpForm, day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const planRow = (id: string) => app.book.sqlite.prepare('SELECT * FROM visit_plans WHERE id = ?').get(id);
const plansOf = (customerId: string) =>
  app.book.sqlite.prepare('SELECT * FROM visit_plans WHERE customer_id = ? ORDER BY id').all(customerId);
const row = (id: string) => app.book.sqlite.prepare('SELECT * FROM follow_ups WHERE id = ?').get(id);

describe('followUps.create', () => {
  it('sends nobody on the next visit where the customer’s owner has left the firm', async () => {
    const li = app.aUser({ name: '李娜' });
    const customerId = app.aCustomer({ ownerId: li });
    app.inBin('users', li);
    await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), next: { on: day('2026-03-12') } });
    expect(app.book.sqlite.prepare('SELECT person_id FROM visit_plans').pluck().all()).toEqual([null]);
  });

  it('saves what happened, closes the plan and makes the next one, as one batch', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const contactId = app.aContact({ customerId });
    const plan = app.aVisitPlan({ customerId });
    const before = app.hash();
    const { id, batchId } = await app.done('followUps', 'create', {
      customerId,
      followUp: { ...aFollowUpForm({ text: ' 报价已发 ' }), contactId, intentLevel: 4 },
      next: { on: day('2026-03-12'), time: '09:30', purpose: '送样' },
      closesPlanId: plan,
    });
    expect(row(id)).toMatchObject({ text: '报价已发', author_id: app.ownerId, contact_id: contactId, intent_level: 4 });
    expect(planRow(plan)).toMatchObject({ status: 'done', done_by_id: id });
    expect(plansOf(customerId)).toHaveLength(2);
    expect(plansOf(customerId)[1]).toMatchObject({
      status: 'planned',
      planned_on: '2026-03-12',
      planned_time: '09:30',
      purpose: '送样',
      person_id: app.ownerId,
      made_by_id: id,
    });
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });

  it('writes what the talk cost in the same batch, so that undo takes both back', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const before = app.hash();
    const { id, batchId } = await app.done('followUps', 'create', {
      customerId,
      followUp: aFollowUpForm(),
      costs: [{ kind: 'service', on: day('2026-03-05'), amountFen: 36_800, what: ' 请客 ' }],
    });
    expect((await app.done('costs', 'ofCustomer', { customerId })).costs).toMatchObject([
      { kind: 'service', on: '2026-03-05', amountFen: 36_800, what: '请客', followUpId: id, orderId: null },
    ]);
    if (batchId === null) throw new Error('nothing was written');
    await app.done('history', 'undo', { batchId });
    expect(app.hash()).toBe(before);
  });

  it('needs one line and nothing else', async () => {
    const customerId = app.aCustomer();
    const { id } = await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm() });
    expect(row(id)).toMatchObject({ outcome: null, intent_level: null, contact_id: null });
    expect(plansOf(customerId)).toEqual([]);
  });

  it('plans for nobody while the customer has no owner', async () => {
    const customerId = app.aCustomer();
    await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), next: { on: day('2026-03-12') } });
    expect(plansOf(customerId)).toMatchObject([{ person_id: null }]);
  });

  it.each([
    ['without text', { text: ' ' }, { field: 'followUp.text', problem: 'required' }],
    [
      'dated ahead',
      { happenedAt: '2026-03-07T00:00:00.000Z' },
      { field: 'followUp.happenedAt', problem: 'out_of_range' },
    ],
  ])('refuses one %s', async (_what, form, field) => {
    const before = app.journalCount();
    const customerId = app.aCustomer();
    const written = app.journalCount();
    expect(await app.refused('followUps', 'create', { customerId, followUp: aFollowUpForm(form) })).toEqual({
      kind: 'validation',
      fields: [field],
    });
    expect(app.journalCount()).toBe(written);
    expect(written).toBeGreaterThan(before);
  });

  it('refuses a contact of another customer, one in the bin, and a plan of another customer', async () => {
    const customerId = app.aCustomer();
    const create = (contactId: string | null, closesPlanId: string | null) =>
      app.refused('followUps', 'create', { customerId, followUp: { ...aFollowUpForm(), contactId }, closesPlanId });
    const contactProblem = { kind: 'validation', fields: [{ field: 'followUp.contactId', problem: 'unknown_choice' }] };
    expect(await create(app.aContact(), null)).toEqual(contactProblem);
    expect(await create(app.inBin('contacts', app.aContact({ customerId })), null)).toEqual(contactProblem);
    expect(await create(null, app.aVisitPlan())).toEqual({
      kind: 'validation',
      fields: [{ field: 'closesPlanId', problem: 'unknown_choice' }],
    });
  });

  it('says when the plan it should close is closed already', async () => {
    const customerId = app.aCustomer();
    const closesPlanId = app.aVisitPlan({ customerId, status: 'cancelled' });
    expect(await app.refused('followUps', 'create', { customerId, followUp: aFollowUpForm(), closesPlanId })).toEqual({
      kind: 'conflict',
      reason: 'changed_meanwhile',
      otherId: closesPlanId,
      detail: 'cancelled',
    });
  });

  it('refuses an unknown customer, one in the bin, and for a salesperson one of another', async () => {
    const create = (customerId: string) =>
      app.refused('followUps', 'create', { customerId, followUp: aFollowUpForm() });
    expect(await create(newId())).toMatchObject({ kind: 'not_found' });
    expect(await create(app.inBin('customers', app.aCustomer()))).toMatchObject({ reason: 'in_bin' });
    const others = app.aCustomer({ ownerId: app.ownerId });
    const nobodys = app.aCustomer();
    const seller = app.aUser();
    await app.sitDown(seller);
    expect(await create(others)).toEqual({ kind: 'forbidden', right: 'follow_ups.edit' });
    const { id } = await app.done('followUps', 'create', { customerId: nobodys, followUp: aFollowUpForm() });
    expect(row(id)).toMatchObject({ author_id: seller });
  });
});

describe('a customer who comes to the shop', () => {
  it('is noted by any salesperson, who plans nothing for another’s customer', async () => {
    const others = app.aCustomer({ ownerId: app.ownerId });
    const closesPlanId = app.aVisitPlan({ customerId: others });
    const seller = app.aUser();
    await app.sitDown(seller);
    const followUp = { ...aFollowUpForm(), channel: 'inbound_visit' as const };
    const { id } = await app.done('followUps', 'create', { customerId: others, followUp });
    expect(row(id)).toMatchObject({ author_id: seller, channel: 'inbound_visit' });
    const forbidden = { kind: 'forbidden', right: 'follow_ups.edit' };
    const next = { on: day('2026-03-12') };
    expect(await app.refused('followUps', 'create', { customerId: others, followUp, next })).toEqual(forbidden);
    expect(await app.refused('followUps', 'create', { customerId: others, followUp, closesPlanId })).toEqual(forbidden);
    const byPhone = { ...followUp, channel: 'phone' as const };
    expect(await app.refused('followUps', 'create', { customerId: others, followUp: byPhone })).toEqual(forbidden);
    expect(await app.refused('followUps', 'update', { id, fields: { text: '改' } })).toEqual(forbidden);
  });

  it('is noted by no bookkeeper', async () => {
    const customerId = app.aCustomer();
    await app.sitDown(app.aUser({ role: 'bookkeeper', name: '周会计' }));
    const followUp = { ...aFollowUpForm(), channel: 'inbound_visit' as const };
    expect(await app.refused('followUps', 'create', { customerId, followUp })).toMatchObject({ kind: 'forbidden' });
  });
});

describe('a talk of whoever is sent to a colleague’s customer', () => {
  it('closes their visit, and nothing else of that customer', async () => {
    const others = app.aCustomer({ ownerId: app.ownerId });
    const seller = app.aUser();
    const hers = app.aVisitPlan({ customerId: others, personId: seller });
    const his = app.aVisitPlan({ customerId: others, personId: app.ownerId });
    const hersElsewhere = app.aVisitPlan({ customerId: app.aCustomer(), personId: seller });
    await app.sitDown(seller);
    const create = (more: object) =>
      app.call('followUps', 'create', { customerId: others, followUp: aFollowUpForm(), ...more });
    const forbidden = { ok: false, error: { kind: 'forbidden', right: 'follow_ups.edit' } };
    expect(await create({ closesPlanId: his })).toEqual(forbidden);
    expect(await create({})).toEqual(forbidden);
    expect(await create({ closesPlanId: hers, next: { on: day('2026-03-12') } })).toEqual(forbidden);
    expect(await create({ closesPlanId: hersElsewhere })).toMatchObject({ error: { kind: 'validation' } });
    expect(await create({ closesPlanId: hers })).toMatchObject({ ok: true });
    const statusOf = app.book.sqlite.prepare('SELECT status FROM visit_plans WHERE id = ?').pluck();
    expect([hers, his, hersElsewhere].map((id) => statusOf.get(id))).toEqual(['done', 'planned', 'planned']);
  });
});

describe('followUps.update', () => {
  it('changes only what is given', async () => {
    const id = app.aFollowUp({ text: '旧', outcome: '有意向', intentLevel: 3 });
    await app.done('followUps', 'update', { id, fields: { text: '新' } });
    expect(row(id)).toMatchObject({ text: '新', outcome: '有意向', intent_level: 3, author_id: app.ownerId });
  });

  it('keeps a contact who went to the bin since, and refuses one of another customer', async () => {
    const customerId = app.aCustomer();
    const contactId = app.aContact({ customerId });
    const id = app.aFollowUp({ customerId, contactId });
    await app.done('contacts', 'moveToBin', { id: contactId });
    expect((await app.call('followUps', 'update', { id, fields: { contactId, text: '改' } })).ok).toBe(true);
    expect(await app.refused('followUps', 'update', { id, fields: { contactId: app.aContact() } })).toMatchObject({
      fields: [{ field: 'fields.contactId', problem: 'unknown_choice' }],
    });
  });

  it('refuses a day ahead, an unknown one, and one in the bin', async () => {
    const id = app.aFollowUp();
    const ahead = { happenedAt: at('2027-01-01T00:00:00.000Z') };
    expect(await app.refused('followUps', 'update', { id, fields: ahead })).toMatchObject({
      fields: [{ field: 'fields.happenedAt', problem: 'out_of_range' }],
    });
    expect(await app.refused('followUps', 'update', { id: newId(), fields: {} })).toMatchObject({ kind: 'not_found' });
    await app.done('followUps', 'moveToBin', { id });
    expect(await app.refused('followUps', 'update', { id, fields: {} })).toMatchObject({ reason: 'in_bin' });
  });
});

describe('followUps.moveToBin', () => {
  it('leaves the plan it closed done, because the visit took place', async () => {
    const customerId = app.aCustomer();
    const plan = app.aVisitPlan({ customerId });
    const { id } = await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), closesPlanId: plan });
    await app.done('followUps', 'moveToBin', { id });
    expect(planRow(plan)).toMatchObject({ status: 'done' });
  });

  it('is not for a bookkeeper', async () => {
    const id = app.aFollowUp();
    await app.sitDown(app.aUser({ role: 'bookkeeper', name: '周会计' }));
    expect(await app.refused('followUps', 'moveToBin', { id })).toEqual({
      kind: 'forbidden',
      right: 'follow_ups.edit',
    });
  });
});
