import { reportStyles } from './fixed-parts.ts';
import { columnWidth, printed, scaledNumber, textCell } from './sheet-parts.ts';
import { columnLetters, sheetText } from './sheet-text.ts';
import type { Cell, ColumnKind, ReportColumn, ReportSheet } from './workbook-plan.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Title, what it is about, header: the rows begin under these. */
export const headRows = 3;

const isFigure: Readonly<Record<ColumnKind, boolean>> = {
  text: false,
  date: false,
  dateTime: false,
  integer: true,
  money: true,
  quantity: true,
  price: true,
  percent: true,
};

export function reportHead(sheet: ReportSheet, sample: readonly (readonly Cell[])[], isFirst: boolean): string {
  const { columns, title, about } = sheet;
  const cols = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(column, index, sample)}" customWidth="1"/>`,
  );
  const headers = columns.map(({ header, kind }, index) =>
    textCell(`${columnLetters(index)}${headRows}`, isFigure[kind] ? reportStyles.figureHeader : 1, header),
  );
  const view = `<sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}><pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView>`;
  return `${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData><row r="1" ht="26" customHeight="1">${textCell('A1', reportStyles.title, title)}</row><row r="2" ht="18" customHeight="1">${textCell('A2', reportStyles.about, about)}</row><row r="${headRows}" ht="20" customHeight="1">${headers.join('')}</row>`;
}

/** `sums`: of each column that is totalled, by its place. */
export function totalsRow(
  { columns, totalLabel }: ReportSheet,
  row: number,
  sums: ReadonlyMap<number, number>,
): string {
  const cells = columns.map(({ kind }, index) => {
    const at = `${columnLetters(index)}${row}`;
    if (index === 0) return textCell(at, reportStyles.totalText, totalLabel);
    const sum = sums.get(index);
    if (sum === undefined) return `<c r="${at}" s="${reportStyles.totalText}"/>`;
    const isMoney = kind === 'money';
    const value = isMoney ? scaledNumber(sum, 2) : kind === 'quantity' ? scaledNumber(sum, 3) : String(sum);
    return `<c r="${at}" s="${isMoney ? reportStyles.totalMoney : reportStyles.totalNumber}"><v>${value}</v></c>`;
  });
  return `<row r="${row}" ht="20" customHeight="1">${cells.join('')}</row>`;
}

/** A4 lying, all columns on the width of one page; the heads are repeated, the totals are no part of the filter. */
export function reportTail(columns: readonly ReportColumn[], about: string, lastRow: number): string {
  const range = filterRange(columns.length, lastRow).replaceAll('$', '');
  const all = `A1:${columnLetters(columns.length - 1)}${lastRow + 1}`;
  return `</sheetData><autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${sheetText(`&L${printed(about)}&R&P / &N`)}</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

export function filterRange(columns: number, lastRow: number): string {
  return `$A$${headRows}:$${columnLetters(columns - 1)}$${lastRow}`;
}

/** A sheet that was written: its name in the book, and what its filter spans. */
export interface NamedSheet {
  readonly name: string;
  readonly filter: string;
}

export function reportWorkbookPart(sheets: readonly NamedSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${sheetText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = (kind: string, of: (sheet: NamedSheet) => string, hidden = '') =>
    sheets
      .map((sheet, index) => {
        const quoted = `'${sheetText(sheet.name.replaceAll("'", "''"))}'`;
        return `<definedName name="_xlnm.${kind}" localSheetId="${index}"${hidden}>${quoted}!${of(sheet)}</definedName>`;
      })
      .join('');
  return `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets><definedNames>${names('_FilterDatabase', ({ filter }) => filter, ' hidden="1"')}${names('Print_Titles', () => `$1:$${headRows}`)}</definedNames></workbook>`;
}

export function reportRelationshipsPart(sheets: number): string {
  const one = Array.from(
    { length: sheets },
    (_each, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${xml}<Relationships xmlns="${packageNamespace}/relationships">${one.join('')}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

export function reportTypesPart(sheets: number): string {
  const one = Array.from(
    { length: sheets },
    (_each, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheetType}.worksheet+xml"/>`,
  );
  return `${xml}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetType}.sheet.main+xml"/>${one.join('')}<Override PartName="/xl/styles.xml" ContentType="${spreadsheetType}.styles+xml"/></Types>`;
}
