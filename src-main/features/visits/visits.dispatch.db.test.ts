import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src-shared/core/id.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const row = (id: string) => app.book.sqlite.prepare('SELECT * FROM visit_plans WHERE id = ?').get(id);

describe('visits.plan', () => {
  it('plans a visit of the customer’s owner', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const { id } = await app.done('visits', 'plan', { customerId, plannedOn: day('2026-03-09'), plannedTime: '14:00' });
    expect(row(id)).toMatchObject({
      planned_on: '2026-03-09',
      planned_time: '14:00',
      person_id: app.ownerId,
      status: 'planned',
    });
    expect(app.announced).toContainEqual(['customers', 'visit_plans', 'history']);
  });

  it.each([
    ['plannedOn', '2026-02-30'],
    ['plannedTime', '24:00'],
  ])('refuses a %s of %s', async (field, value) => {
    const input = { customerId: app.aCustomer(), plannedOn: '2026-03-09', [field]: value };
    expect(await app.send({ procedure: 'visits.plan', input })).toEqual({
      ok: false,
      error: { kind: 'validation', fields: [{ field, problem: 'invalid_date' }] },
    });
  });

  it('refuses an unknown customer, one in the bin, and for a salesperson one of another', async () => {
    const plan = (customerId: string) => app.refused('visits', 'plan', { customerId, plannedOn: day('2026-03-09') });
    expect(await plan(newId())).toMatchObject({ kind: 'not_found' });
    expect(await plan(app.inBin('customers', app.aCustomer()))).toMatchObject({ reason: 'in_bin' });
    const others = app.aCustomer({ ownerId: app.ownerId });
    await app.sitDown(app.aUser());
    expect(await plan(others)).toEqual({ kind: 'forbidden', right: 'follow_ups.edit' });
  });
});

describe('visits.update', () => {
  it('moves a plan, keeps its purpose, and the journal keeps where it was', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-03-09'), purpose: '送样', plannedTime: '09:00' });
    const { batchId } = await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-11') } });
    expect(row(id)).toMatchObject({ planned_on: '2026-03-11', purpose: '送样', planned_time: '09:00' });
    const before = app.book.sqlite.prepare('SELECT before FROM journal WHERE batch_id = ?').pluck().get(batchId);
    expect(JSON.parse(String(before))).toEqual({ planned_on: '2026-03-09' });
  });

  it.each(['done', 'missed', 'cancelled'] as const)('refuses to move one that is %s', async (status) => {
    const id = app.aVisitPlan({ status });
    expect(await app.refused('visits', 'update', { id, fields: { plannedOn: day('2026-03-11') } })).toEqual({
      kind: 'conflict',
      reason: 'changed_meanwhile',
      otherId: id,
      detail: status,
    });
  });
});

describe('visits.cancel', () => {
  it('keeps the reason', async () => {
    const id = app.aVisitPlan();
    await app.done('visits', 'cancel', { id, reason: '客户出差' });
    expect(row(id)).toMatchObject({ status: 'cancelled', cancelled_reason: '客户出差' });
  });

  it('wants a reason, a plan that is there, and one that is open', async () => {
    const id = app.aVisitPlan();
    expect(await app.refused('visits', 'cancel', { id, reason: ' ' })).toEqual({
      kind: 'validation',
      fields: [{ field: 'reason', problem: 'required' }],
    });
    expect(await app.refused('visits', 'cancel', { id: newId(), reason: 'x' })).toMatchObject({
      kind: 'not_found',
      entity: 'visit_plans',
    });
    await app.done('visits', 'cancel', { id, reason: 'x' });
    expect(await app.refused('visits', 'cancel', { id, reason: 'x' })).toMatchObject({ reason: 'changed_meanwhile' });
  });
});
