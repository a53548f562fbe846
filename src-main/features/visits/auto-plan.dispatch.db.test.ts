import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import { type Id, newId } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import type { visitsContract } from '../../../src-shared/visits/visits-contract.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { proposeVisitsJob } from './auto-plan-job.ts';

let app: TestApp;
// A Thursday; the Saturday after it is worked, 15 to 23 February are off.
const beforeSpringFestival = at('2026-02-12T01:00:00.000Z');
beforeEach(() => {
  app = openTestApp({ now: beforeSpringFestival });
});
afterEach(() => app.close());

const propose = (wish: InputOf<(typeof visitsContract)['propose']> = {}) => app.done('visits', 'propose', wish);
type Accepted = { readonly customerId: Id; readonly personId: Id; readonly on: ReturnType<typeof day> };
const accept = (visits: readonly Accepted[]) => app.done('visits', 'acceptProposal', { visits: [...visits] });
const plansOf = (customerId: Id) =>
  app.book.sqlite
    .prepare('SELECT person_id, planned_on, purpose, status FROM visit_plans WHERE customer_id = ?')
    .all(customerId);
/** Last seen on that day; with tier A the next visit is due a week later. */
function seenOn(lastContact: string, row: Parameters<TestApp['aCustomer']>[0] = {}): Id {
  const customerId = app.aCustomer({ ownerId: app.ownerId, tierId: app.tierIds.A, city: '杭州市', ...row });
  app.aFollowUp({ customerId, happenedAt: at(`${lastContact}T04:00:00.000Z`) });
  return customerId;
}

describe('visits.propose', () => {
  it('proposes whoever is due by the tenth workday for the owner, over the holiday, and says what is off', async () => {
    const due = seenOn('2026-02-10', { name: '金源装饰城', district: '上城区' });
    const notYet = seenOn('2026-02-26', { name: '还早' });
    const proposal = await propose();
    expect(proposal).toMatchObject({
      from: '2026-02-12',
      to: '2026-03-04',
      maxPerDay: 6,
      unplanned: [],
      unplannedCount: 0,
      fullDays: [],
      makeupWorkdays: ['2026-02-14', '2026-02-28'],
      knownUntilYear: 2026,
    });
    expect(proposal.visits).toEqual([
      {
        customerId: due,
        name: '金源装饰城',
        tierId: app.tierIds.A,
        city: '杭州市',
        district: '上城区',
        personId: app.ownerId,
        // Due on New Year’s Day: 24 February, two workdays either side.
        dueOn: '2026-02-17',
        on: '2026-02-13',
        isLate: false,
      },
    ]);
    expect(proposal.daysOff.map(({ on }) => on)).toEqual(Array.from({ length: 9 }, (_, n) => `2026-02-${15 + n}`));
    expect(new Set(proposal.daysOff.map(({ name }) => name))).toEqual(new Set(['春节']));
    expect(plansOf(due)).toEqual([]);
    expect(plansOf(notYet)).toEqual([]);
  });

  it('leaves out who has an open plan or is in the bin', async () => {
    app.aVisitPlan({ customerId: seenOn('2026-01-01'), plannedOn: day('2026-06-01') });
    app.inBin('customers', seenOn('2026-01-01'));
    const done = seenOn('2026-01-01');
    app.aVisitPlan({ customerId: done, plannedOn: day('2025-12-01'), status: 'missed' });
    expect((await propose()).visits.map(({ customerId }) => customerId)).toEqual([done]);
  });

  it('counts what is planned and what was done today, goes where somebody is anyway, and names full days', async () => {
    const open = { personId: app.ownerId, plannedOn: day('2026-02-12') };
    const near = app.aCustomer({ city: '杭州市', district: '余杭区' });
    app.aVisitPlan(open);
    app.aVisitPlan({ ...open, status: 'done' });
    // None of these takes a place: called off, come and gone before its day, overdue since yesterday.
    const tomorrow = { ...open, plannedOn: day('2026-02-13') };
    app.aVisitPlan({ ...tomorrow, status: 'cancelled' });
    app.aVisitPlan({ ...tomorrow, status: 'done' });
    app.aVisitPlan({ ...open, plannedOn: day('2026-02-11') });
    app.aVisitPlan({ personId: app.ownerId, plannedOn: day('2026-02-14'), customerId: near });
    const customerId = seenOn('2026-02-05', { district: '余杭区' });
    const proposal = await propose({ maxPerDay: 2 });
    expect(proposal.visits).toMatchObject([{ customerId, on: '2026-02-14' }]);
    expect(proposal.fullDays).toEqual([
      { personId: app.ownerId, on: '2026-02-12' },
      { personId: app.ownerId, on: '2026-02-14' },
    ]);
  });

  it('lists those nobody can be sent to: without an owner, with one who has left, without a free day', async () => {
    const nobodys = seenOn('2026-01-01', { ownerId: null, name: '无人负责' });
    const gone = app.aUser();
    const left = seenOn('2026-01-02', { ownerId: gone, name: '前任的' });
    app.inBin('users', gone);
    const [first, second, third] = [seenOn('2026-01-03'), seenOn('2026-01-04'), seenOn('2026-01-05')];
    const proposal = await propose({ horizonWorkdays: 1, maxPerDay: 1 });
    expect(proposal.visits.map(({ customerId }) => customerId)).toEqual([first, second]);
    expect(proposal.unplanned).toMatchObject([
      { customerId: nobodys, name: '无人负责', personId: null, reason: 'no_owner' },
      { customerId: left, personId: null, reason: 'no_owner' },
      { customerId: third, personId: app.ownerId, reason: 'no_room' },
    ]);
    expect(proposal).toMatchObject({ unplannedCount: 3, withoutOwnerCount: 2 });
  });

  it('proposes for the persons named only', async () => {
    const seller = app.aUser();
    const theirs = seenOn('2026-01-01', { ownerId: seller });
    seenOn('2026-01-01');
    seenOn('2026-01-01', { ownerId: null });
    const proposal = await propose({ persons: [seller] });
    expect(proposal.visits.map(({ customerId }) => customerId)).toEqual([theirs]);
    expect(proposal.unplannedCount).toBe(0);
  });

  it('proposes to a salesperson for nobody else', async () => {
    const seller = app.aUser();
    const own = seenOn('2026-01-01', { ownerId: seller });
    seenOn('2026-01-01');
    await app.sitDown(seller);
    expect((await propose()).visits.map(({ customerId }) => customerId)).toEqual([own]);
    expect((await propose({ persons: [seller] })).visits).toHaveLength(1);
    expect(await app.refused('visits', 'propose', { persons: [app.ownerId] })).toEqual({
      kind: 'forbidden',
      right: 'follow_ups.edit',
    });
  });

  it('refuses a person there is not, and is nothing for a bookkeeper', async () => {
    expect(await app.refused('visits', 'propose', { persons: [newId()] })).toEqual({
      kind: 'validation',
      fields: [{ field: 'persons', problem: 'unknown_choice' }],
    });
    await app.sitDown(app.aUser({ role: 'bookkeeper' }));
    expect(await app.refused('visits', 'propose', {})).toEqual({ kind: 'forbidden', right: 'follow_ups.edit' });
  });

  it.each([
    ['horizonWorkdays', 0],
    ['horizonWorkdays', 61],
    ['maxPerDay', 0],
    ['persons', ['x']],
  ])('refuses %s of %j', async (field, value) => {
    expect(await app.send({ procedure: 'visits.propose', input: { [field]: value } })).toMatchObject({
      ok: false,
      error: { kind: 'validation' },
    });
  });
});

