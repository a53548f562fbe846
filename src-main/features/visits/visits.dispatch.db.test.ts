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

const row = (id: string) => app.book.sqlite.prepare('SELECT * FROM visit_plans WHERE id = ?').get(id);
const openDays = (customerId: string) =>
  app.book.sqlite
    .prepare(
      "SELECT planned_on FROM visit_plans WHERE customer_id = ? AND status = 'planned' AND deleted_at IS NULL ORDER BY 1",
    )
    .pluck()
    .all(customerId);
const nextVisit = async (customerId: string) =>
  (await app.done('customers', 'get', { id: customerId })).openPlans.map(({ plannedOn }) => plannedOn)[0];

const everyWeek = (until: string) => ({
  every: 1,
  unit: 'week' as const,
  untilOn: day(until),
  onDayOff: 'next_workday' as const,
});

/** A weekly visit of four, from Monday 2 March 2026, whose first is given back. */
async function aWeekly(customerId = app.aCustomer({ ownerId: app.ownerId }), more = {}) {
  const { id } = await app.done('visits', 'plan', {
    customerId,
    plannedOn: day('2026-03-02'),
    plannedTime: '09:00',
    repeat: everyWeek('2026-03-23'),
    ...more,
  });
  const ids = app.book.sqlite
    .prepare<[string], string>('SELECT id FROM visit_plans WHERE customer_id = ? ORDER BY planned_on')
    .pluck()
    .all(customerId);
  return { customerId, id, ids };
}

