import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { bundledLicences } from './bundled-licences.ts';
import { leftOutside, type NodeEntry, nodeBundle, sideEntries } from './node-bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What runs outside the page. */
const nodeEntries: readonly NodeEntry[] = [
  { source: 'src-main/main.ts', output: 'main/main.cjs', mayRequire: leftOutside },
  ...sideEntries,
  { source: 'src-main/preload/preload.ts', output: 'preload/preload.cjs', mayRequire: ['electron'] },
];

/** Folders and files that travel beside the bundle as they are. */
const copied = [
  { from: 'db/migrations', to: 'main/migrations', wanted: /\.(?:sql|json)$/ },
  // Drawings and installers' icons stay behind.
  { from: 'assets', to: 'assets', wanted: /\.png$/ },
  {
    from: 'src-shared/workdays/holiday-cn.LICENSE.txt',
    to: 'main/licences/holiday-cn.LICENSE.txt',
    wanted: /\.txt$/,
  },
] as const;

function rendererConfig(out: string): InlineConfig {
  return {
    root: join(root, 'src-renderer'),
    configFile: false,
    logLevel: 'warn',
    // The page is served from the root of its own origin, app://bundle/.
    base: '/',
    plugins: [react()],
    build: {
      target: 'chrome140',
      outDir: join(out, 'renderer'),
      emptyOutDir: false,
      sourcemap: true,
      // Inlined files become data: addresses, which the CSP refuses for scripts and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
  };
}

/**
 * Builds `out/`. Throws when an entry's source is missing or a bundle requires what it must not; then the `out/` of
 * before stays. The new one is made beside it and moved into place whole: an app that starts meanwhile finds either.
 */
export async function buildApp(): Promise<void> {
  const missing = [...nodeEntries.map((entry) => entry.source), 'src-renderer/index.html'].filter(
    (source) => !existsSync(join(root, source)),
  );
  if (missing.length > 0)
    throw new Error(`The build needs ${missing.join(', ')}, which ${missing.length === 1 ? 'does' : 'do'} not exist.`);
  const stage = join(root, `out.${process.pid}`);
  mkdirSync(stage);
  try {
    await buildInto(stage);
    rmSync(join(root, 'out'), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    renameSync(stage, join(root, 'out'));
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

async function buildInto(out: string): Promise<void> {
  const chunks: Rolldown.OutputChunk[] = [];
  for (const entry of nodeEntries) {
    const built = chunksOf(await build(nodeBundle(entry, out)));
    refuseStrangers(entry, built);
    chunks.push(...built);
  }
  chunks.push(...chunksOf(await build(rendererConfig(out))));
  const licences = bundledLicences(
    root,
    chunks.flatMap((chunk) => Object.keys(chunk.modules)),
    leftOutside,
  );
  writeFileSync(join(out, 'main/licences.json'), `${JSON.stringify(licences, null, 1)}\n`);
  for (const { from, to, wanted } of copied) {
    cpSync(join(root, from), join(out, to), {
      recursive: true,
      filter: (file) => statSync(file).isDirectory() || wanted.test(file),
    });
  }
}

function chunksOf(result: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk[] {
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return outputs.filter((output) => output.type === 'chunk');
}

/** A package that slips out of the bundle would be missing from the installed app, where only `mayRequire` is packed. */
function refuseStrangers(entry: NodeEntry, chunks: readonly Rolldown.OutputChunk[]): void {
  const allowed = entry.mayRequire;
  const strangers = chunks
    .flatMap((chunk) => chunk.imports)
    .filter((name) => !isBuiltin(name) && !allowed.includes(name));
  if (strangers.length > 0) {
    throw new Error(
      `${entry.output} requires ${strangers.join(', ')}; it may require ${allowed.join(', ') || 'nothing'} besides node:`,
    );
  }
}

if (import.meta.main) {
  const started = performance.now();
  try {
    await buildApp();
    console.log(`build     out/ written in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    // The bundler colours its messages even where nobody sees colours.
    console.error(stripVTControlCharacters(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}
