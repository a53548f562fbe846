// @ts-check
import { spawn } from 'node:child_process';
import { electronBinary, obtainElectron } from './electron-binary.mjs';
import { ensureBuilt } from './fresh-build.mjs';
import { ensureInstalled, node24, root, say, toolEnv } from './toolchain.mjs';

/* `npm start`: installs what is missing, builds what is out of date, opens the app. Arguments go to the app. */

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