describe('visits.plan', () => {
  it('plans a visit of the customer’s owner', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const { id, planned, overlaps } = await app.done('visits', 'plan', {
      customerId,
      plannedOn: day('2026-03-09'),
      plannedTime: '14:00',
      lengthMinutes: 90,
      purpose: ' 送样品 ',
    });
    expect(row(id)).toMatchObject({
      planned_on: '2026-03-09',
      planned_time: '14:00',
      length_minutes: 90,
      purpose: '送样品',
      person_id: app.ownerId,
      series_id: null,
      status: 'planned',
    });
    expect([planned, overlaps]).toEqual([1, []]);
    expect(app.announced).toContainEqual(['customers', 'visit_plans', 'history', 'reminders']);
  });

  it('sends whom one names, nobody when one says so, and nobody for an owner who left', async () => {
    const li = app.aUser({ name: '李娜' });
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const plan = async (more: object) => {
      const { id } = await app.done('visits', 'plan', { customerId, plannedOn: day('2026-03-09'), ...more });
      return row(id);
    };
    expect(await plan({ personId: li })).toMatchObject({ person_id: li });
    expect(await plan({ personId: null })).toMatchObject({ person_id: null });
    const left = app.inBin('users', app.aUser({ name: '走了' }));
    expect(await plan({ customerId: app.aCustomer({ ownerId: left }) })).toMatchObject({ person_id: null });
  });

  it('refuses somebody who left or never was', async () => {
    const customerId = app.aCustomer();
    const refusal = { kind: 'validation', fields: [{ field: 'personId', problem: 'unknown_choice' }] };
    for (const personId of [newId(), app.inBin('users', app.aUser())]) {
      const plan = { customerId, plannedOn: day('2026-03-09'), personId };
      expect(await app.refused('visits', 'plan', plan)).toEqual(refusal);
    }
  });

  it.each([
    ['plannedOn', '2026-02-30', 'invalid_date'],
    ['plannedTime', '24:00', 'invalid_date'],
    ['lengthMinutes', 0, 'out_of_range'],
    ['lengthMinutes', 1441, 'out_of_range'],
    // 2062 for 2026.
    ['plannedOn', '2062-03-09', 'out_of_range'],
    ['plannedOn', '0026-03-09', 'out_of_range'],
    ['plannedOn', '9999-12-31', 'out_of_range'],
  ])('refuses a %s of %s', async (field, value, problem) => {
    const input = { customerId: app.aCustomer(), plannedOn: '2026-03-09', [field]: value };
    expect(await app.send({ procedure: 'visits.plan', input })).toEqual({
      ok: false,
      error: { kind: 'validation', fields: [{ field, problem }] },
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

  it('lets a salesperson plan for himself or nobody, not for a colleague', async () => {
    const me = app.aUser({ name: '李娜' });
    await app.sitDown(me);
    const plan = (personId: string | null) =>
      app.call('visits', 'plan', {
        customerId: app.aCustomer({ ownerId: me }),
        plannedOn: day('2026-03-09'),
        personId,
      });
    expect(await plan(me)).toMatchObject({ ok: true });
    expect(await plan(null)).toMatchObject({ ok: true });
    expect(await plan(app.ownerId)).toEqual({ ok: false, error: { kind: 'forbidden', right: 'follow_ups.edit' } });
  });
});

describe('visits.plan that repeats', () => {
  it('plans every visit at once and says how many; over a holiday two meet on the next workday and are one', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const { planned } = await app.done('visits', 'plan', {
      customerId,
      plannedOn: day('2026-09-24'),
      purpose: '对账',
      repeat: everyWeek('2026-10-15'),
    });
    expect(planned).toBe(3);
    expect(openDays(customerId)).toEqual(['2026-09-24', '2026-10-08', '2026-10-15']);
  });

  it('is one action: one undo takes all back, and one redo brings all again', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const before = app.hash();
    const { batchId, planned } = await app.done('visits', 'plan', {
      customerId,
      plannedOn: day('2026-03-02'),
      repeat: { ...everyWeek('2027-02-08') },
    });
    expect(planned).toBe(50);
    const after = app.hash();
    const undo = await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(undo.conflicts).toEqual([]);
    expect(app.hash()).toBe(before);
    expect(openDays(customerId)).toEqual([]);
    const redo = await app.done('history', 'undo', { batchId: undo.batchId ?? '' });
    expect(redo.conflicts).toEqual([]);
    expect(app.hash()).toBe(after);
  });

  it('takes back all but what was done since', async () => {
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const { batchId, id } = await app.done('visits', 'plan', {
      customerId,
      plannedOn: day('2026-03-02'),
      repeat: everyWeek('2026-03-23'),
    });
    await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), closesPlanId: id });
    const undo = await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(undo.conflicts.map(({ entity, reason }) => [entity, reason])).toContainEqual([
      'visit_plans',
      'row_changed_later',
    ]);
    expect(openDays(customerId)).toEqual([]);
    expect(row(id)).toMatchObject({ status: 'done', deleted_at: null });
    const { entry, series } = await app.done('visits', 'get', { id });
    expect(entry.plan.status).toBe('done');
    expect(series).not.toBeNull();
  });

  it.each([
    ['before it begins', '2026-03-01'],
    ['after more than three years', '2029-03-03'],
  ])('refuses an end %s', async (_, until) => {
    const plan = { customerId: app.aCustomer(), plannedOn: day('2026-03-02'), repeat: everyWeek(until) };
    expect(await app.refused('visits', 'plan', plan)).toEqual({
      kind: 'validation',
      fields: [{ field: 'repeat.untilOn', problem: 'out_of_range' }],
    });
  });

  it.each([0, 366, 1.5])('refuses every %s weeks', async (every) => {
    const input = {
      customerId: app.aCustomer(),
      plannedOn: '2026-03-02',
      repeat: { ...everyWeek('2026-04-02'), every },
    };
    expect(await app.send({ procedure: 'visits.plan', input })).toMatchObject({ error: { kind: 'validation' } });
  });
});

