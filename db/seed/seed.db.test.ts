import { describe, expect, it } from 'vitest';
import type { AnniversaryDate } from '../../src-shared/anniversaries/anniversary.ts';
import { occurrencesBetween } from '../../src-shared/anniversaries/testing/occurrences-between.ts';
import { addDays } from '../../src-shared/core/calendar-date.ts';
import { instantAt } from '../../src-shared/core/instant.ts';
import { agingBuckets, agingOn } from '../../src-shared/receivables/balances.ts';
import { brokenLaws } from '../../src-shared/receivables/ledger-laws.ts';
import { builtInWorkCalendar } from '../../src-shared/workdays/create-work-calendar.ts';
import { type AppDb, writerOf } from '../connection.ts';
import { listCustomers } from '../queries/list-customers.ts';
import { readLedger } from '../queries/money/read-ledger.ts';
import { rebuildDerived } from '../search/refresh.ts';
import { derivedDump } from '../search/testing/derived-dump.ts';
import { dayOf, openTestBook } from '../testing/open-test-book.ts';
import { sampleStart, writeSampleBook } from './sample-book.ts';
import { seedBook, seedStart, seedTimeZone } from './seed-book.ts';
import { seedMoney } from './write-money.ts';

const today = dayOf('2026-09-17');
const day = { today, timeZone: seedTimeZone };

function seeded(seed: number, customers = 200): AppDb {
  const { book, ownerId, tierIds } = openTestBook({ now: seedStart(today) });
  seedBook(book, { customers, seed, today, ownerId, tierIds: Object.values(tierIds) });
  return book;
}

function sample(): AppDb {
  const { book, ownerId, tierIds } = openTestBook({ now: sampleStart(today) });
  writeSampleBook(book, { today, ownerId, tierIds: Object.values(tierIds) });
  return book;
}

const rowsOf = (book: AppDb, sql: string) => book.sqlite.prepare(sql).raw().all();
const countOf = (book: AppDb, sql: string) => Number(book.sqlite.prepare(sql).pluck().get());

/** All that a seed decides; owners and tiers have ids that the book gave them. */
const decided = (book: AppDb) => [
  rowsOf(book, 'SELECT id, name, phone, address, created_at FROM customers ORDER BY id'),
  rowsOf(book, 'SELECT id, name, mobile FROM contacts ORDER BY id'),
  rowsOf(book, 'SELECT id, text, happened_at FROM follow_ups ORDER BY id'),
  rowsOf(book, 'SELECT id, planned_on, status, purpose FROM visit_plans ORDER BY id'),
];

describe.each([
  ['seedBook', () => seeded(1)],
  ['writeSampleBook', sample],
])('%s', (_, make) => {
  it('keeps the rules of the book', () => {
    const book = make();
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
    const lastTier = `SELECT tier_id FROM tier_history h WHERE h.customer_id = c.id
      ORDER BY effective_on DESC, created_at DESC LIMIT 1`;
    expect(countOf(book, `SELECT count(*) FROM customers c WHERE c.tier_id IS NOT (${lastTier})`)).toBe(0);
    const openInBin = `SELECT count(*) FROM customers c JOIN visit_plans p ON p.customer_id = c.id
      WHERE c.deleted_at IS NOT NULL AND p.status = 'planned'`;
    expect(countOf(book, openInBin)).toBe(0);
    const openTwice = `SELECT count(*) FROM (SELECT 1 FROM visit_plans WHERE status = 'planned' AND series_id IS NULL GROUP BY customer_id HAVING count(*) > 1)`;
    expect(countOf(book, openTwice)).toBe(0);
    expect(countOf(book, `SELECT count(*) FROM follow_ups WHERE happened_at >= '2026-09-17T16:00'`)).toBe(0);
    expect(countOf(book, 'SELECT count(*) FROM journal_entries')).toBeGreaterThan(200);
  });

  it('leaves the lists as rebuilding makes them', () => {
    const book = make();
    const kept = derivedDump(book);
    rebuildDerived(writerOf(book).sqlite, instantAt(today, '12:00', seedTimeZone));
    expect(kept).toEqual(derivedDump(book));
  });
});

