import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, daysBetween } from '../../src-shared/core/calendar-date.ts';
import type { AppDb } from '../connection.ts';
import { writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { at, dayOf, openTestBook } from '../testing/open-test-book.ts';
import { countDueCustomers, type DueSpan, dueCustomers, entriesOfGroup } from './due-customers.ts';
import { overdueVisits } from './overdue-visits.ts';
import { seededBook, seededDay } from './testing/seeded-book.ts';

interface ListedRow {
  readonly customer_id: string;
  readonly owner_id: string | null;
  readonly tier_position: number | null;
  readonly name_key: string;
  readonly cadence_days: number;
  readonly due_on: CalendarDate;
}

/** Everybody that is due, sorted by hand. */
function byHand(book: AppDb, { today, upTo, owners }: DueSpan): readonly string[] {
  const rows = book.sqlite
    .prepare<[], ListedRow>('SELECT * FROM customer_list WHERE is_live = 1 AND next_visit_on IS NULL')
    .all()
    .filter((row) => row.due_on <= upTo && (!owners || owners.includes(row.owner_id)));
  const lateness = (row: ListedRow) => daysBetween(row.due_on, today) / row.cadence_days;
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .sort(
      (a, b) =>
        lateness(b) - lateness(a) ||
        (a.tier_position ?? 99) - (b.tier_position ?? 99) ||
        text(a.name_key, b.name_key) ||
        text(a.customer_id, b.customer_id),
    )
    .map((row) => row.customer_id);
}

describe('dueCustomers', () => {
  const { today } = seededDay;
  let book: AppDb;
  let people: readonly string[];
  beforeAll(() => {
    book = seededBook(1_500);
    people = book.sqlite.prepare<[], string>('SELECT id FROM users').pluck().all();
  }, 60_000);

  it.each([0, -30, 14, 400])(
    'gives the worst first, as sorting everybody due up to %s days from today does',
    (days) => {
      const span = { today, upTo: addDays(today, days) };
      for (const owners of [undefined, [null], [people[0] ?? '', null], people]) {
        const asked = owners ? { ...span, owners } : span;
        const right = byHand(book, asked);
        expect(countDueCustomers(book, asked)).toBe(right.length);
        for (const limit of [1, 7, 50, 200, 1_500]) {
          expect(dueCustomers(book, asked, limit).map(({ customerId }) => customerId)).toEqual(right.slice(0, limit));
        }
      }
    },
  );

  it('weighs days late by the cadence, then takes the higher tier, then the name', () => {
    const test = openTestBook();
    const met = (name: string, happenedAt: string, tierId: string | null, cadenceDays: number | null = null) =>
      test.aFollowUp({
        customerId: test.aCustomer({ name, tierId, cadenceDays }),
        happenedAt: at(`${happenedAt}T04:00:00.000Z`),
      });
    const { A, B, D } = test.tierIds;
    met('迟 14 天，每 90 天', '2025-11-21', D);
    met('丁 迟 7 天，每 7 天', '2026-02-19', B, 7);
    met('乙 迟 7 天，每 7 天', '2026-02-19', A);
    met('甲 迟 7 天，每 7 天', '2026-02-19', A);
    met('迟 10 天，每 7 天', '2026-02-16', A);
    met('丙 迟 7 天，未分级每 7 天', '2026-02-19', null, 7);
    met('明天才到', '2026-02-27', A);
    const due = dueCustomers(test.book, { today: dayOf('2026-03-05'), upTo: dayOf('2026-03-05') }, 50);
    expect(due.map(({ name }) => name)).toEqual([
      '迟 10 天，每 7 天',
      '甲 迟 7 天，每 7 天',
      '乙 迟 7 天，每 7 天',
      '丁 迟 7 天，每 7 天',
      '丙 迟 7 天，未分级每 7 天',
      '迟 14 天，每 90 天',
    ]);
    expect(due[0]).toMatchObject({ dueOn: '2026-02-23', cadenceDays: 7, tierId: A });
  });

  it('leaves out who has a plan, even a late one, and who is in the bin', () => {
    const test = openTestBook();
    const [planned, binned, free] = [1, 2, 3].map(() => test.aCustomer({ cadenceDays: 1 }));
    test.aVisitPlan({ customerId: planned ?? '', plannedOn: dayOf('2026-01-05') });
    writeBatch(test.book, { source: 'edit', userId: null, now: test.now }, (db) =>
      db.update(customers, binned ?? '', { deletedAt: test.now }),
    );
    const span = { today: dayOf('2026-04-01'), upTo: dayOf('2026-04-01') };
    expect(dueCustomers(test.book, span, 50).map(({ customerId }) => customerId)).toEqual([free]);
    expect(countDueCustomers(test.book, span)).toBe(1);
  });

  it('puts by tier, name and id who became due on one day, and reads no more of them than it gives', () => {
    const test = openTestBook();
    const of = (name: string, tierId: string | null) => test.aCustomer({ name, tierId, cadenceDays: 30 });
    const { A, B } = test.tierIds;
    const expected = [of('甲', A), of('乙', A), of('甲', B), of('甲', B), of('甲', null)];
    const later = addDays(dayOf('2026-03-05'), 60);
    const found = (limit: number) =>
      dueCustomers(test.book, { today: later, upTo: later }, limit).map(({ customerId }) => customerId);
    expect(found(9)).toEqual(expected);
    expect(found(3)).toEqual(expected.slice(0, 3));
    const sql = `EXPLAIN QUERY PLAN ${entriesOfGroup}`;
    const values = { ownerId: null, cadenceDays: 30, upTo: later, limit: 3 };
    // One step: nothing is sorted beside the index.
    const plan = test.book.sqlite.prepare<object, { detail: string }>(sql).all(values);
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('SEARCH l USING INDEX customer_list_due (owner_id=? AND cadence_days=? AND due_on<?)'),
    ]);
  });

  it('finds nobody in an empty book', () => {
    const { book } = openTestBook();
    expect(dueCustomers(book, { today, upTo: today }, 50)).toEqual([]);
    expect(countDueCustomers(book, { today, upTo: today })).toBe(0);
  });
});

