import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { err, ok, type Result } from '../../../src-shared/core/result.ts';
import type { SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import type { SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import { isTall } from '../../../src-shared/files-in/tall-merges.ts';
import type { SheetInfo, StagedSheet, WorkbookInfo } from '../../../src-shared/files-in/workbook-info.ts';
import { LIMITS } from './limits.ts';
import { ReadingFailure } from './reading-failure.ts';
import { recogniseFile } from './recognise-file.ts';
import { RowLines } from './row-lines.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetPart } from './sheet-part.ts';
import { rowsOfLines } from './staged-rows.ts';
import type { StylesPart } from './styles-part.ts';
import { openWorkbook, readPart, readSharedStrings, readStyles, type Workbook } from './workbook.ts';
import { ZipParts } from './zip-parts.ts';

type Figures = Pick<SheetInfo, 'rows' | 'hiddenRows' | 'lastRow' | 'usedColumns' | 'cells' | 'merges'>;
type Reading = { readonly workbook: Workbook; readonly styles: StylesPart; readonly strings: SharedStrings };
/** From 0 to 1. */
export type OnProgress = (fraction: number) => void;

/**
 * What is in a workbook: its tabs, how full they are, their first rows. Reads the whole file once.
 * Runs in the reading process, for the file may be hostile; the app goes through reader-host.ts.
 */
export async function inspectSpreadsheet(
  path: string,
  onProgress: OnProgress,
): Promise<Result<WorkbookInfo, SpreadsheetProblem>> {
  const startedAt = performance.now();
  return withWorkbook(path, async (workbook) => {
    const report = progressOver(
      workbook,
      workbook.sheets.map(({ part }) => part),
      onProgress,
    );
    const reading = await prepare(workbook, report);
    const sheets: SheetInfo[] = [];
    let sampleBytesLeft = LIMITS.sampleBytes;
    for (const [index, { name, visibility }] of workbook.sheets.entries()) {
      const sample = new Sample(sampleBytesLeft);
      const figures = await readSheet(reading, index, (block) => sample.add(block), report);
      sampleBytesLeft -= sample.bytes;
      const lastSampleRow = sample.rows.at(-1)?.row ?? 0;
      const merges = figures.merges.filter(({ firstRow }) => firstRow <= lastSampleRow).slice(0, LIMITS.sampleMerges);
      sheets.push({ index, name, visibility, ...figures, merges, sample: sample.rows });
    }
    return { sheets, dates1904: workbook.dates1904, ...cost(startedAt) };
  });
}

/** Puts the rows of one sheet aside in `outFile`, for readStagedRows. A failure leaves no file behind. */
export async function stageSheet(
  path: string,
  sheetIndex: number,
  outFile: string,
  onProgress: OnProgress,
): Promise<Result<StagedSheet, SpreadsheetProblem>> {
  const startedAt = performance.now();
  return withWorkbook(path, async (workbook) => {
    const sheet = workbook.sheets[sheetIndex];
    if (sheet === undefined) throw new ReadingFailure({ kind: 'no_sheet' });
    const report = progressOver(workbook, [sheet.part], onProgress);
    const reading = await prepare(workbook, report);
    return intoNewFile(outFile, async (write) => {
      let bytes = 0;
      const { rows, hiddenRows, cells, usedColumns, merges } = await readSheet(
        reading,
        sheetIndex,
        (block) => {
          write(block);
          bytes += block.length;
        },
        report,
      );
      return { rows, hiddenRows, cells, usedColumns, tallMerges: merges.filter(isTall), bytes, ...cost(startedAt) };
    });
  });
}

async function withWorkbook<T>(
  path: string,
  use: (workbook: Workbook) => Promise<T>,
): Promise<Result<T, SpreadsheetProblem>> {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    const code = systemCodeOf(cause);
    return err(code === 'ENOENT' ? { kind: 'file_missing' } : { kind: 'unreadable', code });
  }
  try {
    const problem = recogniseFile(fd);
    if (problem !== null) return err(problem);
    return ok(await use(await openWorkbook(await ZipParts.open(fd))));
  } catch (cause) {
    if (cause instanceof ReadingFailure) return err(cause.problem);
    // A folder, a drive pulled out while reading.
    if (isSystemError(cause)) return err({ kind: 'unreadable', code: systemCodeOf(cause) });
    throw cause;
  } finally {
    closeSync(fd);
  }
}

async function prepare(workbook: Workbook, report: () => void): Promise<Reading> {
  const styles = await readStyles(workbook);
  return { workbook, styles, strings: await readSharedStrings(workbook, report) };
}

async function readSheet(
  { workbook, styles, strings }: Reading,
  index: number,
  onBlock: (block: Buffer) => void,
  report: () => void,
): Promise<Figures> {
  const part = workbook.sheets[index]?.part;
  if (part === undefined) throw new ReadingFailure({ kind: 'no_sheet' });
  const lines = new RowLines(part, onBlock);
  const { dates1904 } = workbook;
  const sheet = new SheetPart(lines, { strings, kindOfStyle: styles.kindOfStyle, dates1904, part });
  await readPart(workbook.zip, part, sheet.handler, report);
  lines.flush();
  const { rows, hiddenRows, lastRow, merges } = sheet;
  return { rows, hiddenRows, lastRow, merges, usedColumns: lines.usedColumns, cells: lines.cells };
}

/** Keeps the first rows that pass by, as long as they fit. */
class Sample {
  readonly rows: SheetRow[] = [];
  bytes = 0;
  #isFull = false;
  readonly #bytesAllowed: number;

  constructor(bytesAllowed: number) {
    this.#bytesAllowed = bytesAllowed;
  }

  add(block: Buffer): void {
    let start = 0;
    while (!this.#isFull) {
      const end = block.indexOf(0x0a, start) + 1;
      if (end === 0) return;
      this.#isFull = this.bytes + end - start > this.#bytesAllowed;
      if (this.#isFull) return;
      this.bytes += end - start;
      this.rows.push(...rowsOfLines(block.toString('utf8', start, end)));
      this.#isFull = this.rows.length === LIMITS.sampleRows;
      start = end;
    }
  }
}

async function intoNewFile<T>(file: string, fill: (write: (block: Buffer) => void) => Promise<T>): Promise<T> {
  const staging = <R>(act: () => R): R => {
    try {
      return act();
    } catch (cause) {
      throw new ReadingFailure({ kind: 'staging_failed', code: systemCodeOf(cause) }, { cause });
    }
  };
  const fd = staging(() => openSync(file, 'w'));
  let isComplete = false;
  try {
    const result = await fill((block) => staging(() => writeWhole(fd, block)));
    isComplete = true;
    return result;
  } finally {
    closeSync(fd);
    if (!isComplete) unlinkSync(file);
  }
}

function writeWhole(fd: number, block: Buffer): void {
  let written = 0;
  while (written < block.length) written += writeSync(fd, block, written);
}

function progressOver(workbook: Workbook, sheetParts: readonly string[], onProgress: OnProgress): () => void {
  const { zip, stringsPart } = workbook;
  const before = zip.packedBytesRead;
  let total = stringsPart === null ? 0 : zip.packedSize(stringsPart);
  for (const part of sheetParts) total += zip.packedSize(part);
  return () => onProgress(Math.min(1, (zip.packedBytesRead - before) / Math.max(1, total)));
}

function cost(startedAt: number): { ms: number; peakMb: number } {
  return {
    ms: Math.round(performance.now() - startedAt),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'code' in cause && 'syscall' in cause;
}

function systemCodeOf(cause: unknown): string {
  return isSystemError(cause) && cause.code !== undefined ? cause.code : 'UNKNOWN';
}
