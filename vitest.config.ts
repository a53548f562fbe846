import { defineConfig } from 'vitest/config';

// The zone of our users; `npm test` runs what depends on time in America/New_York as well.
process.env.TZ ??= 'Asia/Shanghai';

const rooms = '{src-shared,db,src-main,src-renderer,runtime,build,bench}';
const leftOut = ['**/node_modules/**', 'out/**'];

/** Tests stand beside their files; the suffix tells the cost (see CONTRIBUTING.md). Browser journeys: e2e/vitest.config.ts. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // A ceiling against hanging, not a measure: a busy machine of two cores takes its time.
    testTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: 'node', include: ['*.test.ts', `${rooms}/**/*.test.ts`], exclude: leftOut } },
      {
        extends: true,
        test: { name: 'dom', environment: 'jsdom', include: [`${rooms}/**/*.test.tsx`], exclude: leftOut },
      },
    ],
  },
});
