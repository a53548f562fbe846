import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'keben', 'books');

/** The day the seeded life ends on; a fixed one, so that a book is made once for a state of the sources. */
export const seededUntil = '2026-11-20';

/**
 * A book of `npm run seed` with this many customers: made at most once for a state of the code it is made of, and copied
 * to `file`, so that no journey sees what another did.
 */
export function copySeededBook(customers: number, file: string): void {
  copyFileSync(seededBook(customers), file, constants.COPYFILE_FICLONE);
}

function seededBook(customers: number): string {
  const stem = `seeded-${customers}-`;
  const made = join(cache, `${stem}${sourcesHash()}.keben`);
  if (existsSync(made)) return made;
  mkdirSync(cache, { recursive: true });
  // Finished ones only: another worker may be making its half of this very book.
  for (const old of readdirSync(cache)) {
    if (old.startsWith(stem) && old.endsWith('.keben')) rmSync(join(cache, old), { force: true });
  }
  // Under a name of its own until it is whole: a run that was stopped must not leave half a book.
  const half = join(cache, `${stem}${process.pid}.half`);
  const args = ['db/seed/seed.ts', String(customers), half, '--today', seededUntil];
  const seed = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (seed.status !== 0) throw new Error(`npm run seed failed: ${seed.stderr}`);
  renameSync(half, made);
  return made;
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(seededUntil);
  const sources = globSync(['db/**/*.{ts,sql}', 'src-shared/**/*.ts'], { cwd: root }).sort();
  for (const source of sources) {
    if (/\.test\.ts$/.test(source)) continue;
    hash.update(source).update(readFileSync(join(root, source)));
  }
  return hash.digest('hex').slice(0, 16);
}
