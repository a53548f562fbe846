import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { settlementSources } from '../../../db/schema/money.ts';
import { at } from '../../../db/testing/open-test-book.ts';
import { newId } from '../../../src-shared/core/id.ts';
import { fen } from '../../../src-shared/core/money.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

const everybody = { offset: 0, limit: 50 };
const namesOf = async (view: { search?: string; filter?: object }) =>
  (await app.done('customers', 'list', { view, ...everybody })).rows.map(({ name }) => name);

describe('customers.list', () => {
  it('finds by initials, and shows what was saved a moment ago', async () => {
    const id = app.aCustomer({ name: '杭州王记' });
    app.aCustomer({ name: '上海华成机电有限公司' });
    expect(await namesOf({ search: 'hzwj' })).toEqual(['杭州王记']);
    await app.done('customers', 'update', { id, fields: { name: '宁波李记' }, seenAt: app.now });
    expect(await namesOf({ search: 'hzwj' })).toEqual([]);
    expect(await namesOf({ search: 'nblj' })).toEqual(['宁波李记']);
  });

  it('counts quiet days on the book’s own calendar', async () => {
    const quiet = app.aCustomer({ name: '安静' });
    app.aFollowUp({ customerId: app.aCustomer({ name: '刚联系' }), happenedAt: at('2026-03-12T16:00:00.000Z') });
    expect(await namesOf({ filter: { quietDays: 7 } })).toEqual([]);
    app.clockTo(at('2026-03-13T08:00:00.000Z'));
    expect(await namesOf({ filter: { quietDays: 7 } })).toEqual(['安静']);
    app.aFollowUp({ customerId: quiet, happenedAt: at('2026-03-13T07:00:00.000Z') });
    expect(await namesOf({ filter: { quietDays: 7 } })).toEqual([]);
  });

  it('refuses a page of more than 500 rows and one before the first', async () => {
    expect(await app.refused('customers', 'list', { view: {}, offset: -1, limit: 501 })).toEqual({
      kind: 'validation',
      fields: [
        { field: 'offset', problem: 'out_of_range' },
        { field: 'limit', problem: 'out_of_range' },
      ],
    });
  });
});

describe('customers.list of a salesperson', () => {
  it('shows what customers owe at own ones and those of nobody only, in columns, filters, order and counts', async () => {
    const seller = app.aUser();
    const owing = (name: string, ownerId: string | null, due: string) => {
      const customerId = app.aCustomer({ name, ownerId });
      app.aReceivable({ customerId, dueOn: day(due) });
    };
    owing('我的', seller, '2026-03-01');
    owing('无主', null, '2026-04-01');
    owing('别人的', app.ownerId, '2026-03-01');
    app.aCustomer({ name: '不欠', ownerId: seller });
    const owed = async (view: object) =>
      (await app.done('customers', 'list', { view, ...everybody })).rows.map(({ name, owedFen }) => [name, owedFen]);
    const byName = (rows: readonly unknown[]) => [...rows].sort();
    const waiting = async () => {
      const { owes, overdueMoney } = await app.done('customers', 'waitingCounts', {});
      return { owes, overdueMoney };
    };
    expect(byName(await owed({ filter: { owes: true } }))).toEqual([
      ['别人的', 100_000],
      ['我的', 100_000],
      ['无主', 100_000],
    ]);
    expect(await waiting()).toEqual({ owes: 3, overdueMoney: 2 });

    await app.sitDown(seller);
    expect(byName(await owed({}))).toEqual([
      ['不欠', null],
      ['别人的', null],
      ['我的', 100_000],
      ['无主', 100_000],
    ]);
    expect(await owed({ filter: { overdueMoney: true } })).toEqual([['我的', 100_000]]);
    expect(await owed({ filter: { owes: true, ownerIds: [app.ownerId] } })).toEqual([]);
    const sort = { key: 'owed', direction: 'desc' } as const;
    expect((await owed({ sort })).map(([name]) => name)).not.toContain('别人的');
    const late = { key: 'overdueDays', direction: 'asc' } as const;
    expect((await owed({ sort: late })).map(([name]) => name)).toEqual(['我的', '无主', '不欠']);
    const counted = await app.done('customers', 'count', { view: { filter: { owes: true } } });
    expect(counted.count).toBe(2);
    expect(await waiting()).toEqual({ owes: 2, overdueMoney: 1 });
  });
});

