import { openTestApp } from '../src-main/ipc/testing/open-test-app.ts';
import { type Benchmark, check, interleaved, percentile } from './measure.ts';
import { syncedWrites } from './synced-writes.ts';

const savedPerRound = 300;

/** G10: 保存 in the pane: parsed, authorised, written with its journal entry and dates, on the disk when it answers. */
export const saveFollowUp: Benchmark = {
  name: 'G10',
  what: 'one follow-up saved through dispatch, durable (WAL, FULL), p50',
  run: async ({ folder, rounds }) => {
    const app = openTestApp({ inFile: true });
    const disk = syncedWrites(folder);
    try {
      check(app.book.sqlite.pragma('synchronous', { simple: true }) === 2, 'synchronous is not FULL');
      const customers = Array.from({ length: 500 }, (_, index) => app.aCustomer({ name: `客户${index}` }));
      const before = app.journalCount();
      let saved = 0;
      const ours = async () => {
        const times: number[] = [];
        for (let index = 0; index < savedPerRound; index += 1) {
          const customerId = customers[saved % customers.length] ?? '';
          const followUp = { text: '报价已发，等回复', channel: 'phone' as const, happenedAt: app.now };
          const start = performance.now();
          await app.done('followUps', 'create', { customerId, followUp });
          times.push(performance.now() - start);
          saved += 1;
        }
        return percentile(times, 50);
      };
      const times = await interleaved(rounds, ours, async () => disk.run(savedPerRound));
      check(app.journalCount() - before === saved, 'each follow-up has one journal entry');
      return {
        name: 'G10',
        what: saveFollowUp.what,
        comparison: { peer: '4 KiB write + fdatasync', ...times, must: 2.5, goal: 1.5 },
        figures: [],
      };
    } finally {
      disk.close();
      app.close();
    }
  },
};
