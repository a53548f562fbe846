import type { SheetRow } from './sheet-cell.ts';
import type { MergedRange } from './workbook-info.ts';

/** A merge that joins cells one below the other; a banner across one row is none. */
export function isTall({ firstRow, lastRow }: MergedRange): boolean {
  return lastRow > firstRow;
}

/**
 * Says in each row what a tall merged cell says of all of them: a firm's name that stands once beside its three contacts.
 * The file keeps the value in the merge's first cell only. A cell that holds something itself keeps it.
 * Rows in the order of the sheet. Merges that begin above `firstDataRow` belong to headings.
 */
export function* spreadTallMerges(
  rows: Iterable<SheetRow>,
  merges: readonly MergedRange[],
  firstDataRow: number,
): Generator<SheetRow, void, undefined> {
  const waiting = merges
    .filter((range) => isTall(range) && range.firstRow >= firstDataRow)
    .sort((a, b) => a.firstRow - b.firstRow);
  // One per column: Excel knows no merges that overlap, and a file that claims them does not make reading slow.
  const open = new Map<number, { readonly lastRow: number; readonly cell: SheetRow['cells'][number] }>();
  let next = 0;
  for (const row of rows) {
    for (const [column, { lastRow }] of open) if (lastRow < row.row) open.delete(column);
    const spread = open.size > 0 ? filled(row, open) : row;
    for (; next < waiting.length; next += 1) {
      const range = waiting[next];
      if (!range || range.firstRow > row.row) break;
      // Its first row held nothing at all, so there is nothing to spread.
      if (range.firstRow < row.row) continue;
      const column = range.firstColumn - 1;
      open.set(column, { lastRow: range.lastRow, cell: spread.cells[column] ?? null });
    }
    yield spread;
  }
}

function filled(row: SheetRow, open: ReadonlyMap<number, { readonly cell: SheetRow['cells'][number] }>): SheetRow {
  let cells: SheetRow['cells'][number][] | null = null;
  for (const [column, { cell }] of open) {
    if (cell === null || (row.cells[column] ?? null) !== null) continue;
    cells ??= [...row.cells];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
  }
  return cells ? { ...row, cells } : row;
}