describe('visits.acceptProposal', () => {
  it('plans what was ticked, moved ones where they were moved to, and one undo takes all of it back', async () => {
    const customers = ['2026-01-01', '2026-01-02', '2026-01-03'].map((on) => seenOn(on));
    const { visits } = await propose();
    const before = app.hash();
    const [first, second] = visits;
    if (!first || !second) throw new Error('three were due');
    // Moved by hand to a Sunday.
    const outcome = await accept([first, { ...second, on: day('2026-03-01') }]);
    expect(outcome).toMatchObject({ planned: 2, leftAlone: 0 });
    const plan = { person_id: app.ownerId, purpose: null, status: 'planned' };
    expect(customers.map(plansOf)).toEqual([
      [{ ...plan, planned_on: first.on }],
      [{ ...plan, planned_on: '2026-03-01' }],
      [],
    ]);
    expect(app.announced).toContainEqual(['customers', 'visit_plans', 'history', 'reminders']);
    const batch = app.book.sqlite.prepare('SELECT source FROM journal_batches WHERE id = ?').pluck();
    expect(batch.get(outcome.batchId)).toBe('bulk');
    await app.done('history', 'undo', { batchId: outcome.batchId ?? '' });
    expect(app.hash()).toBe(before);
    // All three are proposed again.
    expect((await propose()).visits).toHaveLength(3);
  });

  it('notes a purpose on each', async () => {
    const customerId = seenOn('2026-01-01');
    const visits = [{ customerId, personId: app.ownerId, on: day('2026-02-13') }];
    await app.done('visits', 'acceptProposal', { visits, purpose: '节前走访' });
    expect(plansOf(customerId)).toMatchObject([{ purpose: '节前走访' }]);
  });

  it('leaves alone who got a plan, another owner or went to the bin meanwhile, and days that have passed', async () => {
    const seller = app.aUser();
    const gone = app.aUser({ name: '前任' });
    const kept = seenOn('2026-01-01');
    const planned = seenOn('2026-01-01');
    const givenAway = seenOn('2026-01-01');
    const binned = seenOn('2026-01-01');
    const past = seenOn('2026-01-01');
    const ofGone = seenOn('2026-01-01', { ownerId: gone });
    const unowned = seenOn('2026-01-01', { ownerId: null });
    app.aVisitPlan({ customerId: planned, plannedOn: day('2026-05-01') });
    const change = { kind: 'owner', ownerId: seller } as const;
    await app.done('customers', 'bulkEdit', { selection: { kind: 'ids', ids: [givenAway] }, change });
    app.inBin('customers', binned);
    app.inBin('users', gone);
    const on = day('2026-02-13');
    const wish = (customerId: Id, personId = app.ownerId) => ({ customerId, personId, on });
    const outcome = await accept([
      wish(kept),
      wish(kept),
      wish(planned),
      wish(givenAway),
      wish(binned),
      { ...wish(past), on: day('2026-02-11') },
      wish(ofGone, gone),
      wish(unowned),
    ]);
    expect(outcome).toMatchObject({ planned: 1, leftAlone: 7 });
    expect(plansOf(kept)).toHaveLength(1);
    expect([givenAway, binned, past, ofGone, unowned].flatMap(plansOf)).toEqual([]);
  });

  it('leaves no trace when nothing of it holds any more', async () => {
    const customerId = seenOn('2026-01-01');
    const entries = app.journalCount();
    const visits = [{ customerId, personId: app.aUser(), on: day('2026-02-13') }];
    const aUserWritten = app.journalCount();
    expect(await accept(visits)).toEqual({ planned: 0, leftAlone: 1, batchId: null });
    expect(app.journalCount()).toBe(aUserWritten);
    expect(aUserWritten).toBe(entries + 1);
  });

  it('plans a salesperson’s own customers and leaves those of others alone', async () => {
    const seller = app.aUser();
    const own = seenOn('2026-01-01', { ownerId: seller });
    const others = seenOn('2026-01-01');
    await app.sitDown(seller);
    const on = day('2026-02-13');
    expect(
      await accept([
        { customerId: own, personId: seller, on },
        { customerId: others, personId: app.ownerId, on },
        { customerId: others, personId: seller, on },
      ]),
    ).toMatchObject({ planned: 1, leftAlone: 2 });
    expect(plansOf(others)).toEqual([]);
  });

  it('plans nothing when one id never was a customer, or a day lies beyond ten years', async () => {
    const customerId = seenOn('2026-01-01');
    const good = { customerId, personId: app.ownerId, on: day('2026-02-13') };
    const unknown = newId();
    expect(await app.refused('visits', 'acceptProposal', { visits: [good, { ...good, customerId: unknown }] })).toEqual(
      { kind: 'not_found', entity: 'customers', id: unknown },
    );
    expect(
      await app.refused('visits', 'acceptProposal', { visits: [good, { ...good, on: day('2062-02-13') }] }),
    ).toEqual({ kind: 'validation', fields: [{ field: 'visits', problem: 'out_of_range' }] });
    expect(plansOf(customerId)).toEqual([]);
  });
});

