import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openTestApp, type TestApp } from '../src-main/ipc/testing/open-test-app.ts';
import { unwatched } from '../src-main/jobs/job-runner.ts';
import { customerColumns, customerListQuerySchema } from '../src-shared/customers/customer-list.ts';
import { builtProcesses } from './built-app.ts';
import { sheetLines, writeCustomerSheet } from './customer-sheet.ts';
import { type Benchmark, check, type Figure, told } from './measure.ts';

/** G13: how long the main thread is ever kept from answering the window while a job runs beside it. */
export const jobGaps: Benchmark = {
  name: 'G13',
  what: 'longest wait of the main thread while a job runs, 100,000 customers',
  run: async ({ folder, rows }) => {
    const file = path.join(folder, '客户.xlsx');
    const customers = writeSheet(file, rows ?? 100_000);
    const app = openTestApp({ inFile: true, beside: await builtProcesses() });
    const figures: Figure[] = [];
    const during = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
      const [value, { gapMs, ownMs }] = await watched(work);
      figures.push({ label, value: gapMs, unit: 'ms', must: 50, goal: 16 });
      figures.push(told(`${label}, the thread's own work in one go`, ownMs, 'ms'));
      return value;
    };
    try {
      const [, idle] = await watched(() => setTimeout(2_000));
      figures.push(told('with nothing to do for 2 s', idle.gapMs, 'ms'));
      const batchId = await importWatched(app, file, during);
      const exported = await during('export', () => exportAll(app, path.join(folder, 'out.xlsx')));
      check(exported === customers, `${exported} rows exported of ${customers}`);
      await during('backup', () => backup(app, folder));
      const report = await during('undo of the import', () => app.done('history', 'undo', { batchId }));
      check(report.conflicts.length === 0, 'the undo of an import that nobody touched has conflicts');
      const left = Number(
        app.book.sqlite.prepare('SELECT count(*) FROM customer_list WHERE is_live = 1').pluck().get(),
      );
      check(left === 0, `${left} customers left after the undo`);
    } finally {
      app.close();
    }
    return { name: 'G13', what: jobGaps.what, comparison: null, figures };
  },
};

/** Keeps none of the lines: a large heap would make waits of its own. Gives how many customers an import makes of them. */
function writeSheet(file: string, rows: number): number {
  const { lines, truth } = sheetLines(rows);
  writeCustomerSheet(file, lines);
  return rows - truth.repeated - truth.wrong;
}

interface Waits {
  /** The longest stretch in which the event loop of this thread did not turn. */
  readonly gapMs: number;
  /** The most that this thread computed in one stretch: what would still be left on a machine with nothing else to do. */
  readonly ownMs: number;
}

async function watched<T>(work: () => Promise<T>): Promise<readonly [value: T, waits: Waits]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let ownMs = 0;
  let before = computedMs();
  const look = setInterval(() => {
    const now = computedMs();
    ownMs = Math.max(ownMs, now - before);
    before = now;
  }, 1);
  delay.enable();
  try {
    const value = await work();
    return [value, { gapMs: delay.max / 1e6, ownMs: Math.max(ownMs, computedMs() - before) }];
  } finally {
    delay.disable();
    clearInterval(look);
  }
}

function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

type During = <T>(label: string, work: () => Promise<T>) => Promise<T>;

async function importWatched(app: TestApp, file: string, during: During): Promise<string> {
  const inspected = await during('look into a file', () => app.done('imports', 'inspect', { path: file }));
  if (inspected.state !== 'readable') throw new Error(`refused: ${inspected.problem.kind}`);
  const { importId } = inspected;
  const planned = await during('read its sheet', () => app.done('imports', 'plan', { importId, sheetIndex: 0 }));
  if (planned.state !== 'planned') throw new Error(`refused: ${planned.problem.kind}`);
  const { headerRow, firstDataRow, columns } = planned.plan;
  const mapping = { headerRow, firstDataRow, columns: columns.map(({ column, field }) => ({ column, field })) };
  await during('check the import', () => app.done('imports', 'check', { importId, mapping, matchKey: 'name' }));
  const { batchId } = await during('write the import', () => app.done('imports', 'commit', { importId }));
  return batchId;
}

async function exportAll(app: TestApp, file: string): Promise<number> {
  const headers = Object.fromEntries(customerColumns.map((column) => [column, column]));
  const outcome = await app.services.jobs.run(
    'exportCustomers',
    {
      selection: { kind: 'view', view: customerListQuerySchema.parse({}), exceptIds: [] },
      columns: customerColumns,
      // Safe: fromEntries over customerColumns has each of them.
      words: { sheetName: '客户', title: '客户', headers: headers as never, withoutTier: '未分级' },
      path: file,
      actor: { userId: app.ownerId, role: 'owner', reach: 'all', today: '2026-03-05' as never },
      timeZone: 'Asia/Shanghai',
      companyName: null,
      tagSeparator: '、',
    },
    unwatched,
  );
  if (!outcome.ok) throw new Error(`not exported: ${outcome.error.kind}`);
  return outcome.value.rows;
}

async function backup(app: TestApp, folder: string): Promise<void> {
  const order = {
    bookPath: app.book.path,
    folder: path.join(folder, 'backups'),
    reason: 'by_hand' as const,
    now: app.now,
  };
  const outcome = await app.services.jobs.run('makeBackup', order, unwatched);
  if (!outcome.ok) throw new Error(`no backup: ${outcome.error.kind}`);
}
