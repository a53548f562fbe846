import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extractAll } from '@electron/asar';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { ensureBuilt } from '../fresh-build.mjs';
import { root, run, say, secondsSince, toolEnv } from '../toolchain.mjs';
import { checkInstaller } from './installer-check.ts';
import { offencesOf, type PackedApp } from './package-rules.ts';
import { asarOf, readPackedApp } from './read-packed-app.ts';
import { type PackedArch, type PackedOs, writeStubElectron } from './stub-electron.ts';

/**
 * `npm run package:check [-- --installer] [-- --list]`: packs the app for Linux and Windows over stub Electron folders, with
 * no network, looks at what is inside, and runs a journey on the very app.asar. `--installer` also makes and runs a setup.exe
 * where nsis and wine are installed.
 */
const { values } = parseArgs({
  options: {
    installer: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    /** Packs by another file than electron-builder.yml: to see a check go red. */
    config: { type: 'string', default: 'electron-builder.yml' },
  },
});

const targets: readonly { readonly os: PackedOs; readonly arch: PackedArch }[] = [
  { os: 'linux', arch: 'x64' },
  { os: 'win', arch: 'x64' },
  { os: 'win', arch: 'arm64' },
];
const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS } as const;
const journeyMs = 4 * 60_000;
const problemsShown = 12;

let passed = 0;
let failed = 0;

function told(what: string, problems: readonly string[], words: string): void {
  if (problems.length === 0) passed += 1;
  else failed += 1;
  say('package', `${what}: ${problems.length === 0 ? words : 'FAILED'}`);
  for (const problem of problems.slice(0, problemsShown)) console.log(`          ${problem}`);
  if (problems.length > problemsShown) console.log(`          … and ${problems.length - problemsShown} more`);
}

/** Packs over a stub and gives the folder of the unpacked app. */
async function packed(os: PackedOs, arch: PackedArch, work: string): Promise<string> {
  const stub = join(work, `stub-${os}-${arch}`);
  const output = join(work, `packed-${os}-${arch}`);
  writeStubElectron(stub, os, arch, electronVersion());
  const config: Configuration = { extends: join(root, values.config), electronDist: stub, directories: { output } };
  await build({
    projectDir: root,
    config,
    publish: 'never',
    targets: platforms[os].createTarget('dir', arch === 'x64' ? Arch.x64 : Arch.arm64),
  });
  return join(output, os === 'win' ? (arch === 'arm64' ? 'win-arm64-unpacked' : 'win-unpacked') : 'linux-unpacked');
}

function electronVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  return String(Object(manifest).version);
}

function listing({ files }: PackedApp): string {
  const byFolder = new Map<string, { count: number; bytes: number }>();
  for (const { path, bytes } of files) {
    const folder = path
      .split('/')
      .slice(0, path.startsWith('node_modules/') ? 3 : 2)
      .join('/');
    const sum = byFolder.get(folder) ?? { count: 0, bytes: 0 };
    byFolder.set(folder, { count: sum.count + 1, bytes: sum.bytes + bytes });
  }
  return [...byFolder]
    .sort((a, b) => b[1].bytes - a[1].bytes)
    .map(
      ([folder, { count, bytes }]) => `          ${String(bytes).padStart(9)} ${String(count).padStart(4)}  ${folder}`,
    )
    .join('\n');
}

/** The packed app itself on the stand-in: what was left out of the package is missing here too. */
async function journey(folder: string, work: string): Promise<readonly string[]> {
  const app = join(work, 'app-of-asar');
  extractAll(asarOf(folder), app);
  const { ok, output } = await run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'e2e/vitest.config.ts',
      'e2e/first-day.spec.ts',
      '--reporter=dot',
    ],
    { env: toolEnv({ KEBEN_APP: app, NO_COLOR: '1', TZ: 'Asia/Shanghai' }), timeoutMs: journeyMs },
  );
  return ok ? [] : [output.trim()];
}

if (!(await ensureBuilt(process.execPath))) process.exit(1);
const work = mkdtempSync(join(tmpdir(), 'keben-package-'));
process.env.DEBUG ??= '';
try {
  const folders = new Map<string, string>();
  for (const { os, arch } of targets) {
    const started = performance.now();
    const folder = await packed(os, arch, work);
    folders.set(`${os}-${arch}`, folder);
    const app = await readPackedApp(folder, os, arch);
    const bytes = app.files.reduce((sum, file) => sum + file.bytes, 0);
    const [binary] = app.binaries;
    told(
      `${os} ${arch}`,
      offencesOf(app),
      `${app.files.length} files, ${(bytes / 1024 / 1024).toFixed(1)} MB without Electron, ${binary?.kind} binary, ${
        Object.keys(app.fuses).length
      } fuses read${os === 'win' ? ', integrity hash in the program' : ''}; ${secondsSince(started)}`,
    );
    if (values.list) console.log(listing(app));
  }
  const started = performance.now();
  told(
    'journey',
    await journey(folders.get('linux-x64') ?? '', work),
    `first day done on the packed app.asar; ${secondsSince(started)}`,
  );
  if (values.installer) {
    const setup = performance.now();
    const outcome = await checkInstaller(folders.get('win-x64') ?? '', work);
    told('installer', outcome.problems, `${outcome.words}; ${secondsSince(setup)}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
