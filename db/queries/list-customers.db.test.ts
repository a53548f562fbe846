import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src-shared/core/calendar-date.ts';
import { newId } from '../../src-shared/core/id.ts';
import { dayOfInstant, type Instant } from '../../src-shared/core/instant.ts';
import type { CustomerRow } from '../../src-shared/customers/customer.ts';
import {
  type CustomerListQuery,
  type CustomerSortKey,
  customerListQuerySchema,
  customerSortKeys,
} from '../../src-shared/customers/customer-list.ts';
import { rankerFor } from '../../src-shared/search/rank.ts';
import { queryTokens } from '../../src-shared/search/search-query.ts';
import type { AppDb } from '../connection.ts';
import { writeBatch } from '../journal.ts';
import { customers } from '../schema/customers.ts';
import { at, openTestBook } from '../testing/open-test-book.ts';
import { countCustomers, customerCounts } from './count-customers.ts';
import { compileFilter } from './customer-filter.ts';
import { customerMoneyTotals } from './customer-money-totals.ts';
import { idsOfList, listCustomers, rowsOfList } from './list-customers.ts';
import { allHits, firstHits } from './ranked-search.ts';
import { daysAgo, seededBookWithMoney, seededDay } from './testing/seeded-book.ts';

type Wish = Partial<Record<keyof CustomerListQuery, unknown>>;
const view = (wish: Wish) => customerListQuerySchema.parse(wish);
const everything = { offset: 0, limit: 500 };

interface ListedRow {
  readonly doc: number;
  readonly id: string;
  readonly [column: string]: string | number | null;
}

/** Every live customer with what it is sorted and filtered by, read without any of the code under test. */
function allRows(book: AppDb): readonly ListedRow[] {
  const sql = `SELECT *, customer_id AS id, ifnull(next_visit_on, '') AS next_visit_or_first,
      ifnull(owner_id, '') AS owner_or_first
    FROM customer_list WHERE is_live = 1`;
  return book.sqlite.prepare<[], ListedRow>(sql).all();
}

const sortColumns: Readonly<Record<CustomerSortKey, readonly string[]>> = {
  name: ['name_key'],
  tier: ['tier_position', 'name_key'],
  owner: ['owner_key', 'name_key'],
  contact: ['contact_key'],
  phone: ['phone_key'],
  district: ['district_key', 'name_key'],
  nextVisit: ['next_visit_on', 'tier_position'],
  due: ['due_on', 'next_visit_or_first'],
  lastContact: ['last_contact_at'],
  owed: ['owed_fen'],
  overdueDays: ['oldest_due_on', 'owner_or_first'],
  createdAt: ['created_at'],
  updatedAt: ['updated_at'],
};

function compare(a: string | number | null, b: string | number | null): number {
  const [left, right] = [a ?? 1_000_000, b ?? 1_000_000];
  // The seeded names hold no character outside the first plane, so this is the order of their bytes.
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return Number(left) - Number(right);
}

function inOrder(rows: readonly ListedRow[], query: CustomerListQuery): readonly string[] {
  const { key, direction } = query.sort ?? { key: 'updatedAt', direction: 'desc' };
  const [first = '', ...others] = sortColumns[key];
  // The longest overdue fell due first.
  const way = (direction === 'asc') === (key !== 'overdueDays') ? 1 : -1;
  const isBlank = (row: ListedRow) => Number(String(row.oldest_due_on) >= seededDay.today);
  const byColumns = (a: ListedRow, b: ListedRow) => {
    if ((a[first] === null) !== (b[first] === null)) return a[first] === null ? 1 : -1;
    if (key === 'overdueDays' && isBlank(a) !== isBlank(b)) return isBlank(a) - isBlank(b);
    for (const column of [...(a[first] === null ? [] : [first]), ...others]) {
      const order = compare(a[column] ?? null, b[column] ?? null);
      if (order !== 0) return order * way;
    }
    return (a.doc - b.doc) * way;
  };
  return [...rows].sort(byColumns).map((row) => row.id);
}

function byRank(rows: readonly ListedRow[], search: string): readonly string[] {
  const asked = queryTokens(search);
  if (!asked) throw new Error('nothing asked');
  const rankOf = rankerFor(asked);
  const later = (a: ListedRow, b: ListedRow) => compare(b.last_contact_at ?? '', a.last_contact_at ?? '');
  return rows
    .map((row) => ({ row, rank: rankOf(String(row.search_text)) }))
    .sort(
      (a, b) =>
        (a.rank ?? 9) - (b.rank ?? 9) ||
        compare(a.row.tier_position ?? null, b.row.tier_position ?? null) ||
        later(a.row, b.row) ||
        a.row.doc - b.row.doc,
    )
    .map(({ row }) => row.id);
}

