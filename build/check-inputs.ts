import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFile, type FileOutcome } from './check-one-input.ts';
import { ensureBuilt } from './fresh-build.mjs';

/*
 * `npm run check:inputs -- [FOLDER] [--json]`: every file of a folder, through the very path of the import wizard
 * (inspect, plan, check, commit by dispatch, the reader in its own process), each into a throw-away book of its own.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const defaultFolder = path.resolve(import.meta.dirname, '../../shared/inputs');
const folder = positionals[0] ?? (existsSync(defaultFolder) ? defaultFolder : null);
if (folder === null || !existsSync(folder)) {
  console.error('npm run check:inputs -- FOLDER [--json]');
  process.exit(2);
}

// The threads and the reading process are the built ones: they start in a tenth of the time that sources take.
if (!(await ensureBuilt(process.execPath, (step, text) => console.error(`${step} ${text}`)))) process.exit(1);

const outcomes: FileOutcome[] = [];
for (const file of filesIn(folder)) {
  const workFolder = mkdtempSync(path.join(tmpdir(), 'keben-inputs-'));
  try {
    const outcome = await checkFile(path.join(folder, file), workFolder);
    outcomes.push({ ...outcome, file });
    if (!values.json) console.log(lineOf({ ...outcome, file }));
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}
if (values.json) console.log(JSON.stringify(outcomes, null, 2));
else console.log(summaryOf(outcomes));

function filesIn(root: string): string[] {
  if (statSync(root).isFile()) return [''];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function lineOf({ file, outcome, rows, created, updated, rowErrors, message, ms, peakMb }: FileOutcome): string {
  const figures =
    outcome === 'rows' ? `${rows} rows, ${created} new, ${updated} updated, ${rowErrors} left out` : message;
  return `${outcome.padEnd(5)} ${file}: ${figures}${outcome === 'rows' && message ? ` (${message})` : ''} — ${Math.round(ms)} ms, ${peakMb} MB`;
}

function summaryOf(all: readonly FileOutcome[]): string {
  const folders = [...new Set(all.map(({ file }) => path.dirname(file)))].sort();
  const lines = folders.map((name) => {
    const those = all.filter(({ file }) => path.dirname(file) === name);
    const readable = those.filter(({ outcome }) => outcome === 'rows');
    const sum = (key: 'rows' | 'created' | 'updated' | 'rowErrors') =>
      readable.reduce((total, outcome) => total + outcome[key], 0);
    const slowest = Math.max(...those.map(({ ms }) => ms));
    const fattest = Math.max(...those.map(({ peakMb }) => peakMb));
    return `| ${name} | ${those.length} | ${readable.length} | ${those.length - readable.length} | ${sum('rows')} | ${sum('created')} | ${sum('updated')} | ${sum('rowErrors')} | ${Math.round(slowest)} | ${fattest} |`;
  });
  return [
    '',
    '| folder | files | with rows | refused, with the reason | rows | new | updated | left out | slowest ms | most MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
