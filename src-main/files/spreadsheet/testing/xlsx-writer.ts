import { type ZipEntry, zipOf } from './zip-writer.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type SheetXml = {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** The rows, as they stand inside sheetData. */
  readonly rows?: string;
  /** What follows sheetData, such as mergeCells. */
  readonly after?: string;
  /** What stands before sheetData, such as dimension and cols. */
  readonly before?: string;
  /** The whole part instead. */
  readonly xml?: string | Buffer;
};

export type WorkbookXml = {
  readonly sheets: readonly SheetXml[];
  /** `<si>` elements, or plain texts that become ones. */
  readonly strings?: readonly string[];
  /** Format code or built-in number of each style, from style 0 on. */
  readonly formats?: readonly (string | number)[];
  readonly workbookPr?: string;
  /** Replaces parts of these names, adds others; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Buffer | null>>;
};

/** The parts of a workbook, written as plainly as the format allows; tests bend them from here. */
export function partsOf(workbook: WorkbookXml): ZipEntry[] {
  const { sheets, strings, formats } = workbook;
  const parts: Record<string, string | Buffer | null> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${workbook.workbookPr ?? ''}<sheets>${sheets
      .map(({ name, state }, i) => {
        const visibility = state === undefined ? '' : ` state="${state}"`;
        return `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${visibility} r:id="rId${i + 1}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['rId9001', 'styles', 'styles.xml'],
      ['rId9002', 'sharedStrings', 'sharedStrings.xml'],
    ]),
  };
  for (const [i, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  if (strings !== undefined) {
    const items = strings.map((text) =>
      text.startsWith('<si') ? text : `<si><t xml:space="preserve">${text}</t></si>`,
    );
    parts['xl/sharedStrings.xml'] = `${DECLARATION}<sst xmlns="${MAIN}">${items.join('')}</sst>`;
  }
  if (formats !== undefined) parts['xl/styles.xml'] = stylesXml(formats);
  Object.assign(parts, workbook.parts);
  return Object.entries(parts).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
}

export function xlsxOf(workbook: WorkbookXml): Buffer {
  return zipOf(partsOf(workbook));
}

export function sheetXml(sheet: SheetXml): string | Buffer {
  if (sheet.xml !== undefined) return sheet.xml;
  return `${DECLARATION}<worksheet xmlns="${MAIN}">${sheet.before ?? ''}<sheetData>${sheet.rows ?? ''}</sheetData>${sheet.after ?? ''}</worksheet>`;
}

export function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const type = (part: string, name: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, i) => type(`worksheets/sheet${i + 1}`, 'worksheet'));
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('workbook', 'sheet.main')}${sheets.join('')}${type('styles', 'styles')}${type('sharedStrings', 'sharedStrings')}</Types>`;
}

function stylesXml(formats: readonly (string | number)[]): string {
  const custom = formats.flatMap((format, i) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`);
  return `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
