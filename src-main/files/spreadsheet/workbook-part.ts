import { LIMITS } from './limits.ts';
import { tooBig } from './reading-failure.ts';
import { nameKey } from './xml-names.ts';
import type { XmlHandler, XmlScanner } from './xml-scanner.ts';
import { decodeXmlText } from './xml-text.ts';

const SHEET = nameKey('sheet');
const SHEETS = nameKey('sheets');
const NAME = nameKey('name');
const STATE = nameKey('state');
const ID = nameKey('id');
const WORKBOOK_PR = nameKey('workbookPr');
const DATE_1904 = nameKey('date1904');

export type SheetEntry = {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** '' when the file gives none */
  readonly relationshipId: string;
};

/** The tabs of xl/workbook.xml in their order, and from which year its days are counted. */
export class WorkbookPart {
  readonly sheets: SheetEntry[] = [];
  dates1904 = false;
  readonly handler: XmlHandler;
  readonly #part: string;
  #isInSheets = false;

  constructor(part: string) {
    this.#part = part;
    this.handler = {
      open: (name, scanner) => {
        if (name === SHEETS) this.#isInSheets = true;
        else if (name === SHEET && this.#isInSheets) this.#addSheet(scanner);
        else if (name === WORKBOOK_PR) this.#readProperties(scanner);
      },
      close: (name) => {
        if (name === SHEETS) this.#isInSheets = false;
      },
      text: () => {},
    };
  }

  #addSheet(scanner: XmlScanner): void {
    let name = '';
    let state = '';
    let relationshipId = '';
    while (scanner.nextAttribute()) {
      const value = decodeXmlText(scanner.bytes, scanner.valueStart, scanner.valueEnd, this.#part);
      if (scanner.attributeName === NAME) name = value;
      else if (scanner.attributeName === STATE) state = value;
      else if (scanner.attributeName === ID) relationshipId = value;
    }
    const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
    if (this.sheets.push({ name, visibility, relationshipId }) > LIMITS.sheets) throw tooBig('sheets', LIMITS.sheets);
  }

  #readProperties(scanner: XmlScanner): void {
    while (scanner.nextAttribute()) {
      if (scanner.attributeName !== DATE_1904) continue;
      const value = scanner.bytes.toString('latin1', scanner.valueStart, scanner.valueEnd);
      this.dates1904 = value === '1' || value === 'true';
    }
  }
}
