import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at } from '../../../db/testing/open-test-book.ts';
import { day } from '../../ipc/testing/forms.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('visits.due', () => {
  it('names who waits: one’s own and those of nobody, or everybody, and says how many', async () => {
    const seller = app.aUser();
    app.aCustomer({ name: '老板的', ownerId: app.ownerId });
    app.aCustomer({ name: '业务员的', ownerId: seller });
    app.aCustomer({ name: '没人的' });
    app.clockTo(at('2026-03-20T01:00:00.000Z'));
    const upTo = day('2026-03-20');
    const names = async (scope: 'mine' | 'all') => {
      const { customers, total } = await app.done('visits', 'due', { scope, upTo });
      expect(total).toBe(customers.length);
      return customers.map(({ name }) => name).sort();
    };
    expect(await names('all')).toEqual(['业务员的', '没人的', '老板的']);
    await app.sitDown(seller);
    expect(await names('mine')).toEqual(['业务员的', '没人的']);
  });

  it('names and counts those of some persons alone, never beyond one’s own when only those are asked for', async () => {
    const [seller, other] = [app.aUser(), app.aUser()];
    app.aCustomer({ name: '甲的', ownerId: seller });
    app.aCustomer({ name: '乙的', ownerId: other });
    app.aCustomer({ name: '没人的' });
    app.clockTo(at('2026-03-20T01:00:00.000Z'));
    const asked = async (scope: 'mine' | 'all', persons: string[], limit = 50) => {
      const { customers, total } = await app.done('visits', 'due', {
        scope,
        persons,
        upTo: day('2026-03-20'),
        limit,
      });
      return [customers.map(({ name }) => name).sort(), total];
    };
    expect(await asked('all', [other])).toEqual([['乙的'], 1]);
    expect(await asked('all', [other, 'none', other])).toEqual([['乙的', '没人的'], 2]);
    expect((await asked('all', [seller, other, 'none'], 1)).at(-1)).toBe(3);
    expect(await asked('all', [])).toEqual([[], 0]);
    await app.sitDown(seller);
    expect(await asked('mine', [seller, other])).toEqual([['甲的'], 1]);
    expect(await asked('all', [other])).toEqual([['乙的'], 1]);
  });

  it('forgets who was met, and counts beyond what it shows', async () => {
    const [met] = [1, 2, 3].map(() => app.aCustomer());
    app.clockTo(at('2026-03-20T01:00:00.000Z'));
    app.aFollowUp({ customerId: met ?? '', happenedAt: at('2026-03-20T00:30:00.000Z') });
    const due = await app.done('visits', 'due', { scope: 'all', upTo: day('2026-03-20'), limit: 1 });
    expect([due.customers.length, due.total]).toEqual([1, 2]);
  });

  it('refuses a day that is none and more than 1,000', async () => {
    const input = { scope: 'all', upTo: '2026-02-30', limit: 1001 };
    expect(await app.send({ procedure: 'visits.due', input })).toEqual({
      ok: false,
      error: {
        kind: 'validation',
        fields: [
          { field: 'upTo', problem: 'invalid_date' },
          { field: 'limit', problem: 'out_of_range' },
        ],
      },
    });
  });
});

describe('visits.overdue', () => {
  it('names the plans before today of who sits there, with whom they are for', async () => {
    const seller = app.aUser();
    app.aVisitPlan({ plannedOn: day('2026-03-02'), personId: app.ownerId });
    const own = app.aVisitPlan({ plannedOn: day('2026-03-03'), personId: seller });
    app.aVisitPlan({ plannedOn: day('2026-03-05'), personId: seller });
    expect(await app.done('visits', 'overdue', { scope: 'all' })).toMatchObject({ total: 2 });
    await app.sitDown(seller);
    const { entries, total } = await app.done('visits', 'overdue', { scope: 'mine' });
    expect(entries).toMatchObject([{ plan: { id: own }, name: '上海华成机电有限公司' }]);
    expect(total).toBe(1);
  });
});