describe('seedBook', () => {
  it('gives the same customers, talks and plans for the same seed, and others for another', () => {
    expect(decided(seeded(5, 60))).toEqual(decided(seeded(5, 60)));
    expect(decided(seeded(5, 60))).not.toEqual(decided(seeded(6, 60)));
  });

  it('makes a firm of as many people in as many districts as asked for, and visits nobody on a day off', () => {
    const { book, ownerId, tierIds } = openTestBook({ now: seedStart(today) });
    const options = { customers: 1_000, seed: 1, today, ownerId, tierIds: Object.values(tierIds) };
    seedBook(book, { ...options, persons: 20, districts: 12 });
    expect(countOf(book, 'SELECT count(DISTINCT owner_id) FROM customers')).toBe(20);
    expect(countOf(book, 'SELECT count(DISTINCT name) FROM users')).toBe(21);
    expect(countOf(book, 'SELECT count(DISTINCT district) FROM customers')).toBe(12);
    const days = rowsOf(book, 'SELECT DISTINCT planned_on FROM visit_plans').map((row) => dayOf(String(row)));
    expect(days.filter((plannedOn) => !builtInWorkCalendar.isWorkday(plannedOn))).toEqual([]);
    expect(countOf(book, "SELECT count(*) FROM anniversaries WHERE calendar = 'lunar'")).toBeGreaterThan(10);
    expect(countOf(book, "SELECT count(*) FROM anniversaries WHERE calendar = 'solar'")).toBeGreaterThan(10);
    expect(countOf(book, 'SELECT count(*) FROM visit_series')).toBeGreaterThan(0);
    expect(countOf(book, 'SELECT count(DISTINCT first_contact_slot) FROM customers')).toBeGreaterThan(500);
  });

  it('looks like a real list: repeated names, shared phones, long names, blanks, some in the bin', () => {
    const book = seeded(3, 1_200);
    const longest = countOf(book, 'SELECT max(length(name)) FROM customers');
    expect(longest).toBeGreaterThanOrEqual(38);
    expect(countOf(book, 'SELECT count(*) - count(DISTINCT name) FROM customers')).toBeGreaterThan(5);
    const shared = `SELECT count(*) FROM (SELECT 1 FROM customer_keys WHERE kind = 'mobile' GROUP BY value HAVING count(*) > 1)`;
    expect(countOf(book, shared)).toBeGreaterThan(5);
    expect(countOf(book, 'SELECT count(*) FROM customers WHERE district IS NULL')).toBeGreaterThan(20);
    expect(countOf(book, 'SELECT count(*) FROM customers WHERE deleted_at IS NOT NULL')).toBeGreaterThan(2);
    expect(
      countOf(book, `SELECT count(*) FROM visit_plans WHERE status = 'planned' AND planned_on < '${today}'`),
    ).toBeGreaterThan(5);
    expect(
      countOf(book, `SELECT count(*) FROM visit_plans WHERE status = 'planned' AND planned_on > '${today}'`),
    ).toBeGreaterThan(20);
  });
});

describe('writeSampleBook', () => {
  it('shows two overdue visits, three for today and two for tomorrow', () => {
    const book = sample();
    const planned = (sql: string) =>
      countOf(book, `SELECT count(*) FROM visit_plans WHERE status = 'planned' AND planned_on ${sql}`);
    expect([planned(`< '${today}'`), planned(`= '${today}'`), planned("= '2026-09-18'")]).toEqual([2, 3, 2]);
  });

  it('shows visits of the last weeks that were planned, made and noted', () => {
    const book = sample();
    const made = "SELECT count(*) FROM visit_plans p JOIN follow_ups f ON f.id = p.done_by_id WHERE p.status = 'done'";
    expect(countOf(book, made)).toBeGreaterThan(10);
    expect(countOf(book, `${made} AND (f.channel <> 'visit' OR p.planned_on >= '${today}')`)).toBe(0);
  });

  it.each(['2026-09-17', '2026-02-13', '2028-02-26'])(
    'has birthdays in the next three days as of %s, one by the moon',
    (text) => {
      const day = dayOf(text);
      const { book, ownerId, tierIds } = openTestBook({ now: sampleStart(day) });
      writeSampleBook(book, { today: day, ownerId, tierIds: Object.values(tierIds) });
      const dates = book.sqlite
        .prepare<[], AnniversaryDate>(
          'SELECT calendar, year, month, day, is_leap_month AS isLeapMonth FROM anniversaries',
        )
        .all()
        .map((date) => ({ ...date, isLeapMonth: Boolean(date.isLeapMonth) }));
      const soon = dates.filter((date) => occurrencesBetween(date, day, addDays(day, 3)).length > 0);
      expect(soon.map(({ calendar }) => calendar).sort()).toEqual(['lunar', 'lunar', 'solar', 'solar']);
    },
  );

  it('holds forty customers that are found as people look for them', () => {
    const book = sample();
    const view = (search: string) => ({ search, filter: {}, sort: null });
    const names = (search: string) =>
      listCustomers(book, view(search), day, { offset: 0, limit: 100 }).map(({ name }) => name);
    expect(names('')).toHaveLength(40);
    expect(names('hzwj')).toEqual(['杭州王记建材有限公司']);
    expect(names('单')[0]).toBe('杭州西子电梯维保站');
    expect(names('6630')).toEqual(['杭州王记建材有限公司']);
    expect(countOf(book, 'SELECT count(*) FROM follow_ups')).toBeGreaterThan(70);
  });

  it('moves with the day', () => {
    const { book, ownerId, tierIds } = openTestBook({ now: sampleStart(dayOf('2026-01-05')) });
    writeSampleBook(book, { today: dayOf('2026-01-05'), ownerId, tierIds: Object.values(tierIds) });
    expect(countOf(book, "SELECT count(*) FROM visit_plans WHERE planned_on = '2026-01-05'")).toBe(3);
    const newest = String(book.sqlite.prepare('SELECT max(happened_at) FROM follow_ups').pluck().get());
    expect(newest < '2026-01-05').toBe(true);
  });
});

