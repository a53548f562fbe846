import { bareText } from '../core/fold-text.ts';
import type { ImportTarget } from './import-target.ts';
import { isBlankCell } from './read-cell.ts';
import { isTotalRow, type RowPlan } from './read-row.ts';
import { cellText, type SheetCell, type SheetRow } from './sheet-cell.ts';

/**
 * Programs print the head of an order once, beside its first line. A row that leaves all of a target's carried fields
 * blank, or repeats the number of the row above, belongs to the record above: its blanks say what stands there.
 * A row of totals is no line. Rows as they come; a row that says nothing stays as it is.
 */
export function* carryDown(rows: Iterable<SheetRow>, plan: RowPlan, target: ImportTarget): Generator<SheetRow> {
  const { carriedDown, folding } = target;
  const columnsOf = (keys: readonly string[]) =>
    plan.columns.filter(({ field }) => field !== null && keys.includes(field)).map(({ column }) => column);
  const carried = columnsOf(carriedDown ?? []);
  if (carried.length === 0) {
    yield* rows;
    return;
  }
  const [numberColumn] = folding.kind === 'by_number' ? columnsOf([folding.number]) : [];
  const numberIn = (row: SheetRow) =>
    numberColumn === undefined ? '' : bareText(cellText(row.cells[numberColumn] ?? null));
  let above: SheetRow | null = null;
  let numberAbove = '';
  for (const row of rows) {
    if (row.cells.every(isBlankCell) || isTotalRow(row.cells)) {
      yield row;
      continue;
    }
    const number = numberIn(row);
    const isContinued =
      above !== null &&
      (carried.every((column) => isBlankCell(row.cells[column] ?? null)) || (number !== '' && number === numberAbove));
    const whole: SheetRow = isContinued && above !== null ? withBlanksFrom(row, above, carried) : row;
    above = whole;
    numberAbove = whole === row ? number : numberIn(whole);
    yield whole;
  }
}

function withBlanksFrom(row: SheetRow, above: SheetRow, columns: readonly number[]): SheetRow {
  const cells: (SheetCell | null)[] = [...row.cells];
  for (const column of columns) {
    while (cells.length <= column) cells.push(null);
    if (isBlankCell(cells[column] ?? null)) cells[column] = above.cells[column] ?? null;
  }
  return { ...row, cells };
}
