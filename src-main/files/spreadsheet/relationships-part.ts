import { LIMITS } from './limits.ts';
import { tooBig } from './reading-failure.ts';
import { nameKey } from './xml-names.ts';
import type { XmlHandler, XmlScanner } from './xml-scanner.ts';
import { decodeXmlText } from './xml-text.ts';

const RELATIONSHIP = nameKey('Relationship');
const ID = nameKey('Id');
const TYPE = nameKey('Type');
const TARGET = nameKey('Target');
const TARGET_MODE = nameKey('TargetMode');

export type Relationship = {
  readonly id: string;
  /** The last word of the type's address (`worksheet`, `styles`), equal in transitional and strict files. */
  readonly type: string;
  readonly target: string;
};

/** The relationships of a .rels part that stay inside the file. */
export class RelationshipsPart {
  readonly all: Relationship[] = [];
  readonly handler: XmlHandler;
  readonly #part: string;

  constructor(part: string) {
    this.#part = part;
    this.handler = {
      open: (name, scanner) => {
        if (name === RELATIONSHIP) this.#add(scanner);
      },
      close: () => {},
      text: () => {},
    };
  }

  #add(scanner: XmlScanner): void {
    let id = '';
    let type = '';
    let target = '';
    let isExternal = false;
    while (scanner.nextAttribute()) {
      const value = decodeXmlText(scanner.bytes, scanner.valueStart, scanner.valueEnd, this.#part);
      if (scanner.attributeName === ID) id = value;
      else if (scanner.attributeName === TYPE) type = value.slice(value.lastIndexOf('/') + 1);
      else if (scanner.attributeName === TARGET) target = value;
      else if (scanner.attributeName === TARGET_MODE) isExternal = value === 'External';
    }
    if (isExternal) return;
    if (this.all.push({ id, type, target }) > LIMITS.zipEntries * 10) throw tooBig('entries', LIMITS.zipEntries * 10);
  }
}

/** Where a relationship of the part `from` points: absolute or relative, `.`, `..` and backslashes resolved. */
export function resolveTarget(from: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels` */
export function relationshipsPathOf(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}
