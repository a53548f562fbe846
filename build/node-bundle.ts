import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One process or thread outside the page. */
export interface NodeEntry {
  readonly source: string;
  /** Below the folder that is built into. */
  readonly output: string;
  /** Packages that travel beside the bundle. */
  readonly mayRequire: readonly string[];
}

/** Left as `require(...)` in the bundle: the frame itself, and the one package with a native binary. */
export const leftOutside = ['electron', 'better-sqlite3'];

/** What runs beside the main thread; tests and benchmarks start these as the app does. */
export const sideEntries: readonly NodeEntry[] = [
  { source: 'src-main/jobs/job-worker.ts', output: 'main/job-worker.cjs', mayRequire: ['better-sqlite3'] },
  { source: 'src-main/files/spreadsheet/reader-process.ts', output: 'main/spreadsheet-reader.cjs', mayRequire: [] },
];

/**
 * One self-contained CommonJS file per entry: shared chunks would pull modules of one process into another, and the
 * spreadsheet reader must stay small and apart.
 */
export function nodeBundle(entry: NodeEntry, out: string): InlineConfig {
  const folder = entry.output.slice(0, entry.output.lastIndexOf('/'));
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: [...leftOutside] },
    build: {
      ssr: entry.source,
      target: 'node24',
      outDir: join(out, folder),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: entry.output.slice(folder.length + 1), codeSplitting: false },
      },
    },
  };
}
