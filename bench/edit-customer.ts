import { countCustomers } from '../db/queries/count-customers.ts';
import { openTestApp } from '../src-main/ipc/testing/open-test-app.ts';
import { customerListQuerySchema } from '../src-shared/customers/customer-list.ts';
import { benchTimeZone, benchToday, fillBook } from './big-book.ts';
import { type Benchmark, check, interleaved, percentile, told } from './measure.ts';
import { syncedWrites } from './synced-writes.ts';

const usualSize = 300_000;
const editsPerRound = 300;

/** G12: a customer gets another name in a large book: journal, lists and search index, on the disk when it answers. */
export const editCustomer: Benchmark = {
  name: 'G12',
  what: 'one customer renamed among 300,000 (of the goal’s 1,000,000: --rows 1000000), search index and all, durable, p95',
  run: async ({ folder, rounds, rows }) => {
    const app = openTestApp({ inFile: true });
    const disk = syncedWrites(folder);
    try {
      const { book, ownerId } = app;
      fillBook({ book, ownerId, tierIds: Object.values(app.tierIds) }, rows ?? usualSize);
      const every = Math.ceil((rows ?? usualSize) / 5_000);
      const customers = book.sqlite
        .prepare<[number], { id: string; updated_at: string }>(
          'SELECT id, updated_at FROM customers WHERE rowid % ? = 0',
        )
        .all(every);
      let edited = 0;
      const all: number[] = [];
      const ours = async () => {
        const times: number[] = [];
        for (let turn = 0; turn < editsPerRound; turn += 1) {
          // 7919 is prime: one after another they lie far apart in the file.
          const customer = customers[(edited * 7919) % customers.length];
          if (!customer) throw new Error('the book has no customers');
          const fields = { name: `钱塘鑫隆第${edited + 1}五金经营部` };
          const start = performance.now();
          await app.done('customers', 'update', { id: customer.id, fields, seenAt: app.now });
          times.push(performance.now() - start);
          edited += 1;
        }
        all.push(...times);
        return percentile(times, 95);
      };
      const times = await interleaved(rounds, ours, async () => disk.run(editsPerRound));
      const found = countCustomers(
        book,
        customerListQuerySchema.parse({ search: '钱塘鑫隆' }),
        { today: benchToday, timeZone: benchTimeZone },
        null,
      );
      check(found.count === Math.min(edited, customers.length), `${found.count} found of ${edited} renamed`);
      return {
        name: 'G12',
        what: editCustomer.what,
        comparison: { peer: '4 KiB write + fdatasync, p50', ...times, must: 80, goal: 20 },
        figures: [told('p50', percentile(all, 50), 'ms')],
      };
    } finally {
      disk.close();
      app.close();
    }
  },
};
