import { readFileSync } from 'node:fs';
import path from 'node:path';
import { forkNodeReader } from '../src-main/files/spreadsheet/fork-node-reader.ts';
import { createSpreadsheetReader } from '../src-main/files/spreadsheet/reader-host.ts';
import { readStagedRows } from '../src-main/files/spreadsheet/staged-rows.ts';
import type { SheetCell } from '../src-shared/files-in/sheet-cell.ts';
import { builtProcesses } from './built-app.ts';
import { dayColumns, type SheetLine, sheetHeaders, sheetLines, writeCustomerSheet } from './customer-sheet.ts';
import { convertToCsv, installedProgram } from './installed-program.ts';
import { type Benchmark, check, type Figure, interleaved, timed, told } from './measure.ts';
import { watchedReader } from './peak-memory.ts';

/** G2: the reader alone, in its own process, from the start of that process to its last staged row. */
export const readWorkbook: Benchmark = {
  name: 'G2',
  what: 'read a workbook of 100,000 × 20 cells, in a process of its own',
  run: async ({ folder, rounds, rows }) => {
    const { lines } = sheetLines(rows ?? 100_000);
    const file = path.join(folder, '客户.xlsx');
    const outFile = path.join(folder, 'staged.rows');
    writeCustomerSheet(file, lines);
    const { fork, peakMb } = watchedReader(forkNodeReader((await builtProcesses()).reader));
    const reader = createSpreadsheetReader(fork);
    const stage = async (): Promise<void> => {
      const outcome = await reader.stage({ path: file, sheetIndex: 0, outFile });
      if (!outcome.ok) throw new Error(`not read: ${outcome.error.kind}`);
    };
    await stage();
    const wrong = wrongCells(outFile, lines);
    const figures = (): readonly Figure[] => [
      { label: 'wrong cells', value: wrong, unit: 'cells', must: 0, goal: 0 },
      ...(peakMb() > 0
        ? [{ label: 'peak memory of the reading process', value: peakMb(), unit: 'MB', must: 512, goal: 512 }]
        : []),
    ];
    const soffice = installedProgram('soffice');
    if (!soffice) {
      const oursMs = await timed(stage);
      return {
        name: 'G2',
        what: readWorkbook.what,
        comparison: null,
        figures: [...figures(), told('ours (LibreOffice is not installed)', oursMs, 'ms')],
      };
    }
    const csv = await convertToCsv(soffice, file, folder);
    check(
      readFileSync(csv, 'utf8').trimEnd().split('\n').length === lines.length + 1,
      'rows in the CSV of LibreOffice',
    );
    const times = await interleaved(
      rounds,
      () => timed(stage),
      () => timed(() => convertToCsv(soffice, file, folder)),
    );
    return {
      name: 'G2',
      what: readWorkbook.what,
      comparison: { peer: 'LibreOffice to CSV', ...times, must: 0.25, goal: 0.15 },
      figures: figures(),
    };
  },
};

function wrongCells(stagedFile: string, lines: readonly SheetLine[]): number {
  const wanted = [sheetHeaders, ...lines];
  let wrong = 0;
  let row = 0;
  for (const { cells } of readStagedRows(stagedFile)) {
    const line = wanted[row] ?? [];
    for (let column = 0; column < Math.max(line.length, cells.length); column += 1) {
      if (!says(cells[column] ?? null, line[column] ?? '', row > 0 && dayColumns.has(column))) wrong += 1;
    }
    row += 1;
  }
  check(row === wanted.length, `${row} rows read of ${wanted.length}`);
  return wrong;
}

function says(cell: SheetCell | null, text: string, isDay: boolean): boolean {
  if (text === '') return cell === null;
  return cell?.t === (isDay ? 'd' : 's') && cell.v === text;
}