describe('customers.count', () => {
  it('counts a view as the list shows it', async () => {
    app.aCustomer({ tierId: app.tierIds.A });
    app.aCustomer();
    app.inBin('customers', app.aCustomer({ tierId: app.tierIds.A }));
    const view = { filter: { tierIds: [app.tierIds.A] } };
    expect(await app.done('customers', 'count', { view })).toEqual({ count: 1, isCapped: false });
    expect(await app.done('customers', 'count', { view: {}, exact: true })).toEqual({ count: 2, isCapped: false });
  });
});

describe('customers.moneyTotals', () => {
  const openOf = (dueOn: string, amountFen: number, ownerId: string | null) => {
    const customerId = app.aCustomer({ ownerId });
    app.aReceivable({ customerId, dueOn: day(dueOn), amountFen: fen(amountFen) });
    return customerId;
  };

  it('adds up what a view owes, what of it is past due and what is prepaid, and nobody else’s', async () => {
    const customerId = openOf('2026-03-01', 30_000, app.ownerId);
    app.aReceivable({ customerId, dueOn: day('2026-04-01'), amountFen: fen(20_000) });
    app.aPayment({ customerId: app.aCustomer({ ownerId: app.ownerId }), amountFen: fen(7_000) });
    openOf('2026-03-02', 500, null);
    expect(await app.done('customers', 'moneyTotals', { view: {} })).toEqual({
      owedFen: 50_500,
      overdueFen: 30_500,
      prepaidFen: 7_000,
    });
    const mine = { view: { filter: { ownerIds: [app.ownerId] } } };
    expect(await app.done('customers', 'moneyTotals', mine)).toEqual({
      owedFen: 50_000,
      overdueFen: 30_000,
      prepaidFen: 7_000,
    });
  });

  it('adds up for a salesperson only own customers and those of nobody', async () => {
    const seller = app.aUser();
    openOf('2026-03-01', 30_000, app.ownerId);
    openOf('2026-03-01', 2_000, seller);
    openOf('2026-04-01', 100, null);
    await app.sitDown(seller);
    expect(await app.done('customers', 'moneyTotals', { view: {} })).toMatchObject({
      owedFen: 2_100,
      overdueFen: 2_000,
    });
    const others = { view: { filter: { ownerIds: [app.ownerId] } } };
    expect(await app.done('customers', 'moneyTotals', others)).toEqual({ owedFen: 0, overdueFen: 0, prepaidFen: 0 });
  });
});

describe('customers.tabCounts', () => {
  it('counts mine for who sits there', async () => {
    const seller = app.aUser();
    app.aCustomer({ ownerId: seller, tierId: app.tierIds.B });
    app.aCustomer({ ownerId: app.ownerId });
    app.inBin('customers', app.aCustomer({ ownerId: seller }));
    const counts = { all: 2, mine: 1, byTier: { [app.tierIds.B]: 1 }, withoutTier: 1, inBin: 1 };
    expect(await app.done('customers', 'tabCounts', {})).toEqual(counts);
    await app.sitDown(seller);
    expect(await app.done('customers', 'tabCounts', {})).toEqual(counts);
  });
});

describe('customers.waitingCounts', () => {
  it('counts who waits as the lists show it, from one day to the next', async () => {
    const planned = app.aCustomer({ name: '有计划' });
    app.aVisitPlan({ customerId: planned, plannedOn: day('2026-03-09') });
    app.aCustomer({ name: '没人管' });
    app.aCustomer({ name: '每天跑', cadenceDays: 1 });
    const counts = async () => {
      const { visitOverdue, quiet } = await app.done('customers', 'waitingCounts', {});
      expect(visitOverdue).toBe((await namesOf({ filter: { visitOverdue: true } })).length);
      for (const [days, count] of Object.entries(quiet)) {
        expect(count).toBe((await namesOf({ filter: { quietDays: Number(days) } })).length);
      }
      return [visitOverdue, quiet[7], quiet[15]];
    };
    expect(await counts()).toEqual([0, 0, 0]);
    app.clockTo(at('2026-03-10T01:00:00.000Z'));
    expect(await counts()).toEqual([1, 0, 0]);
    app.clockTo(at('2026-03-13T01:00:00.000Z'));
    expect(await counts()).toEqual([3, 3, 0]);
  });
});

