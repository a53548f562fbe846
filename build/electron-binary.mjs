// @ts-check
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { root, run, say, secondsSince, toolEnv } from './toolchain.mjs';

/*
 * Electron's binary does not come with its npm package: it is fetched from GitHub or a mirror at the first start,
 * where that can be reached.
 */
const electronRoot = join(root, 'node_modules', 'electron');
const refusedFile = join(root, 'node_modules', '.cache', 'keben', 'electron-refused');
const askAgainMs = 24 * 60 * 60 * 1000;
const downloadMs = 10 * 60 * 1000;

/** The executable, or null when it has not been fetched. */
export function electronBinary() {
  const named = join(electronRoot, 'path.txt');
  if (!existsSync(named)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronRoot, 'dist');
  const binary = join(folder, readFileSync(named, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/**
 * Tries to fetch it: with ELECTRON_MIRROR always, otherwise when GitHub answers, which is asked at most once a day.
 * Never hangs; null when it cannot be had.
 * @param {string} node
 */
export async function obtainElectron(node) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  if (mirror === undefined) {
    if (existsSync(refusedFile) && Date.now() - statSync(refusedFile).mtimeMs < askAgainMs) return null;
    if (!(await answers('github.com', 443, 2000))) return refuse();
  }
  say('electron', `fetching its binary from ${mirror ?? 'GitHub'} …`);
  const started = performance.now();
  const { ok, output } = await run(node, [join(electronRoot, 'install.js')], { env: toolEnv(), timeoutMs: downloadMs });
  const binary = ok ? electronBinary() : null;
  if (binary === null) {
    const reason = output.split('\n').find((line) => line.trim() !== '') ?? 'no answer in time';
    say('electron', `not fetched: ${reason.trim()}`);
    return mirror === undefined ? refuse() : null;
  }
  say('electron', `fetched in ${secondsSince(started)}`);
  return binary;
}

function refuse() {
  mkdirSync(dirname(refusedFile), { recursive: true });
  writeFileSync(refusedFile, '');
  return null;
}

/**
 * @param {string} host
 * @param {number} port
 * @param {number} withinMs
 * @returns {Promise<boolean>}
 */
function answers(host, port, withinMs) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (/** @type {boolean} */ answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    // Not the socket's own timeout: a name lookup that hangs does not count towards it.
    const timer = setTimeout(() => end(false), withinMs);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
