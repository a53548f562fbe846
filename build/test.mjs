// @ts-check
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureInstalled, node24, root, run, say, secondsSince, toolEnv } from './toolchain.mjs';
import { readVitestCounts } from './vitest-counts.mjs';

/*
 * `npm test`: installs what is missing, then every check, one line each. What could not run counts as failed.
 * The last line is `N passed, N failed`.
 */
const stepMs = 12 * 60 * 1000;
const total = { passed: 0, failed: 0 };

/**
 * @param {string} step
 * @param {{ passed: number, failed: number }} counts
 * @param {number} started
 * @param {string} output shown when something failed
 */
function report(step, counts, started, output) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  say(step, `${counts.passed} passed, ${counts.failed} failed in ${secondsSince(started)}`);
  if (counts.failed > 0) console.log(`\n${output.trim()}\n`);
}

/**
 * A program that passes or fails as one.
 * @param {string} step
 * @param {string} node
 * @param {readonly (readonly string[])[]} commands scripts with their arguments, run one after the other
 */
async function check(step, node, commands) {
  const started = performance.now();
  let failures = '';
  for (const command of commands) {
    const { ok, output } = await run(node, command, { env: toolEnv({ NO_COLOR: '1' }), timeoutMs: stepMs });
    if (!ok) failures += `${output}\n(${command.join(' ')} failed)\n`;
  }
  report(step, failures === '' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, started, failures);
  return failures === '';
}

/**
 * @param {string} step
 * @param {string} node
 * @param {readonly string[]} args of vitest
 * @param {string} timeZone
 */
async function vitest(step, node, args, timeZone) {
  const started = performance.now();
  const file = join(root, 'node_modules', '.cache', 'keben', `${step}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { ok, output } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...args, ...reporters], {
    env: toolEnv({ TZ: timeZone, NO_COLOR: '1' }),
    timeoutMs: stepMs,
  });
  report(step, readVitestCounts(file, ok), started, output);
}

const node = (await ensureInstalled()) ? node24() : null;
if (node === null) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
await check('types', node, [
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'],
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json'],
  ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.e2e.json'],
]);
await check('lint', node, [['node_modules/@biomejs/biome/bin/biome', 'check', '.']]);
await vitest('unit', node, [], 'Asia/Shanghai');
// Rules and queries are where days are counted; a zone west of Greenwich shows a day that slipped.
await vitest('new-york', node, ['src-shared', 'db/queries', 'db/search', 'src-renderer/text'], 'America/New_York');
if (await check('build', node, [['build/build-app.ts']])) {
  await vitest('journeys', node, ['--config', 'e2e/vitest.config.ts'], 'Asia/Shanghai');
  await check('package', node, [['build/package/package-check.ts']]);
} else {
  report('journeys', { passed: 0, failed: 1 }, performance.now(), 'not run: there is no built app');
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