describe('what overlaps', () => {
  it('is pointed out and planned all the same: open visits of that person at that time', async () => {
    const li = app.aUser({ name: '李娜' });
    const at = { plannedOn: day('2026-03-09'), personId: li };
    const hour = app.aVisitPlan({ ...at, plannedTime: '09:00' });
    const half = app.aVisitPlan({ ...at, plannedTime: '10:15', lengthMinutes: 30 });
    app.aVisitPlan({ ...at, plannedTime: '10:30', status: 'cancelled' });
    app.aVisitPlan({ ...at, plannedTime: '10:00', personId: app.ownerId });
    app.aVisitPlan({ ...at, plannedTime: null });
    app.aVisitPlan({ ...at, plannedTime: '11:00' });
    const gone = app.aCustomer();
    app.aVisitPlan({ ...at, customerId: gone, plannedTime: '09:30' });
    app.inBin('customers', gone);
    const { overlaps, id } = await app.done('visits', 'plan', {
      ...at,
      customerId: app.aCustomer(),
      plannedTime: '09:30',
      lengthMinutes: 90,
    });
    expect(overlaps.map(({ plan }) => plan.id)).toEqual([hour, half]);
    expect((await app.done('visits', 'get', { id })).overlaps.map(({ plan }) => plan.id)).toEqual([hour, half]);
    const moved = await app.done('visits', 'update', { id, fields: { plannedTime: '11:30', lengthMinutes: null } });
    expect(moved.overlaps).toHaveLength(1);
  });

  it('is found on every day of a repeating visit', async () => {
    for (const on of ['2026-03-09', '2026-03-10', '2026-03-23']) {
      app.aVisitPlan({ plannedOn: day(on), plannedTime: '09:30', personId: app.ownerId });
    }
    const { overlaps } = await app.done('visits', 'plan', {
      customerId: app.aCustomer({ ownerId: app.ownerId }),
      plannedOn: day('2026-03-02'),
      plannedTime: '09:00',
      repeat: everyWeek('2026-03-30'),
    });
    expect(overlaps.map(({ plan }) => plan.plannedOn)).toEqual(['2026-03-09', '2026-03-23']);
  });
});

