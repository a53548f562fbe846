import { assertNever } from '../../../src-shared/core/assert-never.ts';
import { type CalendarDate, dayNumber } from '../../../src-shared/core/calendar-date.ts';
import { headerStyle, sheetStart, styleOfKind } from './fixed-parts.ts';
import { columnLetters, sheetText, textWidth } from './sheet-text.ts';
import type { Cell, ColumnKind, ScaledKind, WorkbookColumn, WorkbookPlan } from './workbook-plan.ts';

/** Excel's day 0 is 1899-12-30, counting the 29 February 1900 that never was; days before March 1900 go out as text. */
const daysToUnixEpoch = 25_569;
const firstSerial = 61;
const minutesPerDay = 1440;

const narrowest = 8;
const widest = 50;

export function sheetHead(columns: readonly WorkbookColumn[], sample: readonly (readonly Cell[])[]): string {
  const cols = columns.map((column, index) => {
    return `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(column, index, sample)}" customWidth="1"/>`;
  });
  const letters = columns.map((_column, index) => columnLetters(index));
  const headers = columns.map(({ header }, index) => textCell(`${letters[index]}1`, headerStyle, header));
  return `${sheetStart}<cols>${cols.join('')}</cols><sheetData><row r="1" ht="20" customHeight="1">${headers.join('')}</row>`;
}

const fixedWidths: Readonly<Record<ColumnKind, number>> = {
  text: 0,
  date: 10,
  dateTime: 16,
  integer: 6,
  money: 15,
  quantity: 9,
  price: 11,
  percent: 8,
};

/** The filter's arrow takes room beside the header's words. */
const filterArrow = 3;

export function columnWidth(
  { header, kind }: WorkbookColumn,
  index: number,
  sample: readonly (readonly Cell[])[],
): number {
  const fixed = fixedWidths[kind];
  const texts = sample.map((row) => row[index]).filter((cell) => typeof cell === 'string');
  const wished = Math.max(fixed, textWidth(header) + filterArrow, ...texts.map(textWidth)) + 2;
  return Math.min(widest, Math.max(narrowest, wished));
}

/** Writes rows of one sheet; `row` is counted from 1, the header being row 1. */
export function rowWriter(columns: readonly WorkbookColumn[]): (row: number, cells: readonly Cell[]) => string {
  const cellWriters = columns.map(({ kind }, index) => cellWriter(kind, columnLetters(index)));
  return (row, cells) => {
    let text = `<row r="${row}">`;
    for (let index = 0; index < cellWriters.length; index += 1) {
      const cell = cells[index];
      if (cell !== null && cell !== undefined && cell !== '') text += cellWriters[index]?.(row, cell);
    }
    return `${text}</row>`;
  };
}

type CellWriter = (row: number, cell: NonNullable<Cell>) => string;

/** One per column, with all that does not change from row to row made once: a view has millions of cells. */
function cellWriter(kind: ColumnKind, letters: string): CellWriter {
  const start = `<c r="${letters}`;
  const style = styleOfKind[kind];
  const wrongKind = (row: number, cell: Cell): never => {
    throw new TypeError(`${letters}${row}: a column of kind ${kind} cannot hold a ${typeof cell}`);
  };
  switch (kind) {
    case 'text':
      return (row, cell) => (typeof cell === 'string' ? textCell(letters + row, style, cell) : wrongKind(row, cell));
    case 'integer':
      return (row, cell) =>
        typeof cell === 'number' ? `${start}${row}" s="${style}"><v>${cell}</v></c>` : wrongKind(row, cell);
    case 'date':
    case 'dateTime':
      return (row, cell) => {
        if (typeof cell !== 'object') return wrongKind(row, cell);
        const hasTime = kind === 'dateTime';
        const serial = serialOf(cell.day);
        if (serial < firstSerial) {
          return textCell(letters + row, styleOfKind.text, hasTime ? `${cell.day} ${cell.time}` : cell.day);
        }
        const minutes = hasTime ? minutesOf(cell.time) : 0;
        const value = minutes === 0 ? serial : serial + minutes / minutesPerDay;
        return `${start}${row}" s="${style}"><v>${value}</v></c>`;
      };
    case 'money':
    case 'quantity':
    case 'price':
    case 'percent': {
      const digits = decimalsOf[kind];
      return (row, cell) =>
        typeof cell === 'number'
          ? `${start}${row}" s="${style}"><v>${scaledNumber(cell, digits)}</v></c>`
          : wrongKind(row, cell);
    }
    default:
      return assertNever(kind);
  }
}

/** How many decimals the large unit has of the small one. */
export const decimalsOf: Readonly<Record<ScaledKind, number>> = { money: 2, quantity: 3, price: 4, percent: 4 };

/** `12345` of two decimals is `123.45`, by its digits: a division would bring in fractions that nobody typed. */
export function scaledNumber(value: number, decimals: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${rest === '' ? '' : `.${rest}`}`;
}

export function textCell(at: string, style: number, text: string): string {
  const space = edgeSpace.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${space}>${sheetText(text)}</t></is></c>`;
}

const edgeSpace = /^\s|\s$|\n/;

/** Rows share their days: a few thousand stand for a million cells. */
const serials = new Map<CalendarDate, number>();
const mostSerials = 10_000;

function serialOf(day: CalendarDate): number {
  let serial = serials.get(day);
  if (serial === undefined) {
    serial = dayNumber(day) + daysToUnixEpoch;
    if (serials.size >= mostSerials) serials.clear();
    serials.set(day, serial);
  }
  return serial;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** A4, lying when there are many columns, all columns on one page's width, as many pages down as it takes. */
export function sheetTail({ columns, printHeader }: WorkbookPlan, lastRow: number): string {
  const range = `A1:${columnLetters(columns.length - 1)}${lastRow}`;
  const orientation = columns.length > 6 ? 'landscape' : 'portrait';
  const { left, centre, right } = printHeader;
  const header = `&L${printed(left)}&C${printed(centre)}&R${printed(right)}`;
  return `</sheetData><autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${sheetText(header)}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

/** `&` starts a command in a print header, and a digit after a command would be read as a font size. Excel's limit is 255 in all. */
export function printed(text: string): string {
  const short = [...text].slice(0, 60).join('').replaceAll('&', '&&');
  return /^\d/.test(short) ? ` ${short}` : short;
}
