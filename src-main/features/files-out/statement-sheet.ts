import type ExcelJS from 'exceljs';
import { type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { type Fen, fen, fenToYuanText } from '../../../src-shared/core/money.ts';
import type { StatementWords } from '../../../src-shared/files-out/statement-files.ts';
import type { CustomerStatement } from '../../../src-shared/receivables/receivable-views.ts';
import { rmbWords } from '../../../src-shared/receivables/rmb-words.ts';
import { textWidth } from '../../files/workbook/sheet-text.ts';
import { filledIn } from './filled-in.ts';
import { openItemName, statementLineCells } from './statement-words.ts';

export interface StatementPaper {
  readonly words: StatementWords;
  /** Null: the firm has not been named. */
  readonly companyName: string | null;
  readonly withAmountInWords: boolean;
}

const fontName = '等线';
const grey = 'FF5B6472';
const line: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FFC4C9D2' } };
const strong: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: grey } };
const moneyFormat = '#,##0.00;[Red]\\-#,##0.00';
const dayFormat = 'yyyy\\-mm\\-dd';
const widths = [12, 26, 24, 15, 15, 16];
const lastColumn = widths.length;

/**
 * 对账单 as a sheet to be printed on A4, signed and sealed: head, opening, lines, closing with its amount in words, what is
 * open, and both sides' signatures. Values everywhere, no formula; a user's text is text whatever it looks like.
 */
export function addStatementSheet(
  workbook: ExcelJS.Workbook,
  name: string,
  statement: CustomerStatement,
  paper: StatementPaper,
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.55, bottom: 0.65, header: 0.3, footer: 0.3 },
      printTitlesRow: '2:4',
    },
    headerFooter: { oddFooter: `&R${filledIn(paper.words.page, { page: '&P', pages: '&N' })}` },
    views: [{ state: 'frozen', ySplit: 4, showGridLines: false }],
    properties: { defaultRowHeight: 18 },
  });
  sheet.columns = widths.map((width) => ({ width, style: { font: { name: fontName, size: 10 } } }));
  const writer = new StatementSheetWriter(sheet, statement, paper);
  writer.head();
  writer.lines();
  writer.openItems();
  writer.signatures();
}

class StatementSheetWriter {
  readonly #sheet: ExcelJS.Worksheet;
  readonly #statement: CustomerStatement;
  readonly #paper: StatementPaper;

  constructor(sheet: ExcelJS.Worksheet, statement: CustomerStatement, paper: StatementPaper) {
    this.#sheet = sheet;
    this.#statement = statement;
    this.#paper = paper;
  }