describe('overdueVisits', () => {
  const today = dayOf('2026-03-05');

  it('gives open plans before today, the oldest first, those of one person with those of nobody', () => {
    const test = openTestBook();
    const other = test.aUser();
    const plan = (plannedOn: string, personId: string | null, plannedTime: string | null = null) =>
      test.aVisitPlan({ plannedOn: dayOf(plannedOn), personId, plannedTime });
    const anyTime = plan('2026-03-03', test.ownerId);
    const early = plan('2026-03-03', test.ownerId, '09:00');
    const oldest = plan('2026-02-01', other);
    const nobodys = plan('2026-03-04', null);
    plan('2026-03-05', test.ownerId);
    for (const status of ['done', 'missed', 'cancelled'] as const) {
      test.aVisitPlan({ plannedOn: dayOf('2026-03-01'), status });
    }
    const idsOf = (found: ReturnType<typeof overdueVisits>) => found.entries.map((entry) => entry.plan.id);
    const all = overdueVisits(test.book, today, 'all', 200);
    expect(idsOf(all)).toEqual([oldest, early, anyTime, nobodys]);
    expect(all.total).toBe(4);
    const mine = overdueVisits(test.book, today, { personId: test.ownerId }, 200);
    expect([idsOf(mine), mine.total]).toEqual([[early, anyTime, nobodys], 3]);
  });

  it('counts those beyond its limit', () => {
    const test = openTestBook();
    for (let index = 0; index < 4; index += 1) test.aVisitPlan({ plannedOn: dayOf('2026-03-01') });
    const found = overdueVisits(test.book, today, 'all', 3);
    expect([found.entries.length, found.total]).toEqual([3, 4]);
  });
});