describe('visits.update', () => {
  it('moves a plan, keeps its purpose, and the journal keeps where it was', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-03-09'), purpose: '送样', plannedTime: '09:00' });
    const { batchId, changed } = await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-11') } });
    expect(row(id)).toMatchObject({ planned_on: '2026-03-11', purpose: '送样', planned_time: '09:00' });
    const before = app.book.sqlite.prepare('SELECT before FROM journal WHERE batch_id = ?').pluck().get(batchId);
    expect(JSON.parse(String(before))).toEqual({ planned_on: '2026-03-09' });
    expect(changed).toBe(1);
  });

  it('says that nothing changed', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-03-09') });
    const same = await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-09') } });
    expect(same).toEqual({ batchId: null, changed: 0, overlaps: [] });
  });

  it('makes the new day the customer’s next date', async () => {
    const customerId = app.aCustomer();
    const id = app.aVisitPlan({ customerId, plannedOn: day('2026-03-09') });
    await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-11') } });
    expect(await nextVisit(customerId)).toBe('2026-03-11');
  });

  it('moves one of a repeating visit alone', async () => {
    const { customerId, ids } = await aWeekly();
    await app.done('visits', 'update', { id: ids[1] ?? '', fields: { plannedOn: day('2026-03-12') } });
    expect(openDays(customerId)).toEqual(['2026-03-02', '2026-03-12', '2026-03-16', '2026-03-23']);
  });

  it('moves this and the open ones after it by as many days, with time and person', async () => {
    const { customerId, ids } = await aWeekly();
    await app.done('visits', 'cancel', { id: ids[2] ?? '', reason: '展会' });
    const li = app.aUser({ name: '李娜' });
    const { changed, batchId } = await app.done('visits', 'update', {
      id: ids[1] ?? '',
      fields: { plannedOn: day('2026-03-11'), plannedTime: '15:00', personId: li },
      scope: 'following',
    });
    expect(changed).toBe(2);
    expect(openDays(customerId)).toEqual(['2026-03-02', '2026-03-11', '2026-03-25']);
    expect(row(ids[3] ?? '')).toMatchObject({ planned_time: '15:00', person_id: li });
    expect(row(ids[2] ?? '')).toMatchObject({ planned_on: '2026-03-16', planned_time: '09:00' });
    expect(row(ids[0] ?? '')).toMatchObject({ planned_time: '09:00', person_id: app.ownerId });
    expect((await app.done('history', 'undo', { batchId: batchId ?? '' })).conflicts).toEqual([]);
    expect(openDays(customerId)).toEqual(['2026-03-02', '2026-03-09', '2026-03-23']);
  });

  it('moves no occurrence of another repeating visit of the customer', async () => {
    const { customerId, ids } = await aWeekly();
    await app.done('visits', 'plan', { customerId, plannedOn: day('2026-03-06'), repeat: everyWeek('2026-03-13') });
    const change = { fields: { plannedOn: day('2026-03-03') }, scope: 'following' } as const;
    await app.done('visits', 'update', { id: ids[0] ?? '', ...change });
    expect(openDays(customerId)).toEqual([
      '2026-03-03',
      '2026-03-06',
      '2026-03-10',
      '2026-03-13',
      '2026-03-17',
      '2026-03-24',
    ]);
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

  it('refuses a year that is a slip of the keyboard, and a person who is none', async () => {
    const id = app.aVisitPlan();
    const far = { id, fields: { plannedOn: day('2206-03-11') } };
    expect(await app.refused('visits', 'update', far)).toMatchObject({ fields: [{ field: 'fields.plannedOn' }] });
    const nobody = { id, fields: { personId: newId() } };
    expect(await app.refused('visits', 'update', nobody)).toMatchObject({ fields: [{ field: 'fields.personId' }] });
    expect(await app.refused('visits', 'update', { id: newId(), fields: {} })).toMatchObject({ kind: 'not_found' });
  });

  it('refuses a plan in the bin', async () => {
    const { batchId, id } = await app.done('visits', 'plan', {
      customerId: app.aCustomer(),
      plannedOn: day('2026-03-09'),
    });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(await app.refused('visits', 'update', { id, fields: {} })).toMatchObject({ reason: 'in_bin', otherId: id });
  });

  it('lets who is sent to a colleague’s customer move the visit, and nobody else’s', async () => {
    const li = app.aUser({ name: '李娜' });
    const customerId = app.aCustomer({ ownerId: app.ownerId });
    const hers = app.aVisitPlan({ customerId, personId: li });
    const his = app.aVisitPlan({ customerId, personId: app.ownerId });
    await app.sitDown(li);
    const move = (id: string) => app.call('visits', 'update', { id, fields: { plannedOn: day('2026-03-11') } });
    expect(await move(hers)).toMatchObject({ ok: true });
    expect(await move(his)).toEqual({ ok: false, error: { kind: 'forbidden', right: 'follow_ups.edit' } });
  });

  it('leaves a person who left with the plan that is moved', async () => {
    const left = app.inBin('users', app.aUser({ name: '走了' }));
    const id = app.aVisitPlan({ personId: left });
    await app.done('visits', 'update', { id, fields: { plannedOn: day('2026-03-11'), personId: left } });
    expect(row(id)).toMatchObject({ planned_on: '2026-03-11', person_id: left });
  });
});

describe('visits.moveMany', () => {
  it('moves the open ones of one’s reach to one day, and counts the others', async () => {
    const li = app.aUser({ name: '李娜' });
    const mine = [1, 2].map(() => app.aVisitPlan({ customerId: app.aCustomer({ ownerId: li }) }));
    const others = app.aVisitPlan({ customerId: app.aCustomer({ ownerId: app.ownerId }) });
    const done = app.aVisitPlan({ customerId: app.aCustomer({ ownerId: li }), status: 'done' });
    await app.sitDown(li);
    const ids = [...mine, ...mine, others, done, newId()];
    const { changed, leftAlone, batchId } = await app.done('visits', 'moveMany', { ids, to: day('2026-03-06') });
    expect([changed, leftAlone]).toEqual([2, 3]);
    expect(mine.map(row)).toMatchObject([{ planned_on: '2026-03-06' }, { planned_on: '2026-03-06' }]);
    expect(row(others)).toMatchObject({ planned_on: '2026-03-05' });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(mine.map(row)).toMatchObject([{ planned_on: '2026-03-05' }, { planned_on: '2026-03-05' }]);
  });

  it('moves a hundred in one action', async () => {
    const ids = Array.from({ length: 100 }, () => app.aVisitPlan());
    const { changed, batchId } = await app.done('visits', 'moveMany', { ids, to: day('2026-03-06') });
    expect(changed).toBe(100);
    const entries = app.book.sqlite.prepare('SELECT count(*) FROM journal WHERE batch_id = ?').pluck().get(batchId);
    expect(entries).toBe(100);
  });

  it('refuses a day too far off, and an empty list', async () => {
    const ids = [app.aVisitPlan()];
    expect(await app.refused('visits', 'moveMany', { ids, to: day('2206-03-06') })).toMatchObject({
      fields: [{ field: 'to', problem: 'out_of_range' }],
    });
    expect(await app.refused('visits', 'moveMany', { ids: [], to: day('2026-03-06') })).toMatchObject({
      kind: 'validation',
    });
  });
});

