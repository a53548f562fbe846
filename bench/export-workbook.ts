import { fork } from 'node:child_process';
import path from 'node:path';
import { stageSheet } from '../src-main/files/spreadsheet/read-spreadsheet.ts';
import { readStagedRows } from '../src-main/files/spreadsheet/staged-rows.ts';
import type { Cell } from '../src-main/files/workbook/workbook-plan.ts';
import type { SheetCell } from '../src-shared/files-in/sheet-cell.ts';
import { exportRows } from './export-rows.ts';
import { type Benchmark, check, interleaved } from './measure.ts';

const child = new URL('workbook-child.ts', import.meta.url);

interface Written {
  readonly ms: number;
  readonly peakMb: number;
}

/** G3: our writer with all that makes a sheet pleasant, against exceljs's streaming writer with none of it. */
export const exportWorkbook: Benchmark = {
  name: 'G3',
  what: 'write a workbook of 100,000 × 20 cells with widths, formats and a frozen header',
  run: async ({ folder, rounds, rows }) => {
    const count = rows ?? 100_000;
    const file = path.join(folder, 'ours.xlsx');
    const peerFile = path.join(folder, 'exceljs.xlsx');
    await write('ours', file, count);
    const wrong = await wrongCells(file, path.join(folder, 'staged.rows'), count);
    const peaks: number[] = [];
    const peerPeaks: number[] = [];
    const side = async (name: 'ours' | 'exceljs', target: string, seen: number[]) => {
      const { ms, peakMb } = await write(name, target, count);
      seen.push(peakMb);
      return ms;
    };
    const times = await interleaved(
      rounds,
      () => side('ours', file, peaks),
      () => side('exceljs', peerFile, peerPeaks),
    );
    return {
      name: 'G3',
      what: exportWorkbook.what,
      comparison: { peer: 'exceljs streaming, plain', ...times, must: 1, goal: 0.35 },
      figures: [
        { label: 'wrong cells', value: wrong, unit: 'cells', must: 0, goal: 0 },
        { label: 'peak memory of the process', value: Math.max(...peaks), unit: 'MB', must: 307, goal: 307 },
        { label: 'peak memory of exceljs', value: Math.max(...peerPeaks), unit: 'MB', must: null, goal: null },
      ],
    };
  },
};

function write(side: 'ours' | 'exceljs', file: string, rows: number): Promise<Written> {
  return new Promise((resolve, reject) => {
    let written: Written | null = null;
    const process = fork(child, [side, file, String(rows)]);
    process.on('message', (message) => {
      // Safe: workbook-child.ts sends this and nothing else.
      written = message as Written;
    });
    process.on('exit', (code) => (written ? resolve(written) : reject(new Error(`${side} ended with ${code}`))));
  });
}

/** Reads the file back, cell by cell. */
async function wrongCells(file: string, staged: string, rows: number): Promise<number> {
  const outcome = await stageSheet(file, 0, staged, () => {});
  if (!outcome.ok) throw new Error(`our own file was not read: ${outcome.error.kind}`);
  const { columns, cells } = exportRows(rows);
  const found = readStagedRows(staged);
  const header = found.next().value?.cells ?? [];
  let wrong = columns.filter(({ header: text }, column) => !says(header[column] ?? null, text)).length;
  for (const wanted of cells) {
    const row = found.next().value?.cells ?? [];
    for (const [column, cell] of wanted.entries()) if (!says(row[column] ?? null, cell)) wrong += 1;
  }
  check(found.next().done === true, 'more rows in the file than were written');
  return wrong;
}

function says(found: SheetCell | null, wanted: Cell): boolean {
  if (wanted === null) return found === null;
  if (typeof wanted === 'object') return found?.t === 'd' && found.v === wanted.day;
  return found?.t === 's' && found.v === wanted;
}
