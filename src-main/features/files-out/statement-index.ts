import type ExcelJS from 'exceljs';
import type { CalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { type Fen, fen, fenToYuanText } from '../../../src-shared/core/money.ts';
import { filledIn } from './filled-in.ts';
import type { StatementPaper } from './statement-sheet.ts';

/** A statement of the book, in its list of contents. */
export interface IndexedStatement {
  readonly sheet: string;
  readonly customerName: string;
  readonly openingFen: Fen;
  readonly chargedFen: Fen;
  readonly settledFen: Fen;
  readonly closingFen: Fen;
  readonly prepaidFen: Fen;
}

const sums = ['openingFen', 'chargedFen', 'settledFen', 'closingFen', 'prepaidFen'] as const;
const money = '#,##0.00;[Red]\\-#,##0.00';
const font = '等线';

/** The first sheet of a book of statements: whose they are, what they came to, and the way to each. */
export function addStatementIndex(
  sheet: ExcelJS.Worksheet,
  statements: readonly IndexedStatement[],
  { words, companyName, from, to }: StatementPaper & { readonly from: CalendarDate; readonly to: CalendarDate },
): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:3',
  };
  sheet.headerFooter.oddFooter = `&R${filledIn(words.page, { page: '&P', pages: '&N' })}`;
  sheet.views = [{ state: 'frozen', ySplit: 3 }];
  sheet.columns = [36, 28, 15, 15, 15, 15, 15].map((width) => ({ width }));
  sheet.addRow([words.title]).font = { name: font, size: 16, bold: true };
  sheet.addRow([[companyName, filledIn(words.period, { from, to })].filter(Boolean).join(' · ')]).font = {
    name: font,
    size: 10,
    color: { argb: 'FF5B6472' },
  };
  const heads = sheet.addRow([
    words.customer,
    words.sheet,
    words.opening,
    words.charged,
    words.settled,
    words.closing,
    words.prepaidHead,
  ]);
  heads.font = { name: font, size: 10, bold: true };
  for (const one of statements) {
    const row = sheet.addRow([
      one.customerName.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_'),
      { text: one.sheet, hyperlink: `#'${one.sheet.replaceAll("'", "''")}'!A1` },
      ...sums.map((sum) => Number(fenToYuanText(one[sum]))),
    ]);
    row.font = { name: font, size: 10 };
    row.getCell(1).numFmt = '@';
    row.getCell(2).font = { name: font, size: 10, color: { argb: 'FF1D4ED8' }, underline: true };
  }
  const total = sheet.addRow([
    words.total,
    null,
    ...sums.map((sum) => Number(fenToYuanText(fen(statements.reduce((all, one) => all + one[sum], 0))))),
  ]);
  total.font = { name: font, size: 10, bold: true };
  for (let column = 1; column <= 7; column += 1) {
    heads.getCell(column).border = { bottom: { style: 'thin' } };
    heads.getCell(column).alignment = { horizontal: column > 2 ? 'right' : 'left' };
    total.getCell(column).border = { top: { style: 'thin' } };
    if (column > 2) sheet.getColumn(column).numFmt = money;
  }
}
