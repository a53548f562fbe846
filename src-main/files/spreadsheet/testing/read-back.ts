import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../../../src-shared/core/result.ts';
import type { SheetRow } from '../../../../src-shared/files-in/sheet-cell.ts';
import type { SpreadsheetProblem } from '../../../../src-shared/files-in/spreadsheet-problem.ts';
import type { WorkbookInfo } from '../../../../src-shared/files-in/workbook-info.ts';
import { inspectSpreadsheet, stageSheet } from '../read-spreadsheet.ts';
import { readStagedRows } from '../staged-rows.ts';
import { type SheetXml, type WorkbookXml, xlsxOf } from './xlsx-writer.ts';

/** Runs `use` with the path of a file of this content, in a folder with a Chinese name; removes both. */
export async function withFile<T>(content: Buffer | string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'keben 客户表 '));
  try {
    const path = join(folder, '客户 1.xlsx');
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function inspect(content: Buffer | string): Promise<Result<WorkbookInfo, SpreadsheetProblem>> {
  return withFile(content, (path) => inspectSpreadsheet(path, () => {}));
}

/** All rows of a sheet, having gone through the staged file. Throws where there is a problem. */
export function rowsOf(content: Buffer | string, sheetIndex = 0): Promise<SheetRow[]> {
  return withFile(content, async (path) => {
    const outFile = `${path}.rows`;
    const staged = await stageSheet(path, sheetIndex, outFile, () => {});
    if (!staged.ok) throw new Error(JSON.stringify(staged.error));
    return [...readStagedRows(outFile)];
  });
}

/** Rows of the first sheet of a workbook with one sheet made of this XML. */
export function rowsOfSheet(sheet: SheetXml, rest: Omit<WorkbookXml, 'sheets'> = {}): Promise<SheetRow[]> {
  return rowsOf(xlsxOf({ ...rest, sheets: [sheet] }));
}

/** What the first sheet's cells hold, without row numbers. */
export async function cellsOf(rows: string, rest: Omit<WorkbookXml, 'sheets'> = {}): Promise<SheetRow['cells'][]> {
  return (await rowsOfSheet({ rows }, rest)).map(({ cells }) => cells);
}

/** The reason why a file is refused. */
export async function problemOf(content: Buffer | string): Promise<SpreadsheetProblem | 'no problem'> {
  const result = await inspect(content);
  return result.ok ? 'no problem' : result.error;
}