describe('customers.choices', () => {
  it('offers what live customers have', async () => {
    app.aCustomer({ district: '浦东新区', industry: '五金', source: '转介绍' });
    app.inBin('customers', app.aCustomer({ district: '徐汇区' }));
    expect(await app.done('customers', 'choices', {})).toEqual({
      districts: ['浦东新区'],
      industries: ['五金'],
      sources: ['转介绍'],
    });
  });
});

describe('customers.get', () => {
  it('shows a customer in the bin and says so, and as of when it was read', async () => {
    const id = app.inBin('customers', app.aCustomer({ name: '华成' }));
    const detail = await app.done('customers', 'get', { id });
    expect(detail.deletedAt).not.toBeNull();
    expect(detail.seenAt).toBe(app.now);
  });

  it('says when there is no such customer', async () => {
    const id = newId();
    expect(await app.refused('customers', 'get', { id })).toEqual({ kind: 'not_found', entity: 'customers', id });
  });
});

describe('customers.timeline', () => {
  it('mixes what happened, newest first, and pages on', async () => {
    const id = app.aCustomer();
    await app.done('customers', 'update', { id, fields: { tierId: app.tierIds.A }, seenAt: app.now });
    await app.done('visits', 'plan', { customerId: id, plannedOn: day('2026-03-20') });
    const kinds: string[] = [];
    let before: string | null = null;
    do {
      const page: { items: readonly { kind: string }[]; next: string | null } = await app.done(
        'customers',
        'timeline',
        { id, before, limit: 1 },
      );
      kinds.push(...page.items.map(({ kind }) => kind));
      before = page.next;
    } while (before !== null);
    expect(new Set(kinds)).toEqual(new Set(['visit_plan', 'tier_change', 'created']));
    expect(kinds).toHaveLength(3);
  });

  it('shows money to a salesperson at own customers and those of nobody, and not at those of others', async () => {
    const seller = app.aUser();
    const own = app.aCustomer({ ownerId: seller });
    const nobodys = app.aCustomer();
    const others = app.aCustomer({ ownerId: app.ownerId });
    for (const customerId of [own, nobodys, others]) {
      const row = { id: newId(), customerId, kind: 'payment', amountFen: 100, method: 'cash' } as const;
      writeBatch(app.book, { source: 'edit', userId: app.ownerId, now: app.now }, (db) =>
        db.insert(settlementSources, { ...row, onDay: day('2026-03-05') }),
      );
    }
    const kindsOf = async (id: string) =>
      (await app.done('customers', 'timeline', { id })).items.map(({ kind }) => kind);
    expect(await kindsOf(others)).toContain('settlement');
    await app.sitDown(seller);
    expect(await kindsOf(own)).toContain('settlement');
    expect(await kindsOf(nobodys)).toContain('settlement');
    expect(await kindsOf(others)).toEqual(['created']);
  });

  it('says when there is no such customer', async () => {
    expect(await app.refused('customers', 'timeline', { id: newId() })).toMatchObject({ kind: 'not_found' });
  });
});

describe('customers.sameAs', () => {
  it('points at a customer of that name or mobile, one in the bin too, and not at the one being edited', async () => {
    const id = app.aCustomer({ name: '上海华成机电有限公司' });
    const binned = app.inBin('customers', app.aCustomer({ name: '别的公司', phone: '13800138000' }));
    const same = async (exceptId: string | null) =>
      (
        await app.done('customers', 'sameAs', { name: '上海华成机电', phones: ['+86 138 0013 8000'], exceptId })
      ).hints.map((hint) => [hint.id, hint.isInBin]);
    expect(await same(null)).toEqual(
      expect.arrayContaining([
        [id, false],
        [binned, true],
      ]),
    );
    expect(await same(id)).toEqual([[binned, true]]);
  });
});

describe('customers.bin', () => {
  it('lists who is in it and who put them there, and lets them be searched', async () => {
    app.inBin('customers', app.aCustomer({ name: '华成机电' }));
    app.inBin('customers', app.aCustomer({ name: '王记' }));
    app.aCustomer({ name: '华兴' });
    const bin = await app.done('customers', 'bin', everybody);
    expect([bin.total, new Set(bin.rows.map(({ name }) => name))]).toEqual([2, new Set(['华成机电', '王记'])]);
    expect(bin.rows[0]?.deletedBy).toBe(app.ownerId);
    const found = await app.done('customers', 'bin', { search: '华成', ...everybody });
    expect(found).toMatchObject({ total: 1, rows: [{ name: '华成机电' }] });
  });
});
