import ExcelJS from 'exceljs';

export interface ExportedSheet {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ExcelJS.CellValue[])[];
  readonly frozenRows: number;
}

/** An exported file as another library reads it: the row of heads is the one under the titles that is frozen. */
export async function readExported(file: string): Promise<ExportedSheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error(`${file} holds no sheet`);
  const view = sheet.views[0];
  const frozenRows = view?.state === 'frozen' ? (view.ySplit ?? 0) : 0;
  const valuesOf = (row: number): ExcelJS.CellValue[] => {
    const { values } = sheet.getRow(row);
    // exceljs counts columns from 1 and leaves place 0 empty.
    return Array.isArray(values) ? Array.from({ length: values.length - 1 }, (_, at) => values[at + 1] ?? null) : [];
  };
  const rows: ExcelJS.CellValue[][] = [];
  for (let row = frozenRows + 1; row <= sheet.rowCount; row += 1) rows.push(valuesOf(row));
  return { heads: valuesOf(frozenRows).map(String), rows, frozenRows };
}
