import path from 'node:path';
import { openTestApp, type TestApp } from '../src-main/ipc/testing/open-test-app.ts';
import type { SideProcesses } from '../src-main/ipc/testing/side-processes.ts';
import type { ImportCheck, ImportOutcome } from '../src-shared/files-in/imports-contract.ts';
import { builtProcesses } from './built-app.ts';
import { type SheetLine, type SheetTruth, sheetLines, writeCustomerSheet } from './customer-sheet.ts';
import { convertToCsv, installedProgram } from './installed-program.ts';
import { type Benchmark, check, interleaved, median, timed, told } from './measure.ts';

interface Steps {
  readonly inspectMs: number;
  readonly planMs: number;
  readonly checkMs: number;
  readonly commitMs: number;
}

const stepNames = ['inspectMs', 'planMs', 'checkMs', 'commitMs'] as const;

/**
 * G1: a first import through dispatch as the window asks for it, with its processes and threads: look into the file,
 * read the sheet and propose columns, check each row, write and index all in one durable batch.
 */
export const importWorkbook: Benchmark = {
  name: 'G1',
  what: 'import 100,000 × 20 cells: looked into, read, checked, written with its journal, indexed',
  run: async ({ folder, rounds, rows }) => {
    const { lines, truth } = sheetLines(rows ?? 100_000);
    const file = path.join(folder, '客户.xlsx');
    writeCustomerSheet(file, lines);
    const beside = await builtProcesses();
    const all: Steps[] = [];
    const ours = async (round: number) => {
      const steps = await importOnce(file, lines, truth, beside);
      if (round > 0) all.push(steps);
      return stepNames.reduce((sum, name) => sum + steps[name], 0);
    };
    const soffice = installedProgram('soffice');
    const times = soffice
      ? await interleaved(rounds, ours, () => timed(() => convertToCsv(soffice, file, folder)))
      : { oursMs: [await ours(1)], peerMs: [] };
    const figures = stepNames.map((name) =>
      told(name.replace('Ms', ''), median(all.map((steps) => steps[name])), 'ms'),
    );
    return {
      name: 'G1',
      what: importWorkbook.what,
      comparison: soffice ? { peer: 'LibreOffice to CSV alone', ...times, must: 0.7, goal: 0.45 } : null,
      figures: soffice
        ? figures
        : [...figures, told('ours (LibreOffice is not installed)', times.oursMs[0] ?? 0, 'ms')],
    };
  },
};

async function importOnce(
  file: string,
  lines: readonly SheetLine[],
  truth: SheetTruth,
  beside: SideProcesses,
): Promise<Steps> {
  const app = openTestApp({ inFile: true, beside });
  try {
    const known = knowSome(app, lines);
    const [inspectMs, inspected] = await stopwatch(() => app.done('imports', 'inspect', { path: file }));
    if (inspected.state !== 'readable') throw new Error(`refused: ${inspected.problem.kind}`);
    const { importId } = inspected;
    const [planMs, planned] = await stopwatch(() => app.done('imports', 'plan', { importId, sheetIndex: 0 }));
    if (planned.state !== 'planned') throw new Error(`refused: ${planned.problem.kind}`);
    const { headerRow, firstDataRow, columns } = planned.plan;
    const mapping = { headerRow, firstDataRow, columns: columns.map(({ column, field }) => ({ column, field })) };
    check(
      columns.every(({ field }) => field !== null),
      'a column of the sheet that was not recognised',
    );
    const [checkMs, found] = await stopwatch(() =>
      app.done('imports', 'check', { importId, mapping, matchKey: 'name' }),
    );
    const [commitMs, outcome] = await stopwatch(() => app.done('imports', 'commit', { importId }));
    verify(app, { found, outcome, lines, truth, known });
    return { inspectMs, planMs, checkMs, commitMs };
  } finally {
    app.close();
  }
}

async function stopwatch<T>(work: () => Promise<T>): Promise<readonly [ms: number, value: T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

/** Every 100th customer is in the book already: its row must be found to be an update. */
const knownEvery = 100;

function knowSome(app: TestApp, lines: readonly SheetLine[]): number {
  let known = 0;
  for (let index = 1; index < lines.length; index += knownEvery) {
    const name = lines[index]?.[0];
    if (name === undefined) continue;
    app.aCustomer({ name });
    known += 1;
  }
  return known;
}

interface Result {
  readonly found: ImportCheck;
  readonly outcome: ImportOutcome;
  readonly lines: readonly SheetLine[];
  readonly truth: SheetTruth;
  readonly known: number;
}

function verify(app: TestApp, { found, outcome, lines, truth, known }: Result): void {
  check(found.total === lines.length, `${found.total} rows checked of ${lines.length}`);
  check(
    found.error + found.question === truth.wrong,
    `${found.error} errors, ${found.question} questions; ${truth.wrong} rows are wrong`,
  );
  check(found.skip === truth.repeated, `${found.skip} rows left out, ${truth.repeated} repeat others`);
  check(outcome.updated === found.update && outcome.created === found.new, 'commit did not write what the check said');
  const count = (sql: string) => Number(app.book.sqlite.prepare(sql).pluck().get());
  const customers = outcome.created + known;
  check(count('SELECT count(*) FROM customers') === customers, 'customers in the book');
  check(count('SELECT count(*) FROM customer_list') === customers, 'customers in the list');
  check(count('SELECT count(*) FROM customer_search') === customers, 'customers in the search index');
  check(
    count("SELECT count(*) FROM journal WHERE source = 'import' AND entity = 'customers'") ===
      outcome.created + outcome.updated,
    'journal entries of customers',
  );
}
