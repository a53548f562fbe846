import { wholeNumberOf } from './cell-reference.ts';
import type { NumberKind } from './number-format.ts';
import type { RowLines } from './row-lines.ts';
import { dateTextOfIso, dateTextOfSerial } from './serial-date.ts';
import type { SharedStrings } from './shared-strings.ts';
import { isExcelError } from './staged-rows.ts';
import { isStoredNumber, numberOfStored } from './stored-number.ts';
import type { TextCollector } from './text-collector.ts';
import { decodeXmlText } from './xml-text.ts';

/** What the `t` attribute of a cell says; a number where there is none. */
export type CellType = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'iso_date';

const TYPES: Readonly<Record<string, CellType>> = {
  n: 'number',
  s: 'shared',
  str: 'text',
  inlineStr: 'inline',
  b: 'boolean',
  e: 'error',
  d: 'iso_date',
};

export function cellTypeOf(bytes: Buffer, start: number, end: number): CellType {
  if (end - start === 1) {
    const letter = bytes[start];
    if (letter === 0x73) return 'shared';
    if (letter === 0x6e) return 'number';
  }
  return TYPES[bytes.toString('latin1', start, end)] ?? 'text';
}

/** What the cells of a workbook need besides their own XML. */
export type CellContext = {
  readonly strings: SharedStrings;
  readonly kindOfStyle: (style: number) => NumberKind;
  readonly dates1904: boolean;
  readonly part: string;
};

/** One cell as the sheet's XML gives it; `text` holds the escaped bytes of its value. */
export type RawCell = {
  column: number;
  type: CellType;
  style: number;
  hasValue: boolean;
  hasFormula: boolean;
  readonly text: TextCollector;
};

/** Puts a cell into its row. A cell without a value leaves nothing, save a formula that was never calculated. */
export function writeCell(cell: RawCell, lines: RowLines, context: CellContext): void {
  const { column, text } = cell;
  if (text.length === 0) {
    // Excel stores the empty result of a formula as an empty text, so only the others are uncalculated.
    if (cell.hasFormula && !(cell.hasValue && cell.type === 'text')) lines.error(column, 'no_cached_value');
    return;
  }
  switch (cell.type) {
    case 'shared': {
      const index = wholeNumberOf(text.bytes, 0, text.length);
      if (index < 0 || !context.strings.writeTo(lines, column, index)) lines.error(column, 'missing_text');
      return;
    }
    case 'number':
      writeNumber(cell, lines, context);
      return;
    case 'text':
    case 'inline':
      lines.xmlText(column, text.bytes, 0, text.length);
      return;
    case 'boolean': {
      const value = plainText(text);
      lines.truth(column, value === '1' || value.toLowerCase() === 'true');
      return;
    }
    case 'error': {
      const value = decodeXmlText(text.bytes, 0, Math.min(text.length, 64), context.part).trim();
      lines.error(column, isExcelError(value) && /^[\x20-\x7e]+$/.test(value) ? value : '#VALUE!');
      return;
    }
    case 'iso_date': {
      const date = dateTextOfIso(plainText(text));
      if (date === null) lines.error(column, 'not_a_number');
      else lines.date(column, date);
      return;
    }
  }
}

function writeNumber(cell: RawCell, lines: RowLines, context: CellContext): void {
  const { column, text } = cell;
  const start = afterSpace(text);
  const end = beforeSpace(text, start);
  if (!isStoredNumber(text.bytes, start, end)) {
    lines.error(column, 'not_a_number');
    return;
  }
  const kind = context.kindOfStyle(cell.style);
  if (kind !== 'number') {
    const date = dateTextOfSerial(numberOfStored(text.bytes, start, end), kind, context.dates1904);
    if (date !== null) {
      lines.date(column, date);
      return;
    }
  }
  lines.number(column, text.bytes, start, end);
}

function plainText(text: TextCollector): string {
  return text.bytes.toString('latin1', 0, Math.min(text.length, 64)).trim();
}

function afterSpace(text: TextCollector): number {
  let at = 0;
  while (at < text.length && (text.bytes[at] ?? 0) <= 0x20) at++;
  return at;
}

function beforeSpace(text: TextCollector, start: number): number {
  let at = text.length;
  while (at > start && (text.bytes[at - 1] ?? 0) <= 0x20) at--;
  return at;
}