describe('seedMoney', () => {
  function withMoney(seed: number): AppDb {
    const { book, ownerId, tierIds } = openTestBook({ now: seedStart(today) });
    seedBook(book, { customers: 60, seed, today, ownerId, tierIds: Object.values(tierIds) });
    seedMoney(book, { seed, today, ownerId, receivables: 1_000 });
    return book;
  }

  it('gives as many debts as asked for, the same for the same seed', () => {
    const [book, again] = [withMoney(3), withMoney(3)];
    const facts = 'SELECT customer_id, issued_on, due_on, amount_fen FROM receivables ORDER BY id';
    expect(rowsOf(book, facts)).toHaveLength(1_000);
    expect(rowsOf(book, facts)).toEqual(rowsOf(again, facts));
  });

  it('keeps every law of the ledger, and leaves the lists as rebuilding makes them', () => {
    const book = withMoney(4);
    const customers = book.sqlite.prepare<[], string>('SELECT id FROM customers').pluck().all();
    expect(customers.flatMap((id) => brokenLaws(readLedger(book, id)))).toEqual([]);
    const owing = countOf(book, 'SELECT count(*) FROM customer_list WHERE owed_fen > 0');
    expect(owing).toBeGreaterThan(10);
    const kept = derivedDump(book);
    rebuildDerived(writerOf(book).sqlite, instantAt(today, '12:00', seedTimeZone));
    expect(kept).toEqual(derivedDump(book));
  });

  it('has orders whose receivables add up to their lines', () => {
    const book = withMoney(5);
    const differing = `SELECT count(*) FROM sales_orders o
      WHERE (SELECT sum(amount_fen) FROM sales_order_lines WHERE order_id = o.id)
        <> (SELECT sum(amount_fen) FROM receivables WHERE order_id = o.id)`;
    expect(countOf(book, differing)).toBe(0);
  });
});

describe('the money of writeSampleBook', () => {
  it('shows every bucket of the aging, a bill, a prepayment, a dispute, a return and promises, under every law', () => {
    const book = sample();
    const customers = book.sqlite.prepare<[], string>('SELECT id FROM customers').pluck().all();
    const ledgers = customers.map((id) => readLedger(book, id));
    expect(ledgers.flatMap(brokenLaws)).toEqual([]);
    const agings = ledgers.map((ledger) => agingOn(ledger, today));
    const withBucket = agingBuckets.map((bucket) => agings.filter((aging) => aging[bucket] > 0).length);
    expect(withBucket.every((count) => count >= 1)).toBe(true);
    expect(countOf(book, 'SELECT count(*) FROM customer_list WHERE owed_fen > 0')).toBeGreaterThanOrEqual(14);
    expect(countOf(book, 'SELECT count(*) FROM customer_list WHERE prepaid_fen > 0')).toBe(1);
    const bills = 'SELECT count(*) FROM settlement_sources WHERE bill_due_on > ?';
    expect(book.sqlite.prepare(bills).pluck().get(today)).toBe(1);
    expect(countOf(book, 'SELECT count(*) FROM return_lines')).toBe(1);
    expect(countOf(book, 'SELECT count(*) FROM open_receivables WHERE is_disputed = 1')).toBe(1);
    expect(rowsOf(book, 'SELECT outcome FROM payment_promises ORDER BY outcome')).toEqual([
      ['broken'],
      ['open'],
      ['open'],
    ]);
  });
});
