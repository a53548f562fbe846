import type { SheetCell, SheetRow } from '../sheet-cell.ts';

/** A cell as a test writes it: text, number, or a cell of its own. */
export type PlainCell = string | number | null | SheetCell;

/** Null for a row that holds nothing. */
export type PlainRow = readonly PlainCell[] | null;

/** Rows 1, 2, 3 … of a sheet. */
export function sheetOf(...rows: readonly PlainRow[]): readonly SheetRow[] {
  return rows.flatMap((cells, index) => (cells === null ? [] : [{ row: index + 1, cells: cells.map(cellOf) }]));
}

function cellOf(cell: PlainCell): SheetCell | null {
  if (typeof cell === 'string') return cell === '' ? null : { t: 's', v: cell };
  return typeof cell === 'number' ? { t: 'n', v: cell, raw: String(cell) } : cell;
}
