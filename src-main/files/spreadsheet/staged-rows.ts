import { closeSync, openSync, readSync } from 'node:fs';
import type { CellError, SheetCell, SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import { fromLineText } from './line-text.ts';

const NEWLINE = 0x0a;
const READ_BYTES = 1024 * 1024;

/**
 * The rows that `stage` put aside, in the sheet's order, one block of about 1 MB in memory at a time. Synchronous,
 * for a job in a thread of its own; the file is closed when the iteration ends, also early.
 */
export function* readStagedRows(file: string): Generator<SheetRow, void, undefined> {
  const fd = openSync(file, 'r');
  try {
    let buffer = Buffer.allocUnsafe(READ_BYTES);
    let length = 0;
    for (;;) {
      if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
      const read = readSync(fd, buffer, length, buffer.length - length, null);
      length += read;
      const wholeLines = buffer.subarray(0, length).lastIndexOf(NEWLINE) + 1;
      // A line feed is never part of a longer character, so whole lines hold whole characters.
      yield* rowsOfLines(buffer.toString('utf8', 0, wholeLines));
      buffer.copyWithin(0, wholeLines, length);
      length -= wholeLines;
      if (read === 0) break;
    }
    if (length > 0) throw new Error(`staged rows: ${file} ends inside a row`);
  } finally {
    closeSync(fd);
  }
}

/** Rows of complete lines as RowLines writes them. */
export function* rowsOfLines(lines: string): Generator<SheetRow, void, undefined> {
  let start = 0;
  for (let end = lines.indexOf('\n'); end !== -1; end = lines.indexOf('\n', start)) {
    yield rowOfLine(lines.slice(start, end));
    start = end + 1;
  }
}

function rowOfLine(line: string): SheetRow {
  const fields = line.split('\t');
  const head = fields[0] ?? '';
  const cells: (SheetCell | null)[] = new Array(fields.length - 1);
  for (let i = 1; i < fields.length; i++) cells[i - 1] = cellOfField(fields[i] ?? '');
  return head.endsWith('h') ? { row: Number(head.slice(0, -1)), hidden: true, cells } : { row: Number(head), cells };
}

function cellOfField(field: string): SheetCell | null {
  if (field === '') return null;
  const value = field.slice(1);
  switch (field.charCodeAt(0)) {
    case 0x73:
      return { t: 's', v: fromLineText(value) };
    case 0x6e:
      return { t: 'n', v: to15Digits(value), raw: value };
    case 0x64:
      return { t: 'd', v: value };
    case 0x62:
      return { t: 'b', v: value === '1' };
    case 0x65:
      return { t: 'e', v: cellErrorOf(value) };
    default:
      throw new Error(`staged rows: unknown cell ${field.slice(0, 20)}`);
  }
}

/** Excel shows 15 significant digits: 0.1 + 0.2 was stored as 0.30000000000000004 and means 0.3. */
function to15Digits(raw: string): number {
  const value = Number(raw);
  return raw.length <= 15 ? value : Number(value.toPrecision(15));
}

function cellErrorOf(value: string): CellError {
  if (value === 'no_cached_value' || value === 'missing_text' || value === 'not_a_number') return value;
  return isExcelError(value) ? value : '#VALUE!';
}

export function isExcelError(text: string): text is `#${string}` {
  return text.startsWith('#');
}