describe('proposeVisitsJob', () => {
  it('stops where it is told to', async () => {
    seenOn('2026-01-01');
    const order = { today: day('2026-02-12'), horizonWorkdays: 10, maxPerDay: 6, persons: null };
    const control = { progress: () => {}, isCancelled: () => true, openBook: () => ok(app.book) };
    expect(await proposeVisitsJob(order, control)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
});

describe('both in threads of their own', () => {
  it('propose and plan a firm’s fortnight, with progress, as one batch that undo takes back', async () => {
    const inFile = openTestApp({ now: beforeSpringFestival, inFile: true });
    try {
      for (let n = 0; n < 40; n += 1) {
        const customerId = inFile.aCustomer({ ownerId: inFile.ownerId, district: n % 2 ? '上城区' : '余杭区' });
        inFile.aFollowUp({ customerId, happenedAt: at('2025-12-01T04:00:00.000Z') });
      }
      const before = inFile.hash();
      const { visits } = await inFile.done('visits', 'propose', {});
      expect(visits).toHaveLength(40);
      const { batchId, planned } = await inFile.done('visits', 'acceptProposal', {
        visits: visits.map(({ customerId, personId, on }) => ({ customerId, personId, on })),
      });
      expect(planned).toBe(40);
      // Shown no more often than it can be read: a quick plan has no time to say that it plans.
      const stages = new Set(inFile.progress.map(({ stage }) => stage));
      expect([stages.has('reading'), stages.has('writing')]).toEqual([true, true]);
      await inFile.done('history', 'undo', { batchId: batchId ?? '' });
      expect(inFile.hash()).toBe(before);
    } finally {
      inFile.close();
    }
  });
});
