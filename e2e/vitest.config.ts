import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

process.env.TZ ??= 'Asia/Shanghai';

/** Journeys of the built app in a browser window: `npm run build`, then `npm run journeys`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'journeys',
    include: ['e2e/**/*.spec.ts'],
    globalSetup: ['e2e/harness/before-journeys.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // As long as any other step; the default of a second fails on a machine that does something else.
    expect: { poll: { timeout: 15_000 } },
  },
});
