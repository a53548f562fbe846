import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { customers } from '../../../db/schema/customers.ts';
import { at } from '../../../db/testing/open-test-book.ts';
import { writeLedger } from '../../../db/testing/write-ledger.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { aReceivable, ledgerOf } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const march = { from: day('2026-03-01'), to: day('2026-03-31') };

/** 王记五金 in 西湖区 with a primary contact and a talk. */
function aShop(name = '王记五金', more: Parameters<TestApp['aCustomer']>[0] = {}) {
  const customerId = app.aCustomer({ name, city: '杭州', district: '西湖区', address: '文三路 1 号', ...more });
  const contactId = app.aContact({ customerId, name: '王建国', mobile: '13800138000', phone: '0571-88886666' });
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) =>
    db.update(customers, customerId, { primaryContactId: contactId }),
  );
  return customerId;
}

const planIds = async (wish: object = {}) =>
  (await app.done('visits', 'between', { ...march, ...wish })).entries.map(({ plan }) => plan.id);

describe('visits.get', () => {
  it('says whom one visits, whom to call, and when they were last talked to', async () => {
    const customerId = aShop('王记五金', { tierId: app.tierIds.A, ownerId: app.ownerId, shortName: '王记' });
    app.aFollowUp({ customerId, happenedAt: at('2026-02-01T02:00:00.000Z') });
    const id = app.aVisitPlan({ customerId, plannedTime: '09:00', lengthMinutes: 45, purpose: '送样' });
    const { entry, series, overlaps } = await app.done('visits', 'get', { id });
    expect(entry).toEqual({
      plan: expect.objectContaining({
        id,
        customerId,
        personId: null,
        plannedOn: '2026-03-05',
        plannedTime: '09:00',
        lengthMinutes: 45,
        purpose: '送样',
        status: 'planned',
      }),
      customerId,
      name: '王记五金',
      shortName: '王记',
      tierId: app.tierIds.A,
      ownerId: app.ownerId,
      city: '杭州',
      district: '西湖区',
      address: '文三路 1 号',
      contactName: '王建国',
      phone: '13800138000',
      lastContactAt: '2026-02-01T02:00:00.000Z',
    });
    expect([series, overlaps]).toEqual([null, []]);
  });

  it('gives the number of the firm where no contact is the first', async () => {
    const id = app.aVisitPlan({ customerId: app.aCustomer({ phone: '0571-88886666' }) });
    const { entry } = await app.done('visits', 'get', { id });
    expect([entry.contactName, entry.phone]).toEqual([null, '0571-88886666']);
  });

  it('shows the repeating plan it belongs to', async () => {
    const { id } = await app.done('visits', 'plan', {
      customerId: app.aCustomer(),
      plannedOn: day('2026-03-02'),
      repeat: { every: 2, unit: 'week', untilOn: day('2026-04-02'), onDayOff: 'keep' },
    });
    const { series } = await app.done('visits', 'get', { id });
    expect(series).toMatchObject({
      every: 2,
      unit: 'week',
      startsOn: '2026-03-02',
      untilOn: '2026-04-02',
      onDayOff: 'keep',
    });
  });

  it('finds none that never was, or whose customer is in the bin', async () => {
    const customerId = app.aCustomer();
    const id = app.aVisitPlan({ customerId, status: 'done' });
    app.inBin('customers', customerId);
    for (const one of [id, newId()]) {
      expect(await app.refused('visits', 'get', { id: one })).toEqual({
        kind: 'not_found',
        entity: 'visit_plans',
        id: one,
      });
    }
  });
});