describe('visits.cancel', () => {
  it('keeps the reason', async () => {
    const id = app.aVisitPlan();
    await app.done('visits', 'cancel', { id, reason: '客户出差' });
    expect(row(id)).toMatchObject({ status: 'cancelled', cancelled_reason: '客户出差' });
  });

  it('cancels this and the open ones after it, and leaves those before and those done', async () => {
    const { customerId, ids } = await aWeekly();
    const [, second = '', third = ''] = ids;
    await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), closesPlanId: third });
    const { changed } = await app.done('visits', 'cancel', { id: second, reason: '店关了', scope: 'following' });
    expect(changed).toBe(2);
    expect(openDays(customerId)).toEqual(['2026-03-02']);
    expect(row(third)).toMatchObject({ status: 'done' });
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

describe('visits.markMissed', () => {
  it('says that nobody came, of today’s and earlier visits', async () => {
    const id = app.aVisitPlan({ plannedOn: day('2026-03-05') });
    await app.done('visits', 'markMissed', { id });
    expect(row(id)).toMatchObject({ status: 'missed' });
    expect(await app.refused('visits', 'markMissed', { id })).toMatchObject({ reason: 'changed_meanwhile' });
    const ahead = app.aVisitPlan({ plannedOn: day('2026-03-06') });
    expect(await app.refused('visits', 'markMissed', { id: ahead })).toEqual({
      kind: 'validation',
      fields: [{ field: 'id', problem: 'out_of_range' }],
    });
  });
});

describe('a book in New York', () => {
  beforeEach(async () => {
    app.close();
    // 21:00 on 4 March there, 10:00 on 5 March in Shanghai.
    app = openTestApp({ now: at('2026-03-05T02:00:00.000Z') });
    await app.done('settings', 'save', { timeZone: 'America/New_York' });
  });

  it('misses no visit that is still to come there', async () => {
    const tomorrow = app.aVisitPlan({ plannedOn: day('2026-03-05') });
    expect(await app.refused('visits', 'markMissed', { id: tomorrow })).toMatchObject({ kind: 'validation' });
    const today = app.aVisitPlan({ plannedOn: day('2026-03-04') });
    expect(await app.call('visits', 'markMissed', { id: today })).toMatchObject({ ok: true });
  });

  it('keeps the days and the wall clock of a repeating visit over the change of clocks', async () => {
    const customerId = app.aCustomer();
    await app.done('visits', 'plan', {
      customerId,
      plannedOn: day('2026-03-02'),
      plannedTime: '02:30',
      repeat: everyWeek('2026-03-16'),
    });
    const rows = app.book.sqlite
      .prepare('SELECT planned_on, planned_time FROM visit_plans WHERE customer_id = ? ORDER BY 1')
      .raw()
      .all(customerId);
    expect(rows).toEqual(['2026-03-02', '2026-03-09', '2026-03-16'].map((on) => [on, '02:30']));
  });
});

describe('a visit of a repeating plan that is done', () => {
  it('leaves the others', async () => {
    const { customerId, ids } = await aWeekly();
    const [first = ''] = ids;
    await app.done('followUps', 'create', { customerId, followUp: aFollowUpForm(), closesPlanId: first });
    expect(row(first)).toMatchObject({ status: 'done' });
    expect(openDays(customerId)).toEqual(['2026-03-09', '2026-03-16', '2026-03-23']);
  });
});
