import { parseArgs } from 'node:util';
import { runSoak } from './run-soak.ts';

/** `npm run soak [-- --kills N]`: kills a working store N times (default 300) and says what it promised and lost. */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '300' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error(`--kills ${values.kills} is no number of kills`);

const startedAt = performance.now();
const report = await runSoak({
  kills,
  longestLifeInWrites: 60,
  killsPerBook: 25,
  lanes: 2,
  onKill: (kill, found) => {
    for (const problem of found) process.stdout.write(`kill ${kill}: ${problem}\n`);
    if (kill % 25 === 0) process.stdout.write(`${kill} of ${kills} kills\n`);
  },
});

const rows: readonly (readonly [string, string | number])[] = [
  ['kills', report.kills],
  ...[...report.killedDuring].sort().map(([kind, times]) => [`  of them during ${kind}`, times] as const),
  ['acknowledged writes', report.acknowledged],
  ['backups acknowledged', report.backups],
  ['reopened with a log left behind', report.uncleanOpens],
  ['acknowledged writes lost, half imports, bad pages, bad backups', report.problems.length],
  ['seconds', Math.round((performance.now() - startedAt) / 1000)],
];
const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value] of rows) process.stdout.write(`${what.padEnd(width)}  ${value}\n`);
process.exitCode = report.problems.length === 0 ? 0 : 1;
