import { wholeNumberOf } from './cell-reference.ts';
import { LIMITS } from './limits.ts';
import { kindOfBuiltInFormat, kindOfFormatCode, type NumberKind } from './number-format.ts';
import { tooBig } from './reading-failure.ts';
import { nameKey } from './xml-names.ts';
import type { XmlHandler, XmlScanner } from './xml-scanner.ts';
import { decodeXmlText } from './xml-text.ts';

const NUM_FMT = nameKey('numFmt');
const CELL_XFS = nameKey('cellXfs');
const XF = nameKey('xf');
const NUM_FMT_ID = nameKey('numFmtId');
const FORMAT_CODE = nameKey('formatCode');

/** Of xl/styles.xml the one thing that matters here: which styles make a date of a number. */
export class StylesPart {
  readonly handler: XmlHandler;
  readonly #formats = new Map<number, NumberKind>();
  readonly #formatOfStyle: number[] = [];
  readonly #part: string;
  #kinds: NumberKind[] | null = null;
  #isInCellXfs = false;

  constructor(part: string) {
    this.#part = part;
    this.handler = {
      open: (name, scanner) => {
        if (name === CELL_XFS) this.#isInCellXfs = true;
        else if (name === XF && this.#isInCellXfs) this.#addStyle(scanner);
        else if (name === NUM_FMT) this.#addFormat(scanner);
      },
      close: (name) => {
        if (name === CELL_XFS) this.#isInCellXfs = false;
      },
      text: () => {},
    };
  }

  /** A style that the file does not hold makes a plain number. */
  readonly kindOfStyle = (style: number): NumberKind => {
    this.#kinds ??= this.#formatOfStyle.map((id) => this.#formats.get(id) ?? kindOfBuiltInFormat(id));
    return this.#kinds[style] ?? 'number';
  };

  #addStyle(scanner: XmlScanner): void {
    let id = 0;
    while (scanner.nextAttribute()) {
      if (scanner.attributeName === NUM_FMT_ID) id = wholeNumberOf(scanner.bytes, scanner.valueStart, scanner.valueEnd);
    }
    if (this.#formatOfStyle.push(id) > LIMITS.styles) throw tooBig('styles', LIMITS.styles);
  }

  #addFormat(scanner: XmlScanner): void {
    let id = -1;
    let code: string | null = null;
    while (scanner.nextAttribute()) {
      const { bytes, attributeName, valueStart, valueEnd } = scanner;
      if (attributeName === NUM_FMT_ID) id = wholeNumberOf(bytes, valueStart, valueEnd);
      else if (attributeName === FORMAT_CODE) code = decodeXmlText(bytes, valueStart, valueEnd, this.#part);
    }
    if (id < 0 || code === null) return;
    this.#formats.set(id, kindOfFormatCode(code));
    if (this.#formats.size > LIMITS.styles) throw tooBig('styles', LIMITS.styles);
  }
}
