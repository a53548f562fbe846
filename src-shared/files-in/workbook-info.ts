import type { SheetRow } from './sheet-cell.ts';

/** Where merged cells lie, all counted from 1 and both ends included. */
export type MergedRange = {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** What a person needs to choose a sheet and its columns, before anything is imported. */
export type SheetInfo = {
  /** position among the tabs, from 0; the name by which a sheet is asked for */
  readonly index: number;
  readonly name: string;
  /** `veryHidden` sheets cannot be shown from Excel's own menus */
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** rows that hold at least one value, hidden ones included */
  readonly rows: number;
  readonly hiddenRows: number;
  /** the last row that holds a value, from 1; 0 in an empty sheet */
  readonly lastRow: number;
  /** the last column that holds a value, from 1; 0 in an empty sheet */
  readonly usedColumns: number;
  /** cells that hold something */
  readonly cells: number;
  /** the first rows that hold something, at most 30 */
  readonly sample: readonly SheetRow[];
  /** merged ranges that begin in the sample's rows, at most 200 */
  readonly merges: readonly MergedRange[];
};

export type WorkbookInfo = {
  readonly sheets: readonly SheetInfo[];
  /** days are counted from 1904 (old Mac workbooks); the cells already say the right day */
  readonly dates1904: boolean;
  /** what reading took; `peakMb` is the reading process's resident memory */
  readonly ms: number;
  readonly peakMb: number;
};

/** What `stage` answers: the rows themselves lie in the file that was named. */
export type StagedSheet = {
  readonly rows: number;
  readonly hiddenRows: number;
  readonly cells: number;
  readonly usedColumns: number;
  /** merged cells over more than one row */
  readonly tallMerges: readonly MergedRange[];
  readonly bytes: number;
  readonly ms: number;
  readonly peakMb: number;
};