function passes(row: ListedRow, { filter, search }: CustomerListQuery): boolean {
  const among = (values: readonly string[] | undefined, value: string | number | null | undefined) =>
    !values || values.length === 0 || values.some((wanted) => (wanted === 'none' ? value === null : wanted === value));
  const tags = String(row.tag_ids).split(' ');
  const asked = queryTokens(search);
  // Safe: the columns hold instants.
  const quietSince = (row.last_contact_at ?? row.created_at) as Instant;
  const today = daysAgo(0);
  const overdueOn = row.next_visit_on ?? row.due_on ?? '';
  return (
    among(filter.tierIds, row.tier_id) &&
    among(filter.ownerIds, row.owner_id) &&
    among(filter.districts, row.district) &&
    among(filter.industries, row.industry) &&
    among(filter.sources, row.source) &&
    (!filter.tagIds || filter.tagIds.length === 0 || filter.tagIds.some((id) => tags.includes(id))) &&
    (filter.nextVisitUpTo === undefined ||
      (typeof row.next_visit_on === 'string' && row.next_visit_on <= filter.nextVisitUpTo)) &&
    (filter.quietDays === undefined || dayOfInstant(quietSince, 'Asia/Shanghai') < daysAgo(filter.quietDays)) &&
    (!filter.visitOverdue || overdueOn < today) &&
    (!filter.dueNow || (row.next_visit_on === null && typeof row.due_on === 'string' && row.due_on <= today)) &&
    (!filter.owes || Number(row.owed_fen) > 0) &&
    (!filter.overdueMoney || (typeof row.oldest_due_on === 'string' && row.oldest_due_on < today)) &&
    (!asked || rankerFor(asked)(String(row.search_text)) !== null)
  );
}

function expected(all: readonly ListedRow[], query: CustomerListQuery): readonly string[] {
  const rows = all.filter((row) => passes(row, query));
  return queryTokens(query.search) && !query.sort ? byRank(rows, query.search) : inOrder(rows, query);
}

