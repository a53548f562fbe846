import {
  answersOf,
  checkedRow,
  type ImportCheckFile,
  keepAnswers,
  type RowAnswers,
  replaceChecked,
  rowsTogetherWith,
  sourceOf,
} from '../../../db/import-check/import-check-file.ts';
import type { ReadDb } from '../../../db/open.ts';
import type { ImportCheck, ImportRow } from '../../../src-shared/files-in/imports-contract.ts';
import type { SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import { checkContext } from './check-context.ts';
import { checkResult } from './check-result.ts';
import { checkRows } from './check-rows.ts';
import type { MadeCheck, StagedChoice } from './import-desk.ts';

/**
 * Keeps what the user typed or decided for a row, and checks it again with all rows that may be the same customer:
 * a corrected name can join two rows or part them. Null: the sheet has no such row.
 */
export function recheckRow(
  db: ReadDb,
  file: ImportCheckFile,
  { request }: MadeCheck,
  { plan }: StagedChoice,
  row: number,
  change: (answers: RowAnswers) => RowAnswers,
): { readonly row: ImportRow; readonly check: ImportCheck } | null {
  if (sourceOf(file, row) === null) return null;
  const before = rowsTogetherWith(file, row, []);
  keepAnswers(file, row, change(answersOf(file, row)));
  const context = checkContext(db, file, request, plan.columns);
  const [alone] = checkRows([sheetRow(file, row)], context);
  const numbers = new Set([...before, ...rowsTogetherWith(file, row, alone?.keys ?? [])]);
  const rows = [...numbers].sort((a, b) => a - b).map((number) => sheetRow(file, number));
  replaceChecked(file, [...checkRows(rows, context)]);
  const view = checkedRow(file, row);
  if (!view) throw new Error(`row ${row} vanished when it was checked again`);
  return { row: view, check: checkResult(file, context.plan, context.desk.target) };
}

function sheetRow(file: ImportCheckFile, row: number): SheetRow {
  const source = sourceOf(file, row);
  if (source === null) throw new Error(`row ${row} is not in the check file`);
  return source;
}
