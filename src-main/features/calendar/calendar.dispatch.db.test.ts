import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { anniversaries } from '../../../db/schema/anniversaries.ts';
import { writeLedger } from '../../../db/testing/write-ledger.ts';
import type { CalendarItem } from '../../../src-shared/calendar/calendar-item.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { aReceivable, ledgerOf } from '../../../src-shared/receivables/testing/ledger-builders.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';
import { type CalendarSource, calendarItems } from './calendar-sources.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const march = { from: day('2026-03-01'), to: day('2026-03-31') };

/** A shop opened on 10 March 1998. */
function anOpening(customerId: string) {
  const date = { calendar: 'solar', year: 1998, month: 3, day: 10 } as const;
  writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) =>
    db.insert(anniversaries, { id: newId(), customerId, kind: 'founding', ...date }),
  );
}

function shownOf(item: CalendarItem) {
  return item.kind === 'visit'
    ? item.entry.plan.id
    : item.kind === 'anniversary'
      ? item.occasion.years
      : item.due.openFen;
}

function whoseDay(item: CalendarItem) {
  return item.kind === 'anniversary' ? item.occasion.customerName : null;
}

describe('calendar.between', () => {
  it('shows birthdays and visits day by day, what the day is for before who goes where', async () => {
    const customerId = app.aCustomer({ name: '王记五金' });
    anOpening(customerId);
    const [before, same, after] = ['2026-03-09', '2026-03-10', '2026-03-11'].map((on) =>
      app.aVisitPlan({ customerId, plannedOn: day(on) }),
    );
    const { items } = await app.done('calendar', 'between', march);
    expect(items.map((item) => [item.on, shownOf(item)])).toEqual([
      ['2026-03-09', before],
      ['2026-03-10', 28],
      ['2026-03-10', same],
      ['2026-03-11', after],
    ]);
  });

  it('shows the visits and the customers of the persons asked for', async () => {
    const li = app.aUser({ name: '李娜' });
    const hers = app.aCustomer({ name: '她的', ownerId: li });
    const his = app.aCustomer({ name: '他的', ownerId: app.ownerId });
    for (const customerId of [hers, his]) anOpening(customerId);
    app.aVisitPlan({ customerId: his, personId: li });
    app.aVisitPlan({ customerId: hers, personId: app.ownerId });
    const { items } = await app.done('calendar', 'between', { ...march, persons: [li] });
    expect(items.map((item) => (item.kind === 'visit' ? item.entry.name : whoseDay(item)))).toEqual(['他的', '她的']);
  });

  describe('of what falls due', () => {
    const owes = (name: string, ownerId: string | null, debts: readonly (readonly [dueOn: string, yuan: number])[]) =>
      writeLedger(
        app.book,
        app.aCustomer({ name, ownerId }),
        ledgerOf({ receivables: debts.map(([dueOn, yuan]) => aReceivable('2026-02-01', dueOn, yuan)) }),
        { userId: app.ownerId, now: app.now },
      );
    const dueItems = async (persons?: string[]) => {
      const { items } = await app.done('calendar', 'between', { ...march, ...(persons ? { persons } : {}) });
      return items.flatMap((item) => (item.kind === 'due' ? [[item.on, item.due] as const] : []));
    };

    it('shows one item a day: how much of how many, and who owes most of it', async () => {
      owes('甲', null, [
        ['2026-03-03', 100],
        ['2026-03-03', 250],
        ['2026-04-01', 9],
      ]);
      owes('乙', null, [['2026-03-03', 300]]);
      owes('丙', null, [['2026-03-03', 20]]);
      owes('丁', null, [
        ['2026-03-03', 10],
        ['2026-03-31', 5],
      ]);
      expect(await dueItems()).toEqual([
        ['2026-03-03', { receivables: 5, customers: 4, openFen: 68_000, customerNames: ['甲', '乙', '丙'] }],
        ['2026-03-31', { receivables: 1, customers: 1, openFen: 500, customerNames: ['丁'] }],
      ]);
    });

    it('names nobody on a day with more than fifty customers', async () => {
      const names = async () => (await dueItems())[0]?.[1].customerNames.length;
      for (let n = 0; n < 50; n += 1) owes(`客户${n}`, null, [['2026-03-03', n + 1]]);
      expect(await names()).toBe(3);
      owes('再一家', null, [['2026-03-03', 1]]);
      expect(await names()).toBe(0);
    });

    it('shows a salesperson their own and nobody’s, whoever is asked for', async () => {
      const li = app.aUser({ name: '李娜' });
      owes('她的', li, [['2026-03-03', 1]]);
      owes('他的', app.ownerId, [['2026-03-03', 2]]);
      owes('没人的', null, [['2026-03-03', 4]]);
      const names = async (persons?: string[]) => (await dueItems(persons))[0]?.[1].customerNames ?? [];
      expect(await names()).toEqual(['没人的', '他的', '她的']);
      expect(await names([app.ownerId])).toEqual(['他的']);
      await app.sitDown(li);
      expect(await names()).toEqual(['没人的', '她的']);
      expect(await names([app.ownerId])).toEqual([]);
      expect(await names([app.ownerId, 'none'])).toEqual(['没人的']);
    });

    it('is asked only by whom the right to read money is given', () => {
      owes('甲', null, [['2026-03-03', 1]]);
      const asked: string[] = [];
      const source: CalendarSource<'due'> = {
        kind: 'due',
        right: 'users.edit',
        itemsBetween: () => {
          asked.push('due');
          return [];
        },
      };
      calendarItems(app.book, { id: app.ownerId, role: 'bookkeeper' }, march, undefined, [source]);
      expect(asked).toEqual([]);
      calendarItems(app.book, { id: app.ownerId, role: 'owner' }, march, undefined, [source]);
      expect(asked).toEqual(['due']);
    });
  });

  it('takes a further source without knowing it', () => {
    const plans = [day('2026-03-31'), day('2026-03-02')];
    for (const plannedOn of plans) app.aVisitPlan({ plannedOn });
    const backwards: CalendarSource<'visit'> = {
      kind: 'visit',
      right: 'customers.read',
      itemsBetween: (_, { from, to }) => [to, from].map((on) => ({ kind: 'visit', on, entry: { name: on } as never })),
    };
    const items = calendarItems(app.book, { id: app.ownerId, role: 'owner' }, march, undefined, [backwards]);
    expect(items.map(({ on }) => on)).toEqual([march.from, march.to]);
  });

  it.each([
    ['2026-03-10', '2026-03-09'],
    ['2026-03-01', '2026-05-02'],
  ])('refuses from %s to %s', async (from, to) => {
    const refusal = { kind: 'validation', fields: [{ field: 'to', problem: 'out_of_range' }] };
    const span = { from: day(from), to: day(to) };
    expect(await app.refused('calendar', 'between', span)).toEqual(refusal);
    expect(await app.refused('calendar', 'occasions', { ...span, scope: 'all' })).toEqual(refusal);
  });
});

describe('calendar.occasions', () => {
  it('gives all, or those of one’s own and nobody’s customers', async () => {
    const li = app.aUser({ name: '李娜' });
    for (const [name, ownerId] of [
      ['她的', li],
      ['他的', app.ownerId],
      ['没人的', null],
    ] as const) {
      anOpening(app.aCustomer({ name, ownerId }));
    }
    app.aVisitPlan({ plannedOn: day('2026-03-10') });
    await app.sitDown(li);
    const names = async (scope: 'mine' | 'all') => {
      const { items } = await app.done('calendar', 'occasions', { ...march, scope });
      return new Set(items.map(({ occasion }) => occasion.customerName));
    };
    expect(await names('all')).toEqual(new Set(['她的', '他的', '没人的']));
    expect(await names('mine')).toEqual(new Set(['她的', '没人的']));
  });
});