describe('visits.between', () => {
  it('gives every plan of the days, first and last included, whatever became of it', async () => {
    const [first, last] = ['2026-03-01', '2026-03-31'].map((on) => app.aVisitPlan({ plannedOn: day(on) }));
    const done = app.aVisitPlan({ plannedOn: day('2026-03-10'), status: 'done' });
    const off = app.aVisitPlan({ plannedOn: day('2026-03-11'), status: 'cancelled' });
    app.aVisitPlan({ plannedOn: day('2026-02-28') });
    app.aVisitPlan({ plannedOn: day('2026-04-01') });
    expect(await planIds()).toEqual([first, done, off, last]);
  });

  it('lists by day, those with a time first, then by district and name in pinyin', async () => {
    const on = (name: string, district: string | null, plannedTime: string | null, plannedOn = '2026-03-10') =>
      app.aVisitPlan({
        customerId: app.aCustomer({ name, district }),
        plannedOn: day(plannedOn),
        plannedTime,
      });
    const late = on('甲', '余杭区', '15:00');
    const xihu = on('张', '西湖区', null);
    const xihuA = on('阿', '西湖区', null);
    const early = on('乙', '余杭区', '08:30');
    const gongshu = on('丙', '拱墅区', null);
    const next = on('丁', '拱墅区', '07:00', '2026-03-11');
    expect(await planIds()).toEqual([early, late, gongshu, xihuA, xihu, next]);
  });

  it('shows the persons asked for, and nobody’s on request', async () => {
    const li = app.aUser({ name: '李娜' });
    const hers = app.aVisitPlan({ personId: li });
    const his = app.aVisitPlan({ personId: app.ownerId });
    const nobodys = app.aVisitPlan({ personId: null });
    const all = [hers, his, nobodys];
    expect(new Set(await planIds())).toEqual(new Set(all));
    expect(await planIds({ persons: [li] })).toEqual([hers]);
    expect(await planIds({ persons: ['none'] })).toEqual([nobodys]);
    expect(new Set(await planIds({ persons: [li, 'none', li] }))).toEqual(new Set([hers, nobodys]));
    expect(await planIds({ persons: [] })).toEqual([]);
  });

  it('leaves out what is in the bin, with its customer or alone', async () => {
    const customerId = app.aCustomer();
    app.aVisitPlan({ customerId });
    app.inBin('customers', customerId);
    const { batchId } = await app.done('visits', 'plan', { customerId: app.aCustomer(), plannedOn: day('2026-03-09') });
    await app.done('history', 'undo', { batchId: batchId ?? '' });
    expect(await planIds()).toEqual([]);
  });

  it.each([
    ['2026-03-10', '2026-03-09'],
    ['2026-03-01', '2026-05-02'],
  ])('refuses from %s to %s', async (from, to) => {
    const refusal = { kind: 'validation', fields: [{ field: 'to', problem: 'out_of_range' }] };
    const span = { from: day(from), to: day(to) };
    expect(await app.refused('visits', 'between', span)).toEqual(refusal);
    expect(await app.refused('visits', 'routeSheet', span)).toEqual(refusal);
    const words = { fileName: 'x', calendarName: 'x' };
    expect(await app.refused('visits', 'exportIcs', { ...span, words })).toEqual(refusal);
  });

  it('takes two months, and one day', async () => {
    app.aVisitPlan({ plannedOn: day('2026-03-10') });
    expect(await planIds({ to: day('2026-05-01') })).toHaveLength(1);
    expect(await planIds({ from: day('2026-03-10'), to: day('2026-03-10') })).toHaveLength(1);
  });
});