describe('lists of a book of 1,500', () => {
  let book: AppDb;
  let live: readonly ListedRow[];
  let ids: Readonly<Record<'tiers' | 'users' | 'tags', readonly string[]>>;
  beforeAll(() => {
    book = seededBookWithMoney(1_500, 6_000);
    live = allRows(book);
    const idsOf = (table: string) => book.sqlite.prepare<[], string>(`SELECT id FROM ${table}`).pluck().all();
    ids = { tiers: idsOf('tiers'), users: idsOf('users'), tags: idsOf('tags') };
  }, 60_000);

  const searches = [
    '五金',
    '杭州',
    '有限公司',
    'z',
    'hz',
    'gs',
    'wj',
    'hangzhou',
    'hzwj',
    '138',
    '57',
    '路',
    '王',
    '老客户',
    '余杭 五金',
    '王 138',
    'jiancai',
    '省',
    '号',
    '鑫鑫',
    '单',
    'x y',
    '欧阳',
    'a',
    '13',
    '8888',
    '杭州王记',
  ];
  const some = (list: () => readonly string[]) =>
    fc.uniqueArray(fc.nat(20), { maxLength: 3 }).map((picks) => picks.flatMap((pick) => list()[pick] ?? ['none']));
  const valuesOf = (column: string) => () =>
    book.sqlite
      .prepare<[], string>(`SELECT DISTINCT ${column} FROM customers WHERE ${column} IS NOT NULL ORDER BY 1`)
      .pluck()
      .all();
  const aView = fc.record({
    search: fc.oneof(fc.constant(''), fc.constantFrom(...searches)),
    filter: fc.record(
      {
        tierIds: some(() => ids.tiers),
        ownerIds: some(() => ids.users),
        tagIds: some(() => ids.tags).map((tagIds) => tagIds.filter((id) => id !== 'none')),
        districts: some(valuesOf('district')).map((all) => all.filter((one) => one !== 'none')),
        industries: some(valuesOf('industry')).map((all) => all.filter((one) => one !== 'none')),
        sources: some(valuesOf('source')).map((all) => all.filter((one) => one !== 'none')),
        quietDays: fc.constantFrom(7, 30, 180),
        visitOverdue: fc.constant(true),
        dueNow: fc.constant(true),
        owes: fc.constant(true),
        overdueMoney: fc.constant(true),
        nextVisitUpTo: fc.constantFrom<CalendarDate>(daysAgo(10), daysAgo(1), daysAgo(-30)),
      },
      { requiredKeys: [] },
    ),
    sort: fc.oneof(
      fc.constant(null),
      fc.record({ key: fc.constantFrom(...customerSortKeys), direction: fc.constantFrom('asc', 'desc') }),
    ),
  });

  it('show, count and hand out the same customers in the same order as sorting them all by hand', () => {
    fc.assert(
      fc.property(aView, fc.nat(1_500), (wish, offset) => {
        const query = view(wish);
        const right = expected(live, query);
        expect([...idsOfList(book, query, seededDay)]).toEqual(right);
        expect(listCustomers(book, query, seededDay, { offset: 0, limit: 50 }).map(({ id }) => id)).toEqual(
          right.slice(0, 50),
        );
        expect(listCustomers(book, query, seededDay, { offset, limit: 50 }).map(({ id }) => id)).toEqual(
          right.slice(offset, offset + 50),
        );
        expect(countCustomers(book, query, seededDay, null)).toEqual({ count: right.length, isCapped: false });
        expect(countCustomers(book, query, seededDay, 40).count).toBe(
          query.search === '' && right.length === live.length ? right.length : Math.min(40, right.length),
        );
      }),
      { numRuns: 120 },
    );
  });

  it('give the same first hits whether they are gathered and sorted or read in their order', () => {
    const aSearch = fc.constantFrom(...searches).map((search) => queryTokens(search));
    const aFilter = aView.map(({ filter }) => compileFilter(filter, seededDay));
    fc.assert(
      fc.property(
        aSearch,
        aFilter,
        fc.constantFrom(1, 20, 60, 150),
        fc.integer({ min: 1, max: 80 }),
        (search, filter, limit, count) => {
          if (!search) throw new Error('nothing asked');
          expect(firstHits(book, search, filter, count, limit)).toEqual(allHits(book, search, filter).slice(0, count));
        },
      ),
      { numRuns: 400 },
    );
    const open = compileFilter({}, seededDay);
    for (const search of searches.map((text) => queryTokens(text))) {
      if (!search) throw new Error('nothing asked');
      expect(firstHits(book, search, open, 500, 90)).toEqual(allHits(book, search, open).slice(0, 500));
    }
  });

  it('sort every column both ways, blanks last', () => {
    for (const key of customerSortKeys) {
      for (const direction of ['asc', 'desc'] as const) {
        const query = view({ sort: { key, direction } });
        expect([...idsOfList(book, query, seededDay)]).toEqual(expected(live, query));
      }
    }
  });

  it('give the days overdue page by page as they are all together, also where a page spans who owes nothing late', () => {
    for (const direction of ['asc', 'desc'] as const) {
      const query = view({ sort: { key: 'overdueDays', direction } });
      const all = expected(live, query);
      const paged: string[] = [];
      for (let offset = 0; offset < all.length; offset += 37) {
        paged.push(...listCustomers(book, query, seededDay, { offset, limit: 37 }).map(({ id }) => id));
      }
      expect(paged).toEqual(all);
    }
  });

  it('add up to what is open, past due and prepaid of the customers they show', () => {
    const facts = book.sqlite.prepare<[string], { readonly dueOn: string; readonly openFen: number }>(
      'SELECT due_on AS dueOn, open_fen AS openFen FROM open_receivables WHERE customer_id = ?',
    );
    const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
    fc.assert(
      fc.property(aView, fc.constantFrom(null, ids.users[1] ?? ''), (wish, ownerId) => {
        const query = view(wish);
        const seen = new Set(expected(live, query));
        const rows = live.filter(
          (row) => seen.has(row.id) && (ownerId === null || row.owner_id === null || row.owner_id === ownerId),
        );
        const open = rows.flatMap((row) => facts.all(row.id));
        expect(customerMoneyTotals(book, { view: query, day: seededDay, ownerId })).toEqual({
          owedFen: sum(open.map(({ openFen }) => openFen)),
          overdueFen: sum(open.filter(({ dueOn }) => dueOn < seededDay.today).map(({ openFen }) => openFen)),
          prepaidFen: sum(rows.map((row) => Number(row.prepaid_fen))),
        });
      }),
      { numRuns: 40 },
    );
  });

  it('give the rows of a whole view for an export', () => {
    const rows: CustomerRow[] = [];
    for (const chunk of rowsOfList(book, view({ search: '五金' }), seededDay)) rows.push(...chunk);
    expect(rows.map(({ id }) => id)).toEqual([...idsOfList(book, view({ search: '五金' }), seededDay)]);
    expect(rows.length).toBeGreaterThan(400);
  });

  it('agree with the counts on the tabs', () => {
    const [userId = ''] = ids.users;
    const counts = customerCounts(book, userId);
    const count = (filter: CustomerListQuery['filter']) =>
      countCustomers(book, view({ filter }), seededDay, null).count;
    expect(counts.all).toBe(live.length);
    expect(counts.mine).toBe(count({ ownerIds: [userId] }));
    expect(counts.withoutTier).toBe(count({ tierIds: ['none'] }));
    for (const id of ids.tiers) expect(counts.byTier[id] ?? 0).toBe(count({ tierIds: [id] }));
    expect(counts.inBin).toBeGreaterThan(0);
    expect(counts.inBin + counts.all).toBe(1_500);
  });

  it('follow what was written since the page before', () => {
    const query = view({ search: '五金' });
    const deep = { offset: 480, limit: 600 };
    const before = listCustomers(book, query, seededDay, deep);
    const gone = before[0]?.id ?? '';
    const now = at('2026-03-05T08:00:00.000Z');
    const bin = (deletedAt: Instant | null) =>
      writeBatch(book, { source: 'edit', userId: null, now }, (db) => db.update(customers, gone, { deletedAt }));
    bin(now);
    expect(listCustomers(book, query, seededDay, deep).map(({ id }) => id)).toEqual(
      before.slice(1).map(({ id }) => id),
    );
    bin(null);
    expect(listCustomers(book, query, seededDay, deep).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });
});

describe('searching a list', () => {
  function bookOf(...names: readonly string[]) {
    const test = openTestBook();
    for (const name of names) test.aCustomer({ name });
    const find = (search: string) =>
      listCustomers(test.book, view({ search }), seededDay, everything).map(({ name }) => name);
    return { ...test, find };
  }

  it('puts names that start so first, then initials, then names that hold it, then contacts, phones and the rest', () => {
    const test = bookOf('上海王记', '王记五金', '无锡恒通', '杭州鼎盛');
    test.aContact({ customerId: test.aCustomer({ name: '甲店' }), name: '王记名' });
    test.aCustomer({ name: '乙店', address: '王记大厦' });
    expect(test.find('王记')).toEqual(['王记五金', '上海王记', '甲店', '乙店']);
    expect(test.find('wj')).toEqual(['王记五金', '上海王记', '甲店']);
    test.aCustomer({ name: '丙店', phone: '0571-88886666' });
    test.aCustomer({ name: '8888 号店' });
    expect(test.find('8888')).toEqual(['8888 号店', '丙店']);
  });

  it('puts the higher tier first among equals, then the later contact, and the never contacted last', () => {
    const test = openTestBook();
    const make = (name: string, tier: keyof typeof test.tierIds, contactedAt?: string) => {
      const customerId = test.aCustomer({ name, tierId: test.tierIds[tier] });
      if (contactedAt) test.aFollowUp({ customerId, happenedAt: at(contactedAt) });
    };
    make('王记一', 'B');
    make('王记二', 'B', '2026-01-01T00:00:00.000Z');
    make('王记三', 'B', '2026-02-01T00:00:00.000Z');
    make('王记四', 'A');
    test.aCustomer({ name: '王记五' });
    const found = listCustomers(test.book, view({ search: '王记' }), seededDay, everything);
    expect(found.map(({ name }) => name)).toEqual(['王记四', '王记三', '王记二', '王记一', '王记五']);
  });

  it.each([
    ['%', 'nothing that can be searched: everybody'],
    ['_', 'nothing that can be searched: everybody'],
    ['"', 'nothing that can be searched: everybody'],
    ['*', 'nothing that can be searched: everybody'],
    ["'; DROP TABLE customers; --", 'no such words'],
    ['" OR "', 'no such word'],
    ['NEAR(王 记)', 'no such word'],
    ['tokens : 王', 'no such word'],
    ['AND', 'no such word'],
    ['王 NOT 记', 'no such word'],
    ['\u0000', 'nothing that can be searched: everybody'],
    ['王\u0000记', 'found: an invisible character is not looked for'],
    ['😀', 'nothing that can be searched: everybody'],
    ['王😀', 'found by the part that is text'],
    ['王*', 'found'],
    ['王%', 'found'],
    ['１３８', 'found by full-width digits'],
    ['ｗｊ', 'found by full-width letters'],
    ['王', 'found by one character'],
    ['𠮷', 'found by a character outside the first plane'],
    ['1', 'found by one digit of its name'],
    ['九', 'no such character'],
    ['王'.repeat(300), 'no such word'],
  ])('%j: %s', (search, answer) => {
    const test = openTestBook();
    test.aCustomer({ name: '王记𠮷1号店', phone: '138 0013 8000' });
    test.aCustomer({ name: 'Zebra' });
    const found = listCustomers(test.book, view({ search: search.slice(0, 200) }), seededDay, everything).map(
      ({ name }) => name,
    );
    const count = countCustomers(test.book, view({ search: search.slice(0, 200) }), seededDay).count;
    expect(found.length).toBe(count);
    if (answer.includes('everybody')) expect(found).toHaveLength(2);
    else expect(found).toEqual(answer.startsWith('found') ? ['王记𠮷1号店'] : []);
  });

  it('takes whatever is typed, and counts what it lists', () => {
    const test = openTestBook();
    const names = [
      '王记 OR 五金',
      '"引号"',
      "it's * 100%_",
      '\ud83d\ude00表情',
      '１２３号',
      'NEAR/2',
      '𠮷野家',
      '中\u200b文',
      'ñandú',
    ];
    for (const name of names) test.aCustomer({ name });
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom(...names.join(''), ' ', '"', '*', ':', '^', '-', '+', '\u0000'), { maxLength: 12 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (search) => {
        const query = view({ search: search.slice(0, 200) });
        const found = listCustomers(test.book, query, seededDay, everything);
        expect(countCustomers(test.book, query, seededDay, null).count).toBe(found.length);
        expect([...idsOfList(test.book, query, seededDay)]).toEqual(found.map(({ id }) => id));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['单雄信', 'sxx'],
    ['单雄信', 'shan'],
    ['仇英', 'qiuy'],
    ['曾国藩', 'zgf'],
    ['尉迟恭', 'ycg'],
    ['重庆火锅店', 'cqhg'],
    ['长沙五金', 'cswj'],
  ])('reads %s as %s', (name, search) => {
    expect(bookOf(name, '别的客户').find(search)).toEqual([name]);
  });

  it('finds nobody who is in the bin', () => {
    const test = bookOf('王记五金');
    const id = test.aCustomer({ name: '王记建材' });
    writeBatch(test.book, { source: 'edit', userId: null, now: test.now }, (db) =>
      db.update(customers, id, { deletedAt: test.now }),
    );
    expect(test.find('王记')).toEqual(['王记五金']);
    expect(countCustomers(test.book, view({ search: '王记' }), seededDay)).toEqual({ count: 1, isCapped: false });
  });

  it('calls a customer quiet for 30 days from the 31st day on, by the day where the book is kept', () => {
    const test = openTestBook();
    const lastTalk = (name: string, happenedAt: string) =>
      test.aFollowUp({ customerId: test.aCustomer({ name }), happenedAt: at(happenedAt) });
    lastTalk('30 天前，刚过零点', '2026-02-02T16:00:00.000Z');
    lastTalk('31 天前，快到零点', '2026-02-02T15:59:59.999Z');
    for (const [name, now] of [
      ['从未联系，早已建档', '2026-02-02T15:59:59.999Z'],
      ['从未联系，新建', '2026-02-02T16:00:00.000Z'],
    ] as const) {
      writeBatch(test.book, { source: 'edit', userId: null, now: at(now) }, (db) =>
        db.insert(customers, { id: newId(), name }),
      );
    }
    const query = view({ filter: { quietDays: 30 }, sort: { key: 'name', direction: 'asc' } });
    const names = listCustomers(test.book, query, seededDay, everything).map(({ name }) => name);
    expect(names).toEqual(['31 天前，快到零点', '从未联系，早已建档']);
  });

  it('stops counting at 1,001', () => {
    const test = openTestBook();
    writeBatch(test.book, { source: 'import', userId: null, now: test.now }, (db) => {
      for (let index = 0; index < 1_010; index += 1) db.insert(customers, { id: `c${index}`, name: `王记${index}号` });
    });
    expect(countCustomers(test.book, view({ search: '王' }), seededDay)).toEqual({ count: 1_001, isCapped: true });
    expect(countCustomers(test.book, view({ search: '王' }), seededDay, null)).toEqual({
      count: 1_010,
      isCapped: false,
    });
    expect(countCustomers(test.book, view({ search: '王记10号' }), seededDay)).toEqual({ count: 1, isCapped: false });
  });
});
