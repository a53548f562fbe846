import type { MergedRange } from '../../../src-shared/files-in/workbook-info.ts';
import { columnOfReference, rangeOfReference, rowOfReference, wholeNumberOf } from './cell-reference.ts';
import { type CellContext, cellTypeOf, type RawCell, writeCell } from './cell-value.ts';
import { LIMITS } from './limits.ts';
import { tooBig } from './reading-failure.ts';
import type { RowLines } from './row-lines.ts';
import { TextCollector } from './text-collector.ts';
import { nameKey } from './xml-names.ts';
import type { XmlHandler, XmlScanner } from './xml-scanner.ts';

const SHEET_DATA = nameKey('sheetData');
const ROW = nameKey('row');
const CELL = nameKey('c');
const VALUE = nameKey('v');
const FORMULA = nameKey('f');
const INLINE = nameKey('is');
const TEXT = nameKey('t');
const PHONETIC = nameKey('rPh');
const MERGE = nameKey('mergeCell');
const REF = nameKey('ref');
const R = nameKey('r');
const S = nameKey('s');
const HIDDEN = nameKey('hidden');

/**
 * Reads xl/worksheets/sheetN.xml into lines. Everything a sheet claims about its size (dimension, cols, spans)
 * is passed over: only rows and cells that are really there count.
 */
export class SheetPart {
  rows = 0;
  hiddenRows = 0;
  lastRow = 0;
  readonly merges: MergedRange[] = [];
  readonly handler: XmlHandler;

  readonly #lines: RowLines;
  readonly #context: CellContext;
  readonly #cell: RawCell = {
    column: 0,
    type: 'number',
    style: 0,
    hasValue: false,
    hasFormula: false,
    text: new TextCollector(),
  };
  #row = 0;
  #isRowHidden = false;
  #hasRowBegun = false;
  #isRowNumberGiven = false;
  #isInData = false;
  #isInRow = false;
  #isInCell = false;
  #isInInline = false;
  #isInReading = false;
  #isCollecting = false;

  constructor(lines: RowLines, context: CellContext) {
    this.#lines = lines;
    this.#context = context;
    this.handler = {
      open: (name, scanner) => this.#open(name, scanner),
      close: (name) => this.#close(name),
      text: (bytes, start, end, isCdata) => {
        if (this.#isCollecting) this.#cell.text.append(bytes, start, end, isCdata);
      },
    };
  }

  #open(name: number, scanner: XmlScanner): void {
    if (this.#isInCell) this.#openInCell(name);
    else if (name === CELL && this.#isInRow) this.#beginCell(scanner);
    else if (name === ROW && this.#isInData) this.#beginRow(scanner);
    else if (name === SHEET_DATA) this.#isInData = true;
    else if (name === MERGE) this.#addMerge(scanner);
  }

  #openInCell(name: number): void {
    if (name === VALUE) {
      this.#cell.hasValue = true;
      this.#isCollecting = true;
    } else if (name === FORMULA) {
      this.#cell.hasFormula = true;
    } else if (name === INLINE) {
      this.#isInInline = true;
    } else if (name === TEXT) {
      this.#isCollecting = this.#isInInline && !this.#isInReading;
    } else if (name === PHONETIC) {
      this.#isInReading = true;
    }
  }

  #close(name: number): void {
    if (this.#isInCell) {
      if (name === VALUE || name === TEXT) this.#isCollecting = false;
      else if (name === CELL) this.#endCell();
      else if (name === PHONETIC) this.#isInReading = false;
      else if (name === INLINE) this.#isInInline = false;
    } else if (name === ROW && this.#isInRow) {
      this.#endRow();
    } else if (name === SHEET_DATA) {
      this.#isInData = false;
    }
  }

  #beginRow(scanner: XmlScanner): void {
    let given = 0;
    this.#isRowHidden = false;
    while (scanner.nextAttribute()) {
      const { bytes, valueStart, valueEnd } = scanner;
      if (scanner.attributeName === R) {
        given = Math.max(0, wholeNumberOf(bytes, valueStart, valueEnd));
      } else if (scanner.attributeName === HIDDEN) {
        // xsd:boolean is 1 or true
        this.#isRowHidden = bytes[valueStart] === 0x31 || bytes[valueStart] === 0x74;
      }
    }
    this.#isRowNumberGiven = given > 0;
    this.#row = given > 0 ? given : this.#row + 1;
    if (this.#row > LIMITS.rows) throw tooBig('rows', LIMITS.rows);
    this.#isInRow = true;
    this.#hasRowBegun = false;
    this.#cell.column = -1;
  }

  #beginCell(scanner: XmlScanner): void {
    const cell = this.#cell;
    cell.column++;
    cell.type = 'number';
    cell.style = 0;
    cell.hasValue = false;
    cell.hasFormula = false;
    cell.text.clear();
    this.#isInCell = true;
    while (scanner.nextAttribute()) {
      const { bytes, attributeName, valueStart, valueEnd } = scanner;
      if (attributeName === R) this.#placeCell(bytes, valueStart, valueEnd);
      else if (attributeName === S) cell.style = Math.max(0, wholeNumberOf(bytes, valueStart, valueEnd));
      else if (attributeName === TEXT) cell.type = cellTypeOf(bytes, valueStart, valueEnd);
    }
    if (!this.#hasRowBegun) {
      this.#lines.beginRow(this.#row, this.#isRowHidden);
      this.#hasRowBegun = true;
    }
  }

  #placeCell(bytes: Buffer, start: number, end: number): void {
    const column = columnOfReference(bytes, start, end);
    if (column >= 0) this.#cell.column = column;
    if (this.#isRowNumberGiven || this.#hasRowBegun) return;
    // The row says no number but its first cell does.
    const row = rowOfReference(bytes, start, end);
    if (row > LIMITS.rows) throw tooBig('rows', LIMITS.rows);
    if (row > 0) this.#row = row;
  }

  #endCell(): void {
    this.#isInCell = false;
    this.#isInInline = false;
    this.#isInReading = false;
    this.#isCollecting = false;
    writeCell(this.#cell, this.#lines, this.#context);
  }

  #endRow(): void {
    this.#isInRow = false;
    if (!this.#hasRowBegun || !this.#lines.endRow()) return;
    this.rows++;
    if (this.rows > LIMITS.rows) throw tooBig('rows', LIMITS.rows);
    if (this.#isRowHidden) this.hiddenRows++;
    if (this.#row > this.lastRow) this.lastRow = this.#row;
  }

  #addMerge(scanner: XmlScanner): void {
    if (this.merges.length >= LIMITS.merges) return;
    while (scanner.nextAttribute()) {
      if (scanner.attributeName !== REF) continue;
      const range = rangeOfReference(scanner.bytes.toString('latin1', scanner.valueStart, scanner.valueEnd));
      if (range !== null) this.merges.push(range);
    }
  }
}
