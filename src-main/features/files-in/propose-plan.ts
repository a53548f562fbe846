import { customersTarget } from '../../../src-shared/files-in/customers-target.ts';
import { findHeader, headerAt } from '../../../src-shared/files-in/find-header.ts';
import type { ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import { matchColumns } from '../../../src-shared/files-in/match-columns.ts';
import type { SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import type { SheetInfo, StagedSheet } from '../../../src-shared/files-in/workbook-info.ts';
import { readStagedRows } from '../../files/spreadsheet/staged-rows.ts';

/** Enough rows to see what a column's values look like, few enough to read between two frames. */
const rowsLookedAt = 300;

export interface ProposalRequest {
  readonly importId: string;
  readonly fileName: string;
  readonly sheet: SheetInfo;
  readonly staged: StagedSheet;
  readonly stagedFile: string;
  /** The user's word for where the header is; 0: nowhere; null: find it. */
  readonly headerRow: number | null;
}

/** Where the header stands and which column is which field. */
export function proposePlan({ importId, fileName, sheet, staged, stagedFile, headerRow }: ProposalRequest): ImportPlan {
  const rows = firstRows(stagedFile);
  const header =
    headerRow === null
      ? findHeader(rows, customersTarget, sheet.merges)
      : headerAt(headerRow, rows, customersTarget, sheet.merges);
  return {
    importId,
    fileName,
    sheetIndex: sheet.index,
    sheetName: sheet.name,
    rows: staged.rows,
    hiddenRows: staged.hiddenRows,
    headerRow: header.headerRow,
    firstDataRow: header.firstDataRow,
    columns: matchColumns(header, rows, customersTarget),
  };
}

function firstRows(file: string): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const row of readStagedRows(file)) {
    rows.push(row);
    if (rows.length === rowsLookedAt) break;
  }
  return rows;
}
