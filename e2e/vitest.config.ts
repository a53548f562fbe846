import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

process.env.TZ ??= 'Asia/Shanghai';

/**
 * The book of 100,000 customers takes a worker longer to make than any other journey lasts: begun last, it would be waited
 * for alone.
 */
class LargeBookFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLarge = ({ moduleId }: TestSpecification) => moduleId.endsWith('/big-book.spec.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(isLarge), ...sorted.filter((file) => !isLarge(file))];
  }
}

/** Journeys of the built app in a browser window: `npm run build`, then `npm run journeys`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    name: 'journeys',
    include: ['e2e/**/*.spec.ts'],
    globalSetup: ['e2e/harness/before-journeys.ts'],
    maxWorkers: 2,
    // The app and its browser are other processes, new for every journey; the driver's packages are loaded once.
    isolate: false,
    sequence: { sequencer: LargeBookFirst },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // As long as any other step; the default of a second fails on a machine that does something else.
    expect: { poll: { timeout: 15_000 } },
  },
});