describe('visits.routeSheet', () => {
  const sheet = async (persons?: string[]) => {
    const wish = { ...march, ...(persons ? { persons } : {}) };
    return (await app.done('visits', 'routeSheet', wish)).stops;
  };

  it('goes by day, person, district, time; what is nobody’s ends the day', async () => {
    const [wang, li] = [app.aUser({ name: '王芳' }), app.aUser({ name: '李娜' })];
    const stop = (personId: string | null, district: string | null, plannedTime: string | null, on = '2026-03-10') =>
      app.aVisitPlan({ customerId: app.aCustomer({ district }), personId, plannedTime, plannedOn: day(on) });
    const nobodys = stop(null, '拱墅区', '08:00');
    const wangLate = stop(wang, '西湖区', '15:00');
    const wangEarly = stop(wang, '西湖区', '09:00');
    const wangAny = stop(wang, '西湖区', null);
    const wangGongshu = stop(wang, '拱墅区', '17:00');
    const wangSomewhere = stop(wang, null, '07:00');
    const liOnly = stop(li, '余杭区', null);
    const next = stop(li, '拱墅区', null, '2026-03-11');
    expect((await sheet()).map(({ plan }) => plan.id)).toEqual([
      liOnly,
      wangGongshu,
      wangEarly,
      wangLate,
      wangAny,
      wangSomewhere,
      nobodys,
      next,
    ]);
    expect((await sheet([li])).map(({ plan }) => plan.id)).toEqual([liOnly, next]);
  });

  it('brings what was said last, and only open visits', async () => {
    const customerId = aShop();
    app.aFollowUp({ customerId, text: '问价', happenedAt: at('2026-02-01T02:00:00.000Z') });
    app.aFollowUp({ customerId, text: '嫌贵', happenedAt: at('2026-02-20T02:00:00.000Z') });
    app.aFollowUp({ customerId: app.aCustomer(), text: '别家', happenedAt: at('2026-02-21T02:00:00.000Z') });
    app.aVisitPlan({ customerId });
    app.aVisitPlan({ customerId, status: 'cancelled' });
    const silent = app.aVisitPlan({ customerId: app.aCustomer({ district: '余杭区' }) });
    const stops = await sheet();
    expect(stops.map(({ name, phone, lastTalk }) => [name, phone, lastTalk])).toEqual([
      ['王记五金', '13800138000', { at: '2026-02-20T02:00:00.000Z', text: '嫌贵', authorId: app.ownerId }],
      ['上海华成机电有限公司', null, null],
    ]);
    expect(stops[1]?.plan.id).toBe(silent);
  });
});

describe('what a stop of visits.routeSheet owes', () => {
  const owes = (ownerId: string | null, debts: readonly (readonly [dueOn: string, yuan: number])[]) => {
    const customerId = app.aCustomer({ ownerId });
    const receivables = debts.map(([dueOn, yuan]) => aReceivable('2026-01-05', dueOn, yuan));
    writeLedger(app.book, customerId, ledgerOf({ receivables }), { userId: app.ownerId, now: app.now });
    app.aVisitPlan({ customerId, plannedOn: day('2026-03-10') });
  };
  const owedFen = async () =>
    (await app.done('visits', 'routeSheet', march)).stops
      .map(({ owed }) => owed && [owed.openFen, owed.overdueFen])
      .toSorted((a, b) => (a?.[0] ?? 0) - (b?.[0] ?? 0));

  it('is what is open on 5 March, today, and of it what was due before today; nothing where nothing is open', async () => {
    owes(null, [
      ['2026-03-04', 100],
      ['2026-03-05', 20],
      ['2026-04-05', 3],
    ]);
    app.aVisitPlan({ customerId: app.aCustomer(), plannedOn: day('2026-03-10') });
    expect(await owedFen()).toEqual([null, [12_300, 10_000]]);
  });

  it('is said to a salesperson of their own customers and of nobody’s', async () => {
    const li = app.aUser({ name: '李娜' });
    owes(li, [['2026-02-01', 1]]);
    owes(null, [['2026-02-01', 2]]);
    owes(app.ownerId, [['2026-02-01', 4]]);
    const [one, two, four] = [
      [100, 100],
      [200, 200],
      [400, 400],
    ];
    expect(await owedFen()).toEqual([one, two, four]);
    await app.sitDown(li);
    expect(await owedFen()).toEqual([null, one, two]);
  });
});

describe('visits.past', () => {
  it('lists what is no longer open, the latest first, and leaves out what is planned', async () => {
    const customerId = aShop();
    const other = aShop('李记建材');
    const done = app.aVisitPlan({ customerId, plannedOn: day('2026-02-01'), status: 'done' });
    const missed = app.aVisitPlan({ customerId, plannedOn: day('2026-02-20'), status: 'missed' });
    app.aVisitPlan({ customerId, plannedOn: day('2026-03-20') });
    app.aVisitPlan({ customerId: other, plannedOn: day('2026-02-21'), status: 'done' });
    const { plans, total } = await app.done('visits', 'past', { customerId });
    expect(plans.map(({ id }) => id)).toEqual([missed, done]);
    expect(total).toBe(2);
  });
});
