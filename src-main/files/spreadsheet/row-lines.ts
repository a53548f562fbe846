import { isUtf8 } from 'node:buffer';
import type { CellError } from '../../../src-shared/files-in/sheet-cell.ts';
import { LIMITS } from './limits.ts';
import { isCopiedAsIs, toLineText } from './line-text.ts';
import { damaged, tooBig } from './reading-failure.ts';

const TAB = 0x09;
const NEWLINE = 0x0a;

/** Hands on blocks when they reach this size; a block always ends with a whole row. */
const BLOCK_BYTES = 1024 * 1024;

/**
 * Writes rows as lines of UTF-8, the form in which they are put aside for the import (staged-rows.ts reads them):
 *
 *     12h⇥s张三⇥⇥n13800138000⇥d2026-03-05⇥b1⇥e#N/A⏎
 *
 * row number (h = hidden), then a tab before each cell and a letter before its value, as in SheetCell; a number
 * as its stored text; nothing for a blank cell. Tab, line feed and backslash in texts are written \t \n \\.
 * Bytes go from the workbook to the line without becoming strings: that is where the speed is.
 */
export class RowLines {
  /** Cells and columns that held something, over all rows. */
  cells = 0;
  usedColumns = 0;
  bytesWritten = 0;

  readonly #part: string;
  readonly #onBlock: (block: Buffer) => void;
  #out: Buffer = Buffer.allocUnsafe(BLOCK_BYTES + 256 * 1024);
  #length = 0;
  #rowStart = 0;
  #cellsStart = 0;
  #nextColumn = 0;
  #loose: Map<number, string> | null = null;
  #looseColumn = 0;

  /** `part` is named in problems; `onBlock` gets a view that is reused afterwards. */
  constructor(part: string, onBlock: (block: Buffer) => void) {
    this.#part = part;
    this.#onBlock = onBlock;
  }

  beginRow(row: number, isHidden: boolean): void {
    this.#rowStart = this.#length;
    this.#ascii(isHidden ? `${row}h` : String(row));
    this.#cellsStart = this.#length;
    this.#nextColumn = 0;
  }

  /** Returns whether the row held anything; an empty one leaves no line. */
  endRow(): boolean {
    if (this.#loose !== null) this.#orderLooseCells(this.#loose);
    if (this.#length === this.#cellsStart) {
      this.#length = this.#rowStart;
      return false;
    }
    this.#reserve(1);
    this.#out[this.#length++] = NEWLINE;
    if (this.#length >= BLOCK_BYTES) this.flush();
    return true;
  }

  flush(): void {
    if (this.#length === 0) return;
    const block = this.#out.subarray(0, this.#length);
    if (!isUtf8(block)) throw damaged(this.#part);
    this.bytesWritten += block.length;
    if (this.bytesWritten > LIMITS.rowsBytes) throw tooBig('rows_bytes', LIMITS.rowsBytes);
    this.#onBlock(block);
    this.#length = 0;
  }

  /** A text that toLineText() made ready. `column` counts from 0, here and below. */
  readyText(column: number, bytes: Uint8Array, start: number, length: number): void {
    if (length === 0) return;
    this.#beginCell(column, 0x73);
    this.#copy(bytes, start, start + length);
  }

  /** A text as it stands in the XML. */
  xmlText(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    if (isCopiedAsIs(bytes, start, end)) {
      this.#beginCell(column, 0x73);
      this.#copy(bytes, start, end);
    } else {
      const text = toLineText(bytes, start, end, this.#part);
      this.readyText(column, text, 0, text.length);
    }
  }

  /** A number as stored; the caller has checked that it is one. */
  number(column: number, bytes: Uint8Array, start: number, end: number): void {
    this.#beginCell(column, 0x6e);
    this.#copy(bytes, start, end);
  }

  date(column: number, text: string): void {
    this.#beginCell(column, 0x64);
    this.#ascii(text);
  }

  truth(column: number, value: boolean): void {
    this.#beginCell(column, 0x62);
    this.#ascii(value ? '1' : '0');
  }

  error(column: number, error: CellError): void {
    this.#beginCell(column, 0x65);
    this.#ascii(error);
  }

  #beginCell(column: number, letter: number): void {
    if (column >= LIMITS.columns) throw tooBig('columns', LIMITS.columns);
    if (++this.cells > LIMITS.cells) throw tooBig('cells', LIMITS.cells);
    if (column >= this.usedColumns) this.usedColumns = column + 1;
    if (this.#loose !== null || column < this.#nextColumn) {
      this.#beginLooseCell(column);
      this.#reserve(1);
    } else {
      const tabs = column - this.#nextColumn + 1;
      this.#reserve(tabs + 1);
      for (let i = 0; i < tabs; i++) this.#out[this.#length++] = TAB;
      this.#nextColumn = column + 1;
    }
    this.#out[this.#length++] = letter;
  }

  /**
   * A cell that stands left of one before it: no spreadsheet program writes that, careless generators do.
   * From there on the row's cells are kept apart and put in order when it ends; of two in one place the last counts.
   */
  #beginLooseCell(column: number): void {
    if (this.#loose === null) {
      const ordered = this.#out.toString('utf8', this.#cellsStart, this.#length).split('\t').slice(1);
      this.#loose = new Map(ordered.entries());
      this.#length = this.#cellsStart;
    } else {
      this.#keepLooseCell(this.#loose);
    }
    this.#looseColumn = column;
  }

  #keepLooseCell(loose: Map<number, string>): void {
    loose.set(this.#looseColumn, this.#out.toString('utf8', this.#cellsStart, this.#length));
    this.#length = this.#cellsStart;
  }

  #orderLooseCells(loose: Map<number, string>): void {
    this.#keepLooseCell(loose);
    let line = '';
    const lastColumn = Math.max(...loose.keys());
    for (let column = 0; column <= lastColumn; column++) line += `\t${loose.get(column) ?? ''}`;
    const bytes = Buffer.from(line, 'utf8');
    this.#copy(bytes, 0, bytes.length);
    this.#loose = null;
  }

  #copy(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(end - start);
    const out = this.#out;
    let length = this.#length;
    for (let i = start; i < end; i++) out[length++] = bytes[i] ?? 0;
    this.#length = length;
  }

  #ascii(text: string): void {
    this.#reserve(text.length);
    const out = this.#out;
    let length = this.#length;
    for (let i = 0; i < text.length; i++) out[length++] = text.charCodeAt(i);
    this.#length = length;
  }

  #reserve(extra: number): void {
    const needed = this.#length + extra;
    if (needed <= this.#out.length) return;
    const grown = Buffer.allocUnsafe(needed * 2);
    grown.set(this.#out.subarray(0, this.#length));
    this.#out = grown;
  }
}
