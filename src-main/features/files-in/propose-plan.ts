import { findHeader, headerAt } from '../../../src-shared/files-in/find-header.ts';
import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import { importTargets } from '../../../src-shared/files-in/import-targets.ts';
import type { ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import { matchColumns } from '../../../src-shared/files-in/match-columns.ts';
import { proposeTarget } from '../../../src-shared/files-in/propose-target.ts';
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
  /** The user's word for what the sheet holds; null: find it. */
  readonly target: ImportTargetName | null;
  /** What the user may import; never empty. */
  readonly allowed: readonly ImportTargetName[];
}

/** What the sheet holds, where the header stands and which column is which field. */
export function proposePlan(request: ProposalRequest): ImportPlan {
  const { importId, fileName, sheet, staged, stagedFile, headerRow, allowed } = request;
  const rows = firstRows(stagedFile);
  const name = request.target ?? proposeTarget(rows, sheet.merges, allowed);
  const target = importTargets[name];
  const header =
    headerRow === null ? findHeader(rows, target, sheet.merges) : headerAt(headerRow, rows, target, sheet.merges);
  return {
    importId,
    target: name,
    allowed,
    fileName,
    sheetIndex: sheet.index,
    sheetName: sheet.name,
    rows: staged.rows,
    hiddenRows: staged.hiddenRows,
    headerRow: header.headerRow,
    firstDataRow: header.firstDataRow,
    columns: matchColumns(header, rows, target),
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
