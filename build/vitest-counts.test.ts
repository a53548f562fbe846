import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVitestCounts } from './vitest-counts.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function aReport(report: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ numTotalTests: 3, numPassedTests: 3, testResults: [], ...report }));
  return file;
}

describe('readVitestCounts', () => {
  it('counts what passed', () => {
    expect(readVitestCounts(aReport({}), true)).toEqual({ passed: 3, failed: 0 });
  });

  it('counts skipped tests as failed', () => {
    expect(readVitestCounts(aReport({ numTotalTests: 5 }), true)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a test file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(readVitestCounts(aReport({ testResults }), false)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a run that ended badly although its tests passed', () => {
    expect(readVitestCounts(aReport({}), false)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a run without tests or without a report', () => {
    expect(readVitestCounts(aReport({ numTotalTests: 0, numPassedTests: 0 }), true)).toEqual({ passed: 0, failed: 1 });
    expect(readVitestCounts(join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1 });
  });
});
