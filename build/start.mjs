// @ts-check
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronBinary, obtainElectron } from './electron-binary.mjs';
import { ensureInstalled, node24, root, run, say, secondsSince, toolEnv } from './toolchain.mjs';

/* `npm start`: installs what is missing, builds what is out of date, opens the app. Arguments go to the app. */

const sources = ['src-shared', 'src-main', 'src-renderer', 'db', 'assets', 'build/build-app.ts', 'package-lock.json'];
const stampFile = join(root, 'out', '.built-from');

/** Changes with any source file added, removed or touched. */
function sourceStamp() {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    const stat = statSync(full);
    if (stat.isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else hash.update(`${path}\0${stat.mtimeMs}\0${stat.size}\n`);
  };
  sources.forEach(add);
  return hash.digest('hex');
}

/** @param {string} node */
async function ensureBuilt(node) {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  const started = performance.now();
  const { ok, output } = await run(node, ['build/build-app.ts'], { env: toolEnv({ NO_COLOR: '1' }) });
  if (!ok) {
    say('build', 'failed:');
    console.error(output.trim());
    return false;
  }
  writeFileSync(stampFile, stamp);
  say('build', `done in ${secondsSince(started)}`);
  return true;
}

/**
 * Ctrl+C reaches the app by itself; this process only waits for it.
 * @param {string} command
 * @param {readonly string[]} args
 */
function hand(command, args) {
  const child = spawn(command, args, { cwd: root, env: toolEnv(), stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.once('error', (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

const node = (await ensureInstalled()) ? node24() : null;
if (node === null || !(await ensureBuilt(node))) process.exit(1);

const args = process.argv.slice(2);
const electron = electronBinary() ?? (await obtainElectron(node));
if (electron !== null) {
  say('open', 'Keben runs on Electron; close its window or press Ctrl+C to end it');
  hand(electron, [root, ...args]);
} else {
  say('electron', 'its binary cannot be downloaded here (set ELECTRON_MIRROR to a mirror); opening on the stand-in');
  hand(node, ['--disable-warning=ExperimentalWarning', 'runtime/launcher/open-app.ts', ...args]);
}
