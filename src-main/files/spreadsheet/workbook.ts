import { asUtf8 } from './part-encoding.ts';
import { damaged, ReadingFailure } from './reading-failure.ts';
import { RelationshipsPart, relationshipsPathOf, resolveTarget } from './relationships-part.ts';
import { SharedStrings, sharedStringsHandler } from './shared-strings.ts';
import { StylesPart } from './styles-part.ts';
import { type SheetEntry, WorkbookPart } from './workbook-part.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';
import type { ZipParts } from './zip-parts.ts';

const DEFAULT_WORKBOOK = 'xl/workbook.xml';

export type WorksheetEntry = {
  readonly name: string;
  readonly visibility: SheetEntry['visibility'];
  readonly part: string;
};

/** A workbook whose tabs are known and whose cells are still unread. */
export type Workbook = {
  readonly zip: ZipParts;
  /** Tabs with cells, in their order; charts and dialogs are left out. */
  readonly sheets: readonly WorksheetEntry[];
  readonly dates1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
};

/** Reads one part from begin to end. `onChunk` is told after each chunk. Throws ReadingFailure. */
export async function readPart(
  zip: ZipParts,
  part: string,
  handler: XmlHandler,
  onChunk: () => void = () => {},
): Promise<void> {
  const scanner = new XmlScanner(part, handler);
  for await (const chunk of asUtf8(zip.read(part), part)) {
    scanner.write(chunk);
    onChunk();
  }
  scanner.finish();
}

/** Throws ReadingFailure, also when the zip is something other than a workbook. */
export async function openWorkbook(zip: ZipParts): Promise<Workbook> {
  const workbookPath = await findWorkbook(zip);
  const workbook = new WorkbookPart(workbookPath);
  await readPart(zip, workbookPath, workbook.handler);
  const relationships = await relationshipsOf(zip, workbookPath);

  const sheets: WorksheetEntry[] = [];
  for (const [index, { name, visibility, relationshipId }] of workbook.sheets.entries()) {
    const relationship = relationships.find(({ id }) => id === relationshipId);
    if (relationship !== undefined && relationship.type !== 'worksheet') continue;
    const part =
      relationship !== undefined
        ? resolveTarget(workbookPath, relationship.target)
        : resolveTarget(workbookPath, `worksheets/sheet${index + 1}.xml`);
    sheets.push({ name, visibility, part });
  }
  if (sheets.length === 0) throw new ReadingFailure({ kind: 'no_sheet' });

  const partOfType = (type: string, usual: string): string | null => {
    const target = relationships.find((relationship) => relationship.type === type)?.target ?? usual;
    const path = resolveTarget(workbookPath, target);
    return zip.has(path) ? path : null;
  };
  return {
    zip,
    sheets,
    dates1904: workbook.dates1904,
    stylesPart: partOfType('styles', 'styles.xml'),
    stringsPart: partOfType('sharedStrings', 'sharedStrings.xml'),
  };
}

export async function readStyles({ zip, stylesPart }: Workbook): Promise<StylesPart> {
  const styles = new StylesPart(stylesPart ?? '');
  if (stylesPart !== null) await readPart(zip, stylesPart, styles.handler);
  return styles;
}

export async function readSharedStrings({ zip, stringsPart }: Workbook, onChunk: () => void): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (stringsPart !== null) {
    await readPart(zip, stringsPart, sharedStringsHandler(strings, stringsPart), onChunk);
  }
  return strings;
}

async function relationshipsOf(zip: ZipParts, part: string): Promise<RelationshipsPart['all']> {
  const path = relationshipsPathOf(part);
  const relationships = new RelationshipsPart(path);
  if (zip.has(path)) await readPart(zip, path, relationships.handler);
  return relationships.all;
}

async function findWorkbook(zip: ZipParts): Promise<string> {
  const main = (await relationshipsOf(zip, '')).find(({ type }) => type === 'officeDocument');
  const path = main === undefined ? DEFAULT_WORKBOOK : resolveTarget('', main.target);
  const lower = path.toLowerCase();
  if (lower.endsWith('.bin')) throw new ReadingFailure({ kind: 'xlsb' });
  if (lower.startsWith('word/')) throw new ReadingFailure({ kind: 'not_a_spreadsheet', looksLike: 'word' });
  if (lower.startsWith('ppt/')) throw new ReadingFailure({ kind: 'not_a_spreadsheet', looksLike: 'powerpoint' });
  if (zip.has(path)) return path;
  if (zip.has(DEFAULT_WORKBOOK)) return DEFAULT_WORKBOOK;
  return refuseOtherZip(zip);
}

async function refuseOtherZip(zip: ZipParts): Promise<never> {
  if (zip.has('xl/workbook.bin')) throw new ReadingFailure({ kind: 'xlsb' });
  if (zip.has('mimetype')) {
    let mimetype = '';
    for await (const chunk of zip.read('mimetype')) mimetype = `${mimetype}${chunk.toString('latin1')}`.slice(0, 200);
    if (mimetype.includes('opendocument.spreadsheet')) throw new ReadingFailure({ kind: 'ods' });
  }
  for (const name of zip.names()) {
    if (name.endsWith('.iwa')) throw new ReadingFailure({ kind: 'numbers' });
    if (name.startsWith('xl/')) throw damaged(DEFAULT_WORKBOOK);
  }
  throw new ReadingFailure({ kind: 'not_a_spreadsheet', looksLike: 'archive' });
}
