import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sideProcesses } from '../../ipc/testing/side-processes.ts';
import { forkNodeReader } from './fork-node-reader.ts';
import { createSpreadsheetReader, type ForkReader, type ReaderProcess } from './reader-host.ts';
import { readStagedRows } from './staged-rows.ts';
import { withFile } from './testing/read-back.ts';
import { xlsxOf } from './testing/xlsx-writer.ts';

const forkReal = forkNodeReader(sideProcesses().reader, 'ignore');
const forkGreedy = forkNodeReader(new URL('./testing/greedy-reader.ts', import.meta.url), 'ignore');
const tight = { readingMs: 1_000, residentMb: 300 };

/** Notes the processes that are started, so that a test can see that none is left. */
function watched(fork: ForkReader): { fork: ForkReader; running: () => number } {
  let running = 0;
  return {
    running: () => running,
    fork: () => {
      const reader: ReaderProcess = fork();
      running++;
      reader.onExit(() => running--);
      return reader;
    },
  };
}

const book = xlsxOf({ sheets: [{ name: '客户', rows: '<row r="1"><c t="s"><v>0</v></c></row>' }], strings: ['张三'] });

describe('createSpreadsheetReader', () => {
  it('inspects and stages in another process and leaves none behind', async () => {
    const { fork, running } = watched(forkReal);
    const reader = createSpreadsheetReader(fork);
    await withFile(book, async (path) => {
      const inspected = await reader.inspect(path);
      expect(inspected).toMatchObject({ ok: true, value: { sheets: [{ name: '客户', rows: 1 }] } });
      expect(running()).toBe(0);

      const outFile = `${path}.rows`;
      const fractions: number[] = [];
      const staged = await reader.stage({ path, sheetIndex: 0, outFile }, { onProgress: (f) => fractions.push(f) });
      expect(staged).toMatchObject({ ok: true, value: { rows: 1 } });
      expect([...readStagedRows(outFile)]).toEqual([{ row: 1, cells: [{ t: 's', v: '张三' }] }]);
      expect(fractions.length).toBeGreaterThan(0);
      expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
      expect(running()).toBe(0);
    });
  });

  it('hands on why a file is refused', async () => {
    const reader = createSpreadsheetReader(forkReal);
    await withFile('姓名,电话\n张三,13800138000\n', async (path) => {
      expect(await reader.inspect(path)).toEqual({ ok: false, error: { kind: 'csv' } });
    });
  });

  it.each([
    ['crash', { kind: 'reader_died', exitCode: 1 }],
    ['quit', { kind: 'reader_died', exitCode: 7 }],
    ['heap', { kind: 'reader_died', exitCode: null }],
    ['hang', { kind: 'too_slow', limitMs: 1_000 }],
    ['nonsense', { kind: 'too_slow', limitMs: 1_000 }],
    ['hoard', { kind: 'too_much_memory', limitMb: 300 }],
    ['report', { kind: 'too_much_memory', limitMb: 300 }],
  ])('ends a reader that does this: %s', async (path, problem) => {
    const { fork, running } = watched(forkGreedy);
    const limits =
      path === 'heap'
        ? { readingMs: 10_000, residentMb: 5_000 }
        : { ...tight, ...(path === 'hoard' || path === 'report' ? { readingMs: 10_000 } : {}) };
    expect(await createSpreadsheetReader(fork, limits).inspect(path)).toEqual({ ok: false, error: problem });
    expect(running()).toBe(0);
  });

  it('says so when the reader cannot be started', async () => {
    const fork = forkNodeReader('/nowhere/spreadsheet-reader.cjs', 'ignore');
    expect(await createSpreadsheetReader(fork).inspect('x')).toEqual({
      ok: false,
      error: { kind: 'reader_died', exitCode: 1 },
    });
  });

  it('stops at once on cancel and takes a half-written file away', async () => {
    const row = (i: number) => `<row r="${i}"><c t="s"><v>0</v></c><c><v>${i}</v></c></row>`;
    const big = xlsxOf({
      sheets: [{ rows: Array.from({ length: 400_000 }, (_, i) => row(i + 1)).join('') }],
      strings: ['张三'.repeat(20)],
    });
    const { fork, running } = watched(forkReal);
    await withFile(big, async (path) => {
      const controller = new AbortController();
      const outFile = `${path}.rows`;
      const staged = await createSpreadsheetReader(fork).stage(
        { path, sheetIndex: 0, outFile },
        {
          signal: controller.signal,
          onProgress: (fraction) => {
            if (fraction > 0.3 && !controller.signal.aborted) {
              expect(existsSync(outFile)).toBe(true);
              controller.abort();
            }
          },
        },
      );
      expect(staged).toEqual({ ok: false, error: { kind: 'cancelled' } });
      expect(existsSync(outFile)).toBe(false);
      expect(running()).toBe(0);
    });
  });

  it('does not even start when cancelled before', async () => {
    const { fork, running } = watched(forkReal);
    const result = await createSpreadsheetReader(fork).inspect('x', { signal: AbortSignal.abort() });
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(running()).toBe(0);
  });
});
