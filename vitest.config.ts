import { defineConfig } from 'vitest/config';

// The zone of our users; `npm test` runs what depends on time in America/New_York as well.
process.env.TZ ??= 'Asia/Shanghai';

const nodeRooms = '{src-shared,db,src-main,runtime,build,bench}';
const leftOut = ['**/node_modules/**', 'out/**'];

/** In a worker of their own each. */
const alone = [
  // Puts a module of its own in the place of a package (`vi.mock`), which would stay for the files after it.
  'src-main/security.test.ts',
  // Holds the memory of a process it starts under a limit, and Linux counts in it the worker that started it.
  'src-main/files/spreadsheet/hostile-files.test.ts',
];

/**
 * Tests stand beside their files; the suffix tells the cost (see CONTRIBUTING.md). Browser journeys: e2e/vitest.config.ts.
 * A worker runs many files and loads packages once: loading them anew for each file took as long as the tests.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    isolate: false,
    // A ceiling against hanging, not a measure: a busy machine of two cores takes its time.
    testTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['*.test.ts', `${nodeRooms}/**/*.test.ts`], exclude: [...leftOut, ...alone] },
      },
      { extends: true, test: { name: 'alone', isolate: true, include: alone } },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['src-renderer/**/*.test.ts'],
          setupFiles: ['src-renderer/testing/fresh-modules.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src-renderer/**/*.test.tsx'],
          setupFiles: ['src-renderer/testing/fresh-modules.ts', 'src-renderer/testing/fresh-page.ts'],
        },
      },
    ],
  },
});
