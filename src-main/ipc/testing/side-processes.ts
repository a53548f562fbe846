import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What runs beside the main thread. */
export interface SideProcesses {
  readonly jobWorker: string;
  readonly reader: string;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'keben', 'side-processes');

let bundled: SideProcesses | null = null;

/**
 * The job thread and the reading process bundled as the app has them: from the sources every thread would read and strip
 * hundreds of files first, more than a second of work against a sixth of one. Made at most once for a state of the sources.
 */
export function sideProcesses(): SideProcesses {
  bundled ??= bundle();
  return bundled;
}

function bundle(): SideProcesses {
  const made = join(cache, sourcesHash());
  if (!existsSync(made)) makeIn(made);
  return { jobWorker: join(made, 'main', 'job-worker.cjs'), reader: join(made, 'main', 'spreadsheet-reader.cjs') };
}

function makeIn(made: string): void {
  mkdirSync(cache, { recursive: true });
  // Finished ones only: another test file may be making its half of these very bundles.
  for (const old of readdirSync(cache)) {
    if (!old.endsWith('.half')) rmSync(join(cache, old), { recursive: true, force: true });
  }
  const half = `${made}-${process.pid}.half`;
  const bundler = spawnSync(process.execPath, ['build/bundle-side-processes.ts', half], {
    cwd: root,
    encoding: 'utf8',
  });
  if (bundler.status !== 0) throw new Error(`the side processes were not bundled: ${bundler.stderr}`);
  try {
    renameSync(half, made);
  } catch (error) {
    // The other one was first, with the same.
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(made)) throw error;
  }
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(process.version);
  const sources = globSync('{db,src-main,src-shared}/**/*.{ts,json}', { cwd: root }).sort();
  for (const source of [...sources, 'build/node-bundle.ts', 'package-lock.json']) {
    if (/\.test\.ts$/.test(source)) continue;
    hash.update(source).update(readFileSync(join(root, source)));
  }
  return hash.digest('hex').slice(0, 16);
}
