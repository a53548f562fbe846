import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestApp, type TestApp } from '../src-main/ipc/testing/open-test-app.ts';
import { unwatched } from '../src-main/jobs/job-runner.ts';
import { fillBook } from './big-book.ts';
import { builtProcesses } from './built-app.ts';
import { type Benchmark, check, interleaved, told } from './measure.ts';

const usualSize = 100_000;
/** A person who writes without a pause is slower than this. */
const betweenWritesMs = 20;

/** G11: a backup with all its checks, made while follow-ups are saved, beside what copying the file alone takes. */
export const backupWhileWriting: Benchmark = {
  name: 'G11',
  what: 'backup of a book of 100,000 customers, checked, while follow-ups are saved',
  run: async ({ folder, rounds, rows }) => {
    const app = openTestApp({ inFile: true, beside: await builtProcesses() });
    try {
      const { book, ownerId } = app;
      fillBook({ book, ownerId, tierIds: Object.values(app.tierIds) }, rows ?? usualSize);
      const customerIds = book.sqlite.prepare<[], string>('SELECT id FROM customers LIMIT 500').pluck().all();
      let longestGapMs = 0;
      let saved = 0;
      const ours = async () => {
        const backups = path.join(folder, 'backups');
        rmSync(backups, { recursive: true, force: true });
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        const start = performance.now();
        let isMade = false;
        const making = makeBackup(app, backups).finally(() => {
          isMade = true;
        });
        while (!isMade) {
          await writeOne(app, customerIds[saved % customerIds.length] ?? '');
          saved += 1;
          await pause(betweenWritesMs);
        }
        await making;
        delay.disable();
        longestGapMs = Math.max(longestGapMs, delay.max / 1e6);
        return performance.now() - start;
      };
      const peer = async () => {
        const copy = path.join(folder, 'copy.keben');
        rmSync(copy, { force: true });
        const start = performance.now();
        copyFileSync(book.path, copy);
        const fd = openSync(copy, 'r+');
        fsyncSync(fd);
        closeSync(fd);
        return performance.now() - start;
      };
      const times = await interleaved(rounds, ours, peer);
      check(saved > 0, 'nothing was written during the backups');
      return {
        name: 'G11',
        what: backupWhileWriting.what,
        comparison: { peer: 'copy and fsync', ...times, must: 5, goal: 3 },
        figures: [
          { label: 'longest wait of the main thread', value: longestGapMs, unit: 'ms', must: 20, goal: 20 },
          told('follow-ups saved meanwhile', saved, ''),
        ],
      };
    } finally {
      app.close();
    }
  },
};

async function makeBackup(app: TestApp, folder: string): Promise<void> {
  const order = { bookPath: app.book.path, folder, reason: 'by_hand' as const, now: app.now };
  const outcome = await app.services.jobs.run('makeBackup', order, unwatched);
  if (!outcome.ok) throw new Error(`no backup: ${outcome.error.kind}`);
}

async function writeOne(app: TestApp, customerId: string): Promise<void> {
  const followUp = { text: '报价已发，等回复', channel: 'phone' as const, happenedAt: app.now };
  await app.done('followUps', 'create', { customerId, followUp });
}
