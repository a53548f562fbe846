import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundledLicencesFile } from '../bundled-licences.ts';
import { root, run, say } from '../toolchain.mjs';
import { isPackageOs, ownOs, packageApp } from './package-app.ts';
import { offencesOf } from './package-rules.ts';
import { programOf, readPackedApp } from './read-packed-app.ts';
import { programRefusal, releaseRefusals } from './release-rules.ts';
import { isStub, type PackedArch, type PackedOs } from './stub-electron.ts';

/**
 * `npm run release [-- win|linux|mac …]`: what is given to people. Refuses a tree that is not ready and a package that is not
 * sound; writes SHA-256 sums and the list of what others' work is inside.
 */
const wished = process.argv.slice(2);
const dist = join(root, 'dist');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

/** Where electron-builder leaves the unpacked apps. */
const unpacked: readonly { readonly folder: string; readonly os: PackedOs; readonly arch: PackedArch }[] = [
  { folder: 'linux-unpacked', os: 'linux', arch: 'x64' },
  { folder: 'win-unpacked', os: 'win', arch: 'x64' },
  { folder: 'win-arm64-unpacked', os: 'win', arch: 'arm64' },
];

async function refusalsBefore(): Promise<readonly string[]> {
  const status = await run('git', ['status', '--porcelain']);
  if (!status.ok) return [`git cannot say what is committed: ${status.output.trim()}`];
  const manifest: unknown = JSON.parse(text('package.json'));
  return releaseRefusals({
    version: String(Object(manifest).version),
    uncommitted: status.output,
    changelog: text('CHANGELOG.md'),
    manualChecks: text('docs/manual-checks.md'),
  });
}

async function refusalsAfter(): Promise<readonly string[]> {
  const refusals: string[] = [];
  for (const { folder, os, arch } of unpacked) {
    const whole = join(dist, folder);
    if (!existsSync(whole)) continue;
    const program = programOf(whole, os);
    const refusal = programRefusal(program, statSync(program).size, isStub(readFileSync(program)));
    if (refusal !== null) refusals.push(refusal);
    refusals.push(...offencesOf(await readPackedApp(whole, os, arch)).map((offence) => `${folder}: ${offence}`));
  }
  return refusals;
}

function refuse(refusals: readonly string[]): void {
  say('release', 'refused:');
  for (const refusal of refusals) console.log(`          ${refusal}`);
  process.exitCode = 1;
}

/** As `sha256sum -c` reads them. */
function writeSums(made: readonly string[]): void {
  const lines = made.map(
    (path) => `${createHash('sha256').update(readFileSync(path)).digest('hex')}  ${basename(path)}`,
  );
  writeFileSync(join(dist, 'SHA256SUMS.txt'), `${lines.join('\n')}\n`);
}

async function release(): Promise<void> {
  const before = await refusalsBefore();
  if (before.length > 0) return refuse(before);
  if (existsSync(dist) && readdirSync(dist).length > 0)
    return refuse(['dist/ is not empty: what lies there could be taken for this release']);
  const made = await packageApp(wished.length === 0 ? [ownOs()] : wished.filter(isPackageOs));
  if (made === null) return refuse(['nothing was packed']);
  const after = await refusalsAfter();
  if (after.length > 0) return refuse(after);
  writeSums(made.filter((path) => statSync(path).isFile()));
  const licences = bundledLicencesFile(text('out/main/licences.json'));
  writeFileSync(join(dist, 'LICENCES.txt'), licences);
  say('release', `${made.length} files in dist/, with SHA256SUMS.txt and LICENCES.txt`);
}

if (wished.every(isPackageOs)) await release();
else {
  console.error('npm run release [-- win|linux|mac …]');
  process.exitCode = 2;
}
