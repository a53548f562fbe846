import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, parseCalendarDate } from '../../src-shared/core/calendar-date.ts';
import { writeBatch } from '../journal.ts';
import { contacts, customers } from '../schema/customers.ts';
import { openTestBook, type TestBook } from '../testing/open-test-book.ts';
import { anniversariesOf } from './anniversary-rows.ts';
import { occasionsBetween } from './occasions.ts';

function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

const daysOf = (test: TestBook, from: string, to: string) =>
  occasionsBetween(test.book, { from: day(from), to: day(to) }).map(({ on, years }) => [on, years]);

describe('occasionsBetween', () => {
  it.each([
    ['a solar day', { month: 9, day: 19, year: 1980 }, [['2026-09-19', 46]]],
    ['八月初九', { calendar: 'lunar', month: 8, day: 9, year: 1980 }, [['2026-09-19', 46]]],
    [
      '闰七月 in a year without a leap month',
      {
        calendar: 'lunar',
        month: 8,
        day: 9,
        isLeapMonth: true,
        year: null,
      },
      [['2026-09-19', null]],
    ],
    ['one that begins only later', { month: 9, day: 19, year: 2030 }, []],
    ['another month', { month: 10, day: 19, year: 1980 }, []],
  ] as const)('finds %s in September 2026', (_, row, expected) => {
    const test = openTestBook();
    test.anAnniversary(row);
    expect(daysOf(test, '2026-09-01', '2026-10-12')).toEqual(expected);
  });

  it.each([
    ['29 February on the 28th of a plain year', { month: 2, day: 29 }, '2026-02-28'],
    ['腊月三十 on the last day of a short month', { calendar: 'lunar', month: 12, day: 30 }, '2026-02-16'],
  ] as const)('finds %s', (_, row, on) => {
    const test = openTestBook();
    test.anAnniversary(row);
    expect(daysOf(test, '2026-02-01', '2026-03-31')).toEqual([[on, null]]);
  });

  it('keeps the plain month and the leap month apart in a year that has both', () => {
    const test = openTestBook();
    const plain = test.anAnniversary({ calendar: 'lunar', month: 6, day: 1 });
    const leap = test.anAnniversary({ calendar: 'lunar', month: 6, day: 1, isLeapMonth: true });
    const found = occasionsBetween(test.book, { from: day('2025-06-20'), to: day('2025-08-10') });
    expect(found.map(({ on, source }) => [on, source.kind === 'stored' && source.anniversary.id])).toEqual([
      ['2025-06-25', plain],
      ['2025-07-25', leap],
    ]);
  });

  it('returns the first day of a cooperation each year, not on that day itself', () => {
    const test = openTestBook();
    test.aCustomer({ name: '甲厂', sinceOn: day('2020-02-29') });
    expect(daysOf(test, '2026-02-25', '2026-03-05')).toEqual([['2026-02-28', 6]]);
    expect(daysOf(test, '2024-02-25', '2024-03-05')).toEqual([['2024-02-29', 4]]);
    expect(daysOf(test, '2020-02-25', '2020-03-05')).toEqual([]);
    expect(daysOf(test, '2019-02-25', '2019-03-05')).toEqual([]);
  });

  it('says whose day it is and how to reach them: the contact’s own number, else the customer’s', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ name: '甲厂', phone: '021-61234567', tierId: test.tierIds.A });
    const contactId = test.aContact({ customerId, name: '王芳', mobile: '13800138000' });
    test.anAnniversary({ customerId, contactId, month: 5, day: 1, year: 1985 });
    test.anAnniversary({ customerId, kind: 'founding', month: 5, day: 2 });
    const found = occasionsBetween(test.book, { from: day('2026-05-01'), to: day('2026-05-02') });
    expect(found).toMatchObject([
      { customerName: '甲厂', contactName: '王芳', phone: '13800138000', years: 41, tierId: test.tierIds.A },
      { customerName: '甲厂', contactName: null, phone: '021-61234567', years: null },
    ]);
  });

  it('hides those of a binned customer or contact, and they come back with it', () => {
    const test = openTestBook();
    const customerId = test.aCustomer({ sinceOn: day('2020-05-01') });
    const contactId = test.aContact({ customerId });
    test.anAnniversary({ customerId, contactId });
    const set = (table: typeof customers | typeof contacts, id: typeof customerId, deletedAt: typeof test.now | null) =>
      writeBatch(test.book, { source: 'edit', userId: test.ownerId, now: test.now }, (db) =>
        db.update(table, id, { deletedAt }),
      );
    const count = () => daysOf(test, '2026-05-01', '2026-05-01').length;
    expect([count(), anniversariesOf(test.book, customerId).length]).toEqual([2, 1]);
    set(contacts, contactId, test.now);
    expect([count(), anniversariesOf(test.book, customerId).length]).toEqual([1, 0]);
    set(contacts, contactId, null);
    set(customers, customerId, test.now);
    expect([count(), anniversariesOf(test.book, customerId).length]).toEqual([0, 0]);
    set(customers, customerId, null);
    expect([count(), anniversariesOf(test.book, customerId).length]).toEqual([2, 1]);
  });

  it('finds the first return a year later, and none on the first day itself', () => {
    const test = openTestBook();
    test.aCustomer({ sinceOn: day('2026-05-01') });
    expect(daysOf(test, '2026-05-01', '2026-05-01')).toEqual([]);
    expect(daysOf(test, '2027-05-01', '2027-05-01')).toEqual([['2027-05-01', 1]]);
  });

  it('gives the customers of the persons asked for, nobody’s among them when asked', () => {
    const test = openTestBook();
    const li = test.aUser();
    for (const [name, ownerId] of [
      ['甲', test.ownerId],
      ['乙', li],
      ['丙', null],
    ] as const) {
      test.anAnniversary({ customerId: test.aCustomer({ name, ownerId, sinceOn: day('2020-05-01') }) });
    }
    const span = { from: day('2026-05-01'), to: day('2026-05-01') };
    const names = (persons?: Parameters<typeof occasionsBetween>[2]) =>
      [...new Set(occasionsBetween(test.book, span, persons).map(({ customerName }) => customerName))].sort();
    expect(names()).toEqual(['丙', '乙', '甲']);
    expect(names([li])).toEqual(['乙']);
    expect(names([li, null])).toEqual(['丙', '乙']);
    expect(names([])).toEqual([]);
  });

  it.each([
    ['everybody', undefined, /customers_since_day \(<expr>=\?/],
    ['some persons', ['who'], /customers_since_day \(<expr>=\? AND owner_id=\?/],
  ] as const)('reads those of %s by the indexes of month and day alone', (_, persons, ofReturns) => {
    const test = openTestBook();
    const sqls: string[] = [];
    const { sqlite } = test.book;
    const listening = Object.create(sqlite, {
      prepare: {
        value: (sql: string) => {
          sqls.push(sql);
          return sqlite.prepare(sql);
        },
      },
    });
    occasionsBetween(
      { ...test.book, sqlite: listening },
      { from: day('2026-05-01'), to: addDays(day('2026-05-01'), 61) },
      persons && [...persons],
    );
    const plans = sqls.map((sql) =>
      sqlite
        .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ keys: '[]', days: '[]', persons: '[]' })
        .map(({ detail }) => detail)
        .join('\n'),
    );
    expect(plans).toHaveLength(2);
    expect(plans[0]).toContain('USING INDEX anniversaries_day (calendar=? AND month=? AND day=? AND is_leap_month=?)');
    expect(plans[1]).toMatch(ofReturns);
    for (const plan of plans) expect(plan).not.toMatch(/SCAN (a|c|l|p)\b/);
  });
});
