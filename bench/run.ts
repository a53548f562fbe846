import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { agingBenchmark } from './aging.ts';
import { backupWhileWriting } from './backup-while-writing.ts';
import { bulkInsert } from './bulk-insert.ts';
import { calendarMonth } from './calendar-month.ts';
import { coldStart } from './cold-start.ts';
import { deepPage } from './deep-page.ts';
import { editCustomer } from './edit-customer.ts';
import { exportWorkbook } from './export-workbook.ts';
import { filteredPage } from './filtered-page.ts';
import { importWorkbook } from './import-workbook.ts';
import { jobGaps } from './job-gaps.ts';
import { ladderBenchmark } from './ladder.ts';
import type { Benchmark, Measured, NotRun } from './measure.ts';
import { planVisits } from './plan-visits.ts';
import { readWorkbook } from './read-workbook.ts';
import { retierBenchmark } from './retier.ts';
import { saveFollowUp } from './save-follow-up.ts';
import { scrollList } from './scroll-list.ts';
import { searchCustomers } from './search-customers.ts';
import { statementBenchmark } from './statement.ts';
import { jsonOf, keepsItsMusts, tableOf } from './table.ts';

const benchmarks: readonly Benchmark[] = [
  importWorkbook,
  readWorkbook,
  exportWorkbook,
  searchCustomers,
  deepPage,
  filteredPage,
  bulkInsert,
  saveFollowUp,
  backupWhileWriting,
  editCustomer,
  jobGaps,
  coldStart,
  scrollList,
  planVisits,
  calendarMonth,
  agingBenchmark,
  statementBenchmark,
  retierBenchmark,
  ladderBenchmark,
];

const usage = `npm run bench [-- --json] [--rounds N] [--rows N] [NAME…]

  NAME      ${benchmarks.map(({ name }) => name).join(', ')}; all without one
  --rounds  how often each side runs, interleaved, after one round that does not count; 5
  --rows    another size: fewer rows, to see that it runs, or 1000000 for G4; a goal holds for its full size only
  --json    for programs instead of people

${benchmarks.map(({ name, what }) => `  ${name.padEnd(5)}${what}`).join('\n')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string' },
  },
});

if (values.help) console.log(usage);
else process.exitCode = await main();

/** 0 when everything that ran keeps its musts, else 1; 2 when asked for nothing that there is. */
async function main(): Promise<number> {
  const rounds = Number(values.rounds);
  const rows = values.rows === undefined ? null : Number(values.rows);
  const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (chosen.length < positionals.length || !(rounds >= 1) || (rows !== null && !(rows >= 1000))) {
    console.error(usage);
    return 2;
  }
  const results: (Measured | NotRun)[] = [];
  if (!values.json) console.log(`${cpus().length} cores, Node ${process.versions.node}; trust ratios, not seconds\n`);
  for (const benchmark of chosen) {
    const result = await runOne(benchmark, rounds, rows);
    results.push(result);
    if (!values.json) console.log(tableOf([result]));
  }
  if (values.json) console.log(jsonOf(results));
  return results.every((result) => 'why' in result || keepsItsMusts(result)) ? 0 : 1;
}

async function runOne(benchmark: Benchmark, rounds: number, rows: number | null): Promise<Measured | NotRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'keben bench '));
  try {
    const result = await benchmark.run({ folder, rounds, rows });
    // A figure of another size must not be taken for the real one.
    return rows === null || 'why' in result ? result : { ...result, what: `${result.what} [here ${rows} rows]` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
