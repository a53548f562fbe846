import type { Cell, WorkbookColumn } from '../src-main/files/workbook/workbook-plan.ts';
import { parseCalendarDate } from '../src-shared/core/calendar-date.ts';
import { dayColumns, type SheetLine, sheetHeaders, sheetLines } from './customer-sheet.ts';

/** Lines that go round, so that making them costs neither side anything. */
const differentLines = 2_000;

/** 20 columns of a customer sheet, two of them days; names differ in every row. */
export function exportRows(rows: number): {
  readonly columns: readonly WorkbookColumn[];
  readonly cells: Iterable<readonly Cell[]>;
} {
  const columns = sheetHeaders.map((header, column) => ({
    header,
    kind: dayColumns.has(column) ? ('date' as const) : ('text' as const),
  }));
  const { lines } = sheetLines(differentLines);
  return { columns, cells: cellsOf(lines.map(cellsOfLine), rows) };
}

function* cellsOf(lines: readonly (readonly Cell[])[], rows: number): Generator<readonly Cell[]> {
  for (let row = 0; row < rows; row += 1) {
    const cells = lines[row % lines.length] ?? [];
    yield cells.with(0, `${String(cells[0])}${row}`);
  }
}

function cellsOfLine(line: SheetLine): readonly Cell[] {
  return line.map((text, column): Cell => {
    if (text === '') return null;
    const day = dayColumns.has(column) ? parseCalendarDate(text) : null;
    return day ? { day, time: '00:00' } : text;
  });
}