  head(): void {
    const { words, companyName } = this.#paper;
    const { customerName, from, to } = this.#statement;
    this.#wide(companyName ?? '', { size: 12, horizontal: 'center', height: 20 });
    this.#wide(words.title, { size: 18, bold: true, horizontal: 'center', height: 30 });
    const row = this.#sheet.addRow([
      text(`${words.customer} ${customerName}`),
      null,
      null,
      filledIn(words.period, { from, to }),
    ]);
    this.#sheet.mergeCells(row.number, 1, row.number, 3);
    this.#sheet.mergeCells(row.number, 4, row.number, lastColumn);
    row.getCell(1).font = { name: fontName, size: 11, bold: true };
    row.getCell(1).alignment = { vertical: 'middle', wrapText: true };
    row.getCell(4).alignment = { horizontal: 'right', vertical: 'middle' };
    row.height = heightFor(
      [[`${words.customer} ${customerName}`, widths.slice(0, 3).reduce((a, b) => a + b) * 0.9]],
      22,
    );
    this.#columnHeads([words.day, words.what, '', words.charged, words.settled, words.balance]);
  }

  lines(): void {
    const { words, withAmountInWords } = this.#paper;
    const { from, to, openingFen, rows, chargedFen, settledFen, closingFen, prepaidFen, billsNotDueFen } =
      this.#statement;
    this.#sums([dayValue(from), words.opening, null, null, null, yuan(openingFen)]);
    for (const row of rows) {
      const { what, more } = statementLineCells(words, row);
      this.#body([
        dayValue(row.on),
        text(what),
        text(more),
        row.changeFen > 0 ? yuan(row.changeFen) : null,
        row.changeFen < 0 ? yuan(fen(-row.changeFen)) : null,
        yuan(row.balanceFen),
      ]);
    }
    if (rows.length === 0) this.#wide(words.nothing, { color: grey });
    this.#sums([dayValue(to), words.closing, null, yuan(chargedFen), yuan(settledFen), yuan(closingFen)]);
    if (withAmountInWords) this.#wide(`${words.inWords}  ${rmbWords(closingFen)}`, { bold: true });
    if (prepaidFen > 0) this.#wide(filledIn(words.prepaid, { amount: moneyText(prepaidFen) }), { color: grey });
    if (billsNotDueFen > 0) this.#wide(filledIn(words.bills, { amount: moneyText(billsNotDueFen) }), { color: grey });
  }

  openItems(): void {
    const { words } = this.#paper;
    const { open } = this.#statement;
    if (open.length === 0) return;
    this.#sheet.addRow([]);
    this.#wide(words.openTitle, { bold: true, size: 11 });
    this.#columnHeads([words.day, words.what, words.due, words.amount, words.settled, words.open]);
    for (const item of open) {
      const late = item.daysPastDue > 0 ? filledIn(words.daysLate, { count: String(item.daysPastDue) }) : '';
      const row = this.#body([
        dayValue(item.issuedOn),
        text([openItemName(words, item), late].filter(Boolean).join(' · ')),
        dayValue(item.dueOn),
        yuan(item.amountFen),
        yuan(fen(item.amountFen - item.openFen)),
        yuan(item.openFen),
      ]);
      row.getCell(3).alignment = { horizontal: 'left', vertical: 'top' };
    }
    const sum = (of: (item: (typeof open)[number]) => number) =>
      yuan(fen(open.reduce((all, item) => all + of(item), 0)));
    this.#sums([
      words.total,
      null,
      null,
      sum(({ amountFen }) => amountFen),
      sum(({ amountFen, openFen }) => amountFen - openFen),
      sum(({ openFen }) => openFen),
    ]);
  }

  signatures(): void {
    const { words, companyName } = this.#paper;
    const { to, closingFen, customerName } = this.#statement;
    const company = companyName ?? '';
    const amount = moneyText(fen(Math.abs(closingFen)));
    this.#sheet.addRow([]);
    const sentence = filledIn(closingFen < 0 ? words.weOwe : words.confirm, { day: to, company, amount });
    this.#wide(sentence, { height: 20 });
    this.#wide(`□ ${words.agreed}`, { height: 20 });
    this.#wide(`□ ${words.disagreed}`, { height: 34 });
    const sides = [
      [company === '' ? words.ourSide : company, customerName],
      [words.seal, words.seal],
      [words.signature, words.signature],
      [words.signedOn, words.signedOn],
    ] as const;
    for (const [index, [ours, theirs]] of sides.entries()) {
      const row = this.#sheet.addRow([text(ours), null, null, text(theirs)]);
      this.#sheet.mergeCells(row.number, 1, row.number, 2);
      this.#sheet.mergeCells(row.number, 4, row.number, lastColumn);
      for (const column of [1, 4]) {
        row.getCell(column).font = { name: fontName, size: 10, bold: index === 0 };
        row.getCell(column).alignment = { vertical: 'top', wrapText: true };
      }
      row.height =
        index === 1
          ? 48
          : heightFor(
              [
                [ours, 34],
                [theirs, 42],
              ],
              22,
            );
    }
  }

  #wide(
    words: string,
    {
      size = 10,
      bold = false,
      color,
      horizontal = 'left',
      height = 18,
    }: {
      size?: number;
      bold?: boolean;
      color?: string;
      horizontal?: 'left' | 'center';
      height?: number;
    },
  ): void {
    const row = this.#sheet.addRow([text(words)]);
    this.#sheet.mergeCells(row.number, 1, row.number, lastColumn);
    const cell = row.getCell(1);
    cell.font = { name: fontName, size, bold, ...(color ? { color: { argb: color } } : {}) };
    cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
    const room = widths.reduce((sum, width) => sum + width) * (10 / size);
    row.height = heightFor([[words, room]], height);
  }

  #columnHeads(heads: readonly string[]): void {
    const row = this.#sheet.addRow(heads.map(text));
    row.height = 20;
    for (let column = 1; column <= lastColumn; column += 1) {
      const cell = row.getCell(column);
      cell.font = { name: fontName, size: 10, bold: true };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F4F7' } };
      cell.border = { top: strong, bottom: strong };
      cell.alignment = { horizontal: column > 3 ? 'right' : 'left', vertical: 'middle' };
    }
  }

  #body(values: readonly ExcelJS.CellValue[]): ExcelJS.Row {
    const row = this.#sheet.addRow([...values]);
    this.#formats(row, { bottom: line }, false);
    row.height = heightFor(
      [1, 2].map((column) => [textOf(values[column]), (widths[column] ?? 10) - 1]),
      18,
    );
    return row;
  }

  #sums(values: readonly ExcelJS.CellValue[]): void {
    const row = this.#sheet.addRow([...values]);
    this.#formats(row, { top: strong, bottom: strong }, true);
    row.height = 20;
  }

  #formats(row: ExcelJS.Row, border: Partial<ExcelJS.Borders>, bold: boolean): void {
    for (let column = 1; column <= lastColumn; column += 1) {
      const cell = row.getCell(column);
      cell.font = { name: fontName, size: 10, bold };
      cell.border = border;
      cell.alignment = {
        vertical: bold ? 'middle' : 'top',
        horizontal: column > 3 ? 'right' : 'left',
        wrapText: column < 4,
      };
      if (cell.value instanceof Date) cell.numFmt = dayFormat;
      else cell.numFmt = column > 3 ? moneyFormat : '@';
    }
  }
}

/** Days and figures fit their columns; only words wrap. */
function textOf(value: ExcelJS.CellValue): string {
  return typeof value === 'string' ? value : '';
}

const pointsPerLine = 15;

/** Excel does not fit the height of merged and wrapped cells by itself; `[text, columns that it may be wide]`. */
function heightFor(cells: readonly (readonly [string, number])[], least: number): number {
  const linesOf = ([content, room]: readonly [string, number]) =>
    content.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part) / room)), 0);
  const lines = Math.max(...cells.map(linesOf));
  return Math.min(400, Math.max(least, lines * pointsPerLine + 4));
}

/** A literal `_x0041_` in a user's words: Excel would read it as an A. */
function text(words: string): string {
  return words.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

const msPerDay = 86_400_000;

/** A day as exceljs takes it: the midnight of Greenwich. */
function dayValue(day: CalendarDate): Date {
  return new Date(dayNumber(day) * msPerDay);
}

function yuan(amount: Fen): number {
  return Number(fenToYuanText(amount));
}

/** `¥1,234.50` */
function moneyText(amount: Fen): string {
  const [whole = '0', rest = '00'] = fenToYuanText(amount).split('.');
  return `¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}
