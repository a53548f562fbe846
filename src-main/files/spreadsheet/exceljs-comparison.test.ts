import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, type SheetCell, type SheetRow } from '../../../src-shared/files-in/sheet-cell.ts';
import { rowsOf } from './testing/read-back.ts';

type Value = { readonly written: ExcelJS.CellValue; readonly numFmt?: string; readonly read: string };

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('客', '户', 'A', ' ', '&', '<', '>', '"', "'", '\n', '𠮷', '_') }),
  )
  // exceljs writes what XML cannot hold as it is, and a literal _x0041_ unescaped.
  .filter((value) => !/[\p{Cc}\ufffe\uffff]|_x/u.test(value.replaceAll('\n', '')));
const day = fc.integer({ min: 61, max: 2_958_465 }).map((serial) => new Date((serial - 25_569) * 86_400_000));
const second = fc.integer({ min: 1, max: 86_399 });

/** What was written, and the text that a person must find again. */
const value: fc.Arbitrary<Value | null> = fc.oneof(
  fc.constant(null),
  text.map((written) => ({ written, read: written })),
  fc.array(text, { minLength: 1, maxLength: 4 }).map((runs) => ({
    written: { richText: runs.map((run) => ({ text: run, font: { bold: true } })) },
    read: runs.join(''),
  })),
  fc.integer().map((written) => ({ written, read: String(written) })),
  fc.integer({ min: -99_999_999, max: 99_999_999 }).map((fen) => ({ written: fen / 100, read: String(fen / 100) })),
  fc
    .constantFrom(13_800_138_000, 1e21, 1e-9)
    .map((written) => ({ written, read: cellText({ t: 'n', v: written, raw: '' }) })),
  day.map((written) => ({ written, numFmt: 'yyyy-mm-dd', read: written.toISOString().slice(0, 10) })),
  fc.tuple(day, second).map(([date, seconds]) => {
    const written = new Date(date.getTime() + seconds * 1000);
    return { written, numFmt: 'yyyy"年"m"月"d"日" h:mm', read: written.toISOString().slice(0, 19) };
  }),
  fc.boolean().map((written) => ({ written, read: written ? 'TRUE' : 'FALSE' })),
  fc
    .constantFrom('#N/A' as const, '#REF!' as const, '#DIV/0!' as const)
    .map((error) => ({ written: { error }, read: error })),
  fc.integer({ min: 1 }).map((result) => ({ written: { formula: 'A1+1', result }, read: String(result) })),
  text.filter((result) => result !== '').map((result) => ({ written: { formula: 'A1&"x"', result }, read: result })),
  fc.constant({ written: { formula: 'A1+1' }, read: 'no_cached_value' }),
  fc.webUrl().map((hyperlink) => ({ written: { text: '网站', hyperlink }, read: '网站' })),
);
const table = fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 12 });

async function written(rows: readonly (readonly (Value | null)[])[], useSharedStrings: boolean): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('客户');
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell === null) continue;
      const target = sheet.getCell(r + 1, c + 1);
      target.value = cell.written;
      if (cell.numFmt !== undefined) target.numFmt = cell.numFmt;
    }
  }
  const options = { useSharedStrings } satisfies Partial<ExcelJS.XlsxWriteOptions> & { useSharedStrings: boolean };
  return Buffer.from(await book.xlsx.writeBuffer(options));
}

/** Each cell that says something, by its place: `3:1` is row 3, column 1. */
function byPlace(rows: Iterable<readonly [row: number, column: number, text: string]>): Map<string, string> {
  return new Map(
    [...rows].filter(([, , found]) => found !== '').map(([row, column, found]) => [`${row}:${column}`, found]),
  );
}

function* placesOf(rows: readonly SheetRow[]): Generator<readonly [number, number, string]> {
  for (const { row, cells } of rows) {
    for (const [c, cell] of cells.entries()) yield [row, c + 1, cellText(cell satisfies SheetCell | null)];
  }
}

describe('a workbook that exceljs wrote', () => {
  it.each([true, false])('is read back cell by cell (shared texts: %s)', async (useSharedStrings) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const found = byPlace(placesOf(await rowsOf(await written(rows, useSharedStrings))));
        const expected = byPlace(
          rows.flatMap((row, r) => row.map((cell, c) => [r + 1, c + 1, cell?.read ?? ''] as const)),
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('and that exceljs reads as we do', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const file = await written(rows, true);
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(new Uint8Array(file).buffer);
        const theirs: [number, number, string][] = [];
        book.worksheets[0]?.eachRow((row, r) =>
          row.eachCell((cell, c) => theirs.push([r, c, textOfTheirs(cell.value)])),
        );
        expect(byPlace(placesOf(await rowsOf(file)))).toEqual(byPlace(theirs));
      }),
      { numRuns: 40 },
    );
  });
});

function textOfTheirs(found: ExcelJS.CellValue | undefined): string {
  if (found === null || found === undefined) return '';
  if (found instanceof Date) return found.toISOString().slice(0, 19).replace('T00:00:00', '');
  if (typeof found === 'number') return cellText({ t: 'n', v: found, raw: '' });
  if (typeof found === 'boolean') return found ? 'TRUE' : 'FALSE';
  if (typeof found === 'string') return found;
  if ('richText' in found) return found.richText.map((run) => run.text).join('');
  if ('error' in found) return found.error;
  if ('hyperlink' in found) return found.text;
  if ('formula' in found || 'sharedFormula' in found) {
    return found.result === undefined ? 'no_cached_value' : textOfTheirs(found.result);
  }
  throw new Error(`exceljs: ${JSON.stringify(found)}`);
}
