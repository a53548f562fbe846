import { countCustomers } from '../db/queries/count-customers.ts';
import { listCustomers } from '../db/queries/list-customers.ts';
import {
  type CustomerSortKey,
  customerListQuerySchema,
  customerSortKeys,
} from '../src-shared/customers/customer-list.ts';
import { type Benchmark, check, interleaved, median, percentile, told } from './measure.ts';
import { openSeededBook, seededDay } from './seeded-book.ts';

const usualSize = 100_000;
const pageSize = 50;
/** As 950,000 of 1,000,000. */
const depth = 0.95;
/** Times each order is asked per round. */
const repeats = 10;

/** Null is the order that the list has by itself: what was changed last. */
const orders: readonly (CustomerSortKey | null)[] = [null, ...customerSortKeys];

const askedBy = (key: CustomerSortKey | null) =>
  customerListQuerySchema.parse({ sort: key && { key, direction: 'asc' } });

/** G6: where the bar is dragged to, beside the top of the list, by every order that a column offers. */
export const deepPage: Benchmark = {
  name: 'G6',
  what: 'a page at 95 % of 100,000 customers (of the goal’s 1,000,000: --rows 1000000), by every order, p95',
  run: async ({ folder, rounds, rows }) => {
    const book = openSeededBook(folder, rows ?? usualSize);
    const { count } = countCustomers(book, askedBy(null), seededDay, null);
    const offset = Math.floor(count * depth);
    for (const key of orders) {
      const whole = listCustomers(book, askedBy(key), seededDay, { offset: offset - 7, limit: pageSize });
      const page = listCustomers(book, askedBy(key), seededDay, { offset, limit: pageSize });
      check(page.length === pageSize, `${key}: ${page.length} rows on a page`);
      check(page[0]?.id === whole[7]?.id, `${key}: two pages that overlap do not agree`);
    }
    const perOrder = new Map<CustomerSortKey | null, number[]>(orders.map((key) => [key, []]));
    const p95At = (from: number, note: boolean) => {
      const times = orders.flatMap((key) => {
        const query = askedBy(key);
        const ms = Array.from({ length: repeats }, () => {
          const start = performance.now();
          listCustomers(book, query, seededDay, { offset: from, limit: pageSize });
          return performance.now() - start;
        });
        if (note) perOrder.get(key)?.push(...ms);
        return ms;
      });
      return percentile(times, 95);
    };
    const times = await interleaved(
      rounds,
      async () => p95At(offset, true),
      async () => p95At(0, false),
    );
    book.close();
    return {
      name: 'G6',
      what: deepPage.what,
      comparison: { peer: 'the first page', ...times, must: 3, goal: 1.5 },
      figures: [
        { label: 'p95', value: median(times.oursMs), unit: 'ms', must: 10, goal: null },
        ...[...perOrder].map(([key, ms]) => told(`by ${key ?? 'the last change'}, p95`, percentile(ms, 95), 'ms')),
      ],
    };
  },
};
