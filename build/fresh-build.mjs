// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say, secondsSince, toolEnv } from './toolchain.mjs';

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

/**
 * Builds `out/` when a source has changed since; false when the build failed, which it has said then.
 * @param {string} node
 * @param {(step: string, text: string) => void} tell
 */
export async function ensureBuilt(node, tell = say) {
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  const started = performance.now();
  const { ok, output } = await run(node, ['build/build-app.ts'], { env: toolEnv({ NO_COLOR: '1' }) });
  if (!ok) {
    tell('build', 'failed:');
    console.error(output.trim());
    return false;
  }
  writeFileSync(stampFile, stamp);
  tell('build', `done in ${secondsSince(started)}`);
  return true;
}
