import { constants, deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { SpreadsheetProblem } from '../../../src-shared/files-in/spreadsheet-problem.ts';
import { sideProcesses } from '../../ipc/testing/side-processes.ts';
import { forkNodeReader } from './fork-node-reader.ts';
import { createSpreadsheetReader } from './reader-host.ts';
import { withFile } from './testing/read-back.ts';
import { partsOf, type SheetXml, sheetXml, xlsxOf } from './testing/xlsx-writer.ts';
import { type ZipEntry, zipOf } from './testing/zip-writer.ts';

const reader = createSpreadsheetReader(forkNodeReader(sideProcesses().reader, 'ignore'));
const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 1024 * 1024;
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** What the app learns about a file, having given it to a reading process as it would in earnest. */
async function read(content: Buffer | string): Promise<SpreadsheetProblem | { rows: number; peakMb: number }> {
  return withFile(content, async (path) => {
    const startedAt = performance.now();
    const result = await reader.inspect(path);
    lastReadMs = performance.now() - startedAt;
    if (!result.ok) return result.error;
    return { rows: result.value.sheets[0]?.rows ?? -1, peakMb: result.value.peakMb };
  });
}

function withEntry(sheet: SheetXml, change: (entry: ZipEntry) => ZipEntry): Buffer {
  return zipOf(partsOf({ sheets: [sheet] }).map((entry) => (entry.name === SHEET ? change(entry) : entry)));
}

/** Numbers without a pattern, so that the file packs as badly as an honest one and passes the pre-scan. */
function scattered(count: number, text: (n: number) => string): string {
  return Array.from({ length: count }, (_, i) => text((i * 7_919) % 99_991)).join('');
}

let lastReadMs = 0;

describe('files that stop other readers', () => {
  it.each<[string, SheetXml]>([
    ['a merge of the whole sheet', { rows: one, after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }],
    ['a column up to 300,000,000', { rows: one, before: '<cols><col min="1" max="300000000" width="9"/></cols>' }],
    ['a forged dimension', { rows: one, before: '<dimension ref="A1:XFD1048576"/>' }],
    [
      '100,000 merges',
      { rows: one, after: `<mergeCells>${scattered(100_000, (n) => `<mergeCell ref="A1:XFD${n}"/>`)}</mergeCells>` },
    ],
    [
      'a million elements within each other',
      { rows: one, after: scattered(1_000_000, (n) => `<a${n}>`) + '</a>'.repeat(1_000_000) },
    ],
    ['50,000 attributes on one tag', { rows: one, after: `<a ${scattered(50_000, (n) => `b${n}="" `)}/>` }],
  ])('are simply read: %s', async (_what, sheet) => {
    const found = await read(xlsxOf({ sheets: [sheet] }));
    expect(found).toMatchObject({ rows: 1 });
    expect('peakMb' in found && found.peakMb).toBeLessThan(250);
  });

  it('are simply read: a sheet numbered 4,000,000,000', async () => {
    const parts = partsOf({ sheets: [{ rows: one }] }).map((part) => ({
      ...part,
      data: String(part.data).replace('sheetId="1"', 'sheetId="4000000000"'),
    }));
    expect(await read(zipOf(parts))).toMatchObject({ rows: 1 });
  });

  it('are read with an error in each cell: a million texts that are not in the list', async () => {
    const row = `<row>${scattered(1000, (n) => `<c t="s"><v>${4_200_000_000 + n}</v></c>`)}</row>`;
    const rows = scattered(1000, (n) => row.replaceAll('42', `${42 + (n % 50)}`));
    expect(await read(xlsxOf({ sheets: [{ rows }], strings: ['x'] }))).toMatchObject({ rows: 1000 });
  });

  it.each<[string, string, SpreadsheetProblem]>([
    [
      'row 900,000,000',
      '<row r="900000000"><c><v>1</v></c></row>',
      { kind: 'too_big', what: 'rows', limit: 1_048_576 },
    ],
    [
      'row 900,000,000 by its cell',
      '<row><c r="A900000000"><v>1</v></c></row>',
      { kind: 'too_big', what: 'rows', limit: 1_048_576 },
    ],
    [
      'column ZZZZZZ',
      '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>',
      { kind: 'too_big', what: 'columns', limit: 1_000 },
    ],
    [
      '2,000 columns',
      `<row>${'<c><v>1</v></c>'.repeat(2_000)}</row>`,
      { kind: 'too_big', what: 'columns', limit: 1_000 },
    ],
    [
      'one text of 2 MB',
      `<row><c t="str"><v>${'长'.repeat(700_000)}</v></c></row>`,
      { kind: 'too_big', what: 'ratio', limit: 200 },
    ],
    ['a tag that never ends', `${one}<row r="2`, { kind: 'damaged', part: SHEET }],
    ['an attribute that never ends', `${one}<row r="2"><c r="A2><v>1</v></c></row>`, { kind: 'damaged', part: SHEET }],
    ['elements that never close', `${one}<row>`, { kind: 'damaged', part: SHEET }],
    ['an end before its begin', `</row>${one}</sheetData></worksheet></x>`, { kind: 'damaged', part: SHEET }],
  ])('are refused: %s', async (_what, rows, problem) => {
    expect(await read(xlsxOf({ sheets: [{ rows }] }))).toEqual(problem);
  });

  it('are refused: one text of 2 MB that hardly packs', async () => {
    const text = scattered(300_000, (n) => `${n.toString(36)} `);
    expect(await read(xlsxOf({ sheets: [{ rows: `<row><c t="str"><v>${text}${text}</v></c></row>` }] }))).toEqual({
      kind: 'too_big',
      what: 'text_bytes',
      limit: MB,
    });
  });

  it('are refused: a long text that a million cells show', async () => {
    const text = scattered(6_000, (n) => `${n.toString(36)} `);
    const rows = scattered(100, (n) => `<row>${scattered(900, (m) => `<c t="s" s="${n + m}"><v>0</v></c>`)}</row>`);
    expect(await read(xlsxOf({ sheets: [{ rows }], strings: [text] }))).toEqual({
      kind: 'too_big',
      what: 'rows_bytes',
      limit: 512 * MB,
    });
  });

  it.each([
    ['billion laughs', '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'],
    ['a file of the computer', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'],
    ['small letters', '<!doctype html>'],
  ])('are refused: a DOCTYPE, %s', async (_what, doctype) => {
    const xml = String(sheetXml({ rows: one })).replace('<worksheet', `${doctype}<worksheet`);
    expect(await read(xlsxOf({ sheets: [{ xml }] }))).toEqual({ kind: 'unsafe_xml', part: SHEET });
  });

  it('are refused: the same sheet 600 times', async () => {
    const sheets = Array.from({ length: 600 }, (_, i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`).join('');
    const parts = partsOf({ sheets: [{ rows: one }] }).map((part) => ({
      ...part,
      data: String(part.data).replace(/<sheet .*\/>/, sheets),
    }));
    expect(await read(zipOf(parts))).toEqual({ kind: 'too_big', what: 'sheets', limit: 500 });
  });

  it('are refused: a large sheet that stands behind a hundred tabs', async () => {
    const filler = scattered(1_500_000, (n) => `${n} `);
    const sheets = Array.from({ length: 100 }, (_, i) => `<sheet name="s${i}" sheetId="${i}" r:id="rId1"/>`).join('');
    const parts = partsOf({ sheets: [{ rows: one, after: `<!--${filler}-->` }] }).map((part) =>
      part.name === 'xl/workbook.xml' ? { ...part, data: String(part.data).replace(/<sheet .*\/>/, sheets) } : part,
    );
    expect(await read(zipOf(parts))).toEqual({ kind: 'too_big', what: 'total_bytes', limit: 512 * MB });
  }, 60_000);
});

describe('zip files that lie', () => {
  afterEach(() => {
    // Refused by the pre-scan: two seconds with the start of the process, generous on a busy machine.
    expect(lastReadMs).toBeLessThan(4_000);
  });

  it('10,000 entries', async () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => ({ name: `xl/media/${i}.png`, data: '', isStored: true }));
    expect(await read(zipOf([...partsOf({ sheets: [{ rows: one }] }), ...entries]))).toEqual({
      kind: 'too_big',
      what: 'entries',
      limit: 1_000,
    });
  });

  it('600 MB of spaces, honestly declared', async () => {
    const spaces = deflateRawSync(Buffer.alloc(8 * MB, ' '));
    const book = withEntry({ rows: one }, (entry) => ({
      ...entry,
      data: spaces,
      isPacked: true,
      claimedSize: 600 * MB,
    }));
    expect(await read(book)).toEqual({ kind: 'too_big', what: 'entry_bytes', limit: 128 * MB });
  });

  it('600 MB in parts', async () => {
    const entries = Array.from({ length: 6 }, (_, i) => ({
      name: `xl/media/${i}`,
      data: Buffer.alloc(MB),
      isStored: true,
      claimedSize: 100 * MB,
    }));
    expect(await read(zipOf([...partsOf({ sheets: [{ rows: one }] }), ...entries]))).toEqual({
      kind: 'too_big',
      what: 'total_bytes',
      limit: 512 * MB,
    });
  });

  it('a ratio of a thousand', async () => {
    const rows = `${one}${' '.repeat(20 * MB)}`;
    expect(await read(xlsxOf({ sheets: [{ rows }] }))).toEqual({ kind: 'too_big', what: 'ratio', limit: 200 });
  });

  it('600 MB of spaces declared as 500 bytes, of which hardly more than 500 are unpacked', async () => {
    const eight = deflateRawSync(Buffer.alloc(8 * MB, ' '), { finishFlush: constants.Z_FULL_FLUSH });
    const data = Buffer.concat([...new Array<Buffer>(75).fill(eight), deflateRawSync('')]);
    expect(await read(withEntry({}, (entry) => ({ ...entry, data, isPacked: true, claimedSize: 500 })))).toEqual({
      kind: 'damaged',
      part: SHEET,
    });
  });

  it('500 bytes declared as 900,000', async () => {
    expect(
      await read(withEntry({ rows: one }, (entry) => ({ ...entry, isStored: true, claimedSize: 900_000 }))),
    ).toEqual({ kind: 'damaged', part: SHEET });
  });

  it('a wrong checksum', async () => {
    expect(await read(withEntry({ rows: one }, (entry) => ({ ...entry, claimedCrc: 1 })))).toEqual({
      kind: 'damaged',
      part: SHEET,
    });
  });

  it('packed data that is none', async () => {
    const junk = Buffer.from('这不是压缩数据'.repeat(10));
    expect(
      await read(withEntry({ rows: one }, (entry) => ({ ...entry, data: junk, isPacked: true, claimedSize: 500 }))),
    ).toEqual({ kind: 'damaged', part: SHEET });
  });

  it('an entry behind a password', async () => {
    expect(await read(withEntry({ rows: one }, (entry) => ({ ...entry, isEncrypted: true })))).toEqual({
      kind: 'password',
    });
  });

  it.each([0.3, 0.6, 0.95])('a file cut off after %f of it', async (share) => {
    const book = xlsxOf({ sheets: [{ rows: one }] });
    expect(await read(book.subarray(0, Math.floor(book.length * share)))).toEqual({ kind: 'damaged', part: 'zip' });
  });
});
