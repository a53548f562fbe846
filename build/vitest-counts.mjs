// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * Reads vitest's JSON report. Skipped tests and test files that could not be loaded count as failed: what did not
 * run proved nothing. So does a run without a report, and one that failed although every test passed.
 * @param {string} file
 * @param {boolean} exitedWell
 * @returns {{ passed: number, failed: number }}
 */
export function readVitestCounts(file, exitedWell) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  const failed = report.numTotalTests - passed + unloaded;
  const unexplained = failed === 0 && (!exitedWell || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained };
}
