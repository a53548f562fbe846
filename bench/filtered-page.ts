import type { AppDb } from '../db/open.ts';
import { countCustomers } from '../db/queries/count-customers.ts';
import { listCustomers } from '../db/queries/list-customers.ts';
import { type CustomerListQuery, customerListQuerySchema } from '../src-shared/customers/customer-list.ts';
import { type Benchmark, check, interleaved, percentile, told } from './measure.ts';
import { openSeededBook, seededDay } from './seeded-book.ts';

const usualSize = 100_000;
const page = { offset: 0, limit: 50 };

/** One thing to filter by: how it is asked, and the same as plain SQL over the facts. */
interface Part {
  readonly filter: Partial<CustomerListQuery['filter']>;
  readonly where: string;
  readonly value: string;
}

/** For each thing to filter by its most and its least frequent value. */
function partsOf(book: AppDb): readonly (readonly Part[])[] {
  const ends = (column: string, filterOf: (value: string) => Part['filter']): Part[] => {
    const values = book.sqlite
      .prepare<[], string>(
        `SELECT ${column} FROM customers WHERE deleted_at IS NULL AND ${column} IS NOT NULL GROUP BY 1 ORDER BY count(*)`,
      )
      .pluck()
      .all();
    const chosen = [values.at(-1), values[0]].filter((value) => value !== undefined);
    return chosen.map((value) => ({ filter: filterOf(value), where: `c.${column} = ?`, value }));
  };
  const tags = book.sqlite
    .prepare<[], string>('SELECT tag_id FROM customer_tags GROUP BY tag_id ORDER BY count(*) DESC LIMIT 1')
    .pluck()
    .all();
  return [
    ends('owner_id', (value) => ({ ownerIds: [value] })),
    ends('tier_id', (value) => ({ tierIds: [value] })),
    ends('district', (value) => ({ districts: [value] })),
    ends('industry', (value) => ({ industries: [value] })),
    ends('source', (value) => ({ sources: [value] })),
    tags.map((value) => ({
      filter: { tagIds: [value] },
      where: 'EXISTS (SELECT 1 FROM customer_tags g WHERE g.customer_id = c.id AND g.tag_id = ?)',
      value,
    })),
  ];
}

/** Every choice of at least one of the parts, each with one of its values. */
function combinationsOf(parts: readonly (readonly Part[])[]): readonly (readonly Part[])[] {
  let all: Part[][] = [[]];
  for (const values of parts) all = all.flatMap((chosen) => [chosen, ...values.map((value) => [...chosen, value])]);
  return all.filter((chosen) => chosen.length > 0);
}

function queryOf(chosen: readonly Part[], sort: 'name' | null): CustomerListQuery {
  const filter = Object.assign({}, ...chosen.map((part) => part.filter));
  return customerListQuerySchema.parse({ filter, sort: sort && { key: sort, direction: 'asc' } });
}

/** G7: the first page of every combination of filters, by the list's own order and by name. */
export const filteredPage: Benchmark = {
  name: 'G7',
  what: 'first page of any combination of filters, 100,000 customers (of the goal’s 1,000,000: --rows 1000000), p95',
  run: async ({ folder, rounds, rows }) => {
    const book = openSeededBook(folder, rows ?? usualSize);
    const combinations = combinationsOf(partsOf(book));
    for (const chosen of combinations) {
      const { count } = countCustomers(book, queryOf(chosen, null), seededDay, null);
      const where = chosen.map((part) => part.where).join(' AND ');
      const sql = `SELECT count(*) FROM customers c WHERE c.deleted_at IS NULL AND ${where}`;
      const truth = Number(
        book.sqlite
          .prepare(sql)
          .pluck()
          .get(...chosen.map(({ value }) => value)),
      );
      check(count === truth, `${where}: ${count} by the list, ${truth} by the facts`);
    }
    const queries = combinations.flatMap((chosen) => [queryOf(chosen, null), queryOf(chosen, 'name')]);
    const all: number[] = [];
    const ours = async () => {
      const times = queries.map((query) => {
        const start = performance.now();
        listCustomers(book, query, seededDay, page);
        return performance.now() - start;
      });
      all.push(...times);
      return percentile(times, 95);
    };
    const scan = book.sqlite.prepare('SELECT tier_id, count(*) FROM customer_list WHERE is_live = 1 GROUP BY tier_id');
    const peer = async () => {
      const times = Array.from({ length: 20 }, () => {
        const start = performance.now();
        scan.all();
        return performance.now() - start;
      });
      return percentile(times, 50);
    };
    const times = await interleaved(rounds, ours, peer);
    book.close();
    return {
      name: 'G7',
      what: filteredPage.what,
      comparison: { peer: 'counting all by tier, p50', ...times, must: 0.6, goal: 0.25 },
      figures: [
        told('combinations, each in two orders', combinations.length, ''),
        told('p50', percentile(all, 50), 'ms'),
        told('the slowest of all', Math.max(...all), 'ms'),
      ],
    };
  },
};
