import { defineConfig } from 'vitest/config';

/** Tests stand beside their files; the suffix tells the cost (see CONTRIBUTING.md). */
export default defineConfig({
  test: {
    include: ['*.test.ts', '{src-shared,db,src-main,src-renderer,runtime,build,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'out/**'],
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
