import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectSpreadsheet, stageSheet } from './read-spreadsheet.ts';
import { readStagedRows } from './staged-rows.ts';
import { cellsOf, inspect, problemOf, rowsOf, rowsOfSheet, withFile } from './testing/read-back.ts';
import { partsOf, relationships, sheetXml, xlsxOf } from './testing/xlsx-writer.ts';
import { zipOf } from './testing/zip-writer.ts';

const s = (v: string) => ({ t: 's', v });
const n = (v: number, raw = String(v)) => ({ t: 'n', v, raw });
const d = (v: string) => ({ t: 'd', v });
const e = (v: string) => ({ t: 'e', v });

describe('texts', () => {
  it('come from the shared list, from the cell itself and from formulas', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>杭州</t></is></c>' +
      '<c r="C1" t="str"><f>A1&amp;B1</f><v>张三杭州</v></c></row>';
    expect(await cellsOf(rows, { strings: ['李四', '张三'] })).toEqual([[s('张三'), s('杭州'), s('张三杭州')]]);
  });

  it('join the runs of rich text and leave the reading of Japanese and Chinese characters out', async () => {
    const rich =
      '<si><r><t>上海</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Foxx </t></r><r><t>贸易</t></r><rPh sb="0" eb="2"><t>シャンハイ</t></rPh><phoneticPr fontId="1"/></si>';
    const inline =
      '<c t="inlineStr"><is><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>';
    const rows = `<row><c t="s"><v>0</v></c>${inline}</row>`;
    expect(await cellsOf(rows, { strings: [rich] })).toEqual([[s('上海 Foxx 贸易'), s('東京')]]);
  });

  it.each([
    ['a&amp;b &lt;c&gt; &quot;d&quot; &apos;e&apos;', 'a&b <c> "d" \'e\''],
    ['&#20013;&#x6587; &#x1F600;', '中文 😀'],
    ['&nbsp; &unknown; & alone', '&nbsp; &unknown; & alone'],
    ['<![CDATA[<b>R&D</b> &amp;]]> tail', '<b>R&D</b> &amp; tail'],
    ['x<!-- 注释 -->y', 'xy'],
    ['line1\r\nline2\rline3\nline4', 'line1\nline2\nline3\nline4'],
    ['a_x000D_b_x000a_c_x0009_d', 'a\rb\nc\td'],
    ['第一行_x000D_\n第二行', '第一行\n第二行'],
    ['_x005F_x0041_ _x0041_ _xZZZZ_ _x41_', '_x0041_ A _xZZZZ_ _x41_'],
    ['C:\\new\\table\\t', 'C:\\new\\table\\t'],
    ['\ttab', '\ttab'],
    ['  两端空格  ', '  两端空格  '],
    ['𠮷野家 👨‍👩‍👧', '𠮷野家 👨‍👩‍👧'],
    ['=1+1', '=1+1'],
  ])('reads %j', async (xml, text) => {
    const inline = `<c t="inlineStr"><is><t>${xml}</t></is></c>`;
    const rows = `<row><c t="s"><v>0</v></c>${inline}<c t="str"><v>${xml}</v></c></row>`;
    expect(await cellsOf(rows, { strings: [xml] })).toEqual([[s(text), s(text), s(text)]]);
  });

  it('keep every Chinese character whole wherever a chunk of the file ends', async () => {
    // Two million characters of three bytes: chunk ends fall inside many of them.
    const strings = Array.from({ length: 20_000 }, (_, i) => `${'客'.repeat(97)}户${i}`);
    const rows = strings.map(
      (_, i) => `<row r="${i + 1}"><c t="s"><v>${i}</v></c><c t="str"><v>${strings[i]}</v></c></row>`,
    );
    const found = await rowsOfSheet({ rows: rows.join('') }, { strings });
    const wrong = found.filter(({ cells }, i) => cells.some((cell) => cell?.t !== 's' || cell.v !== strings[i]));
    expect(found.length).toBe(20_000);
    expect(wrong).toEqual([]);
  });

  it('are an error of that cell when the shared list does not hold them', async () => {
    const rows = '<row><c t="s"><v>7</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c><c t="s"><v>0</v></c></row>';
    expect(await cellsOf(rows, { strings: ['有'] })).toEqual([
      [e('missing_text'), e('missing_text'), e('missing_text'), s('有')],
    ]);
  });

  it('that are empty leave a blank cell', async () => {
    const rows =
      '<row><c t="s"><v>0</v></c><c t="str"><v></v></c><c t="inlineStr"><is><t/></is></c><c t="s"/><c><v>1</v></c></row>';
    expect(await cellsOf(rows, { strings: ['<si/>'] })).toEqual([[null, null, null, null, n(1)]]);
  });
});

describe('numbers', () => {
  it.each([
    ['13800138000', 13_800_138_000],
    ['1.3800138E10', 13_800_138_000],
    ['1.3800138000E+010', 13_800_138_000],
    ['0.30000000000000004', 0.3],
    ['1234.5', 1234.5],
    ['-0.005', -0.005],
    ['.5', 0.5],
    ['1E-7', 1e-7],
    ['110101199003077777', 110_101_199_003_078_000],
    ['0013', 13],
  ])('stored as %s keep that text and are read to 15 digits', async (raw, v) => {
    expect(await cellsOf(`<row><c><v>${raw}</v></c></row>`)).toEqual([[n(v, raw)]]);
  });

  it.each(['abc', '1,234', '1e', '--1', '1.2.3', '1e999', 'NaN', 'Infinity', '0x10', '１２'])(
    '%s is an error of that cell',
    async (raw) => {
      expect(await cellsOf(`<row><c t="n"><v>${raw}</v></c></row>`)).toEqual([[e('not_a_number')]]);
    },
  );

  it('may have space around them', async () => {
    expect(await cellsOf('<row><c><v> 12\n</v></c></row>')).toEqual([[n(12)]]);
  });
});

describe('dates', () => {
  it('follow the format of the style, built in or custom', async () => {
    const formats = [0, 14, 22, 31, 'yyyy"年"m"月"d"日"', '[$-804]yyyy/m/d h:mm;@', '0.00_);[Red]"day "0', 20, 21];
    const rows =
      '<row><c s="0"><v>46086</v></c><c s="1"><v>46086</v></c><c s="2"><v>46086.354166666664</v></c><c s="3"><v>46086</v></c><c s="4"><v>46086</v></c><c s="5"><v>46086.5</v></c><c s="6"><v>46086</v></c><c s="7"><v>0.354166666666667</v></c><c s="8"><v>46086</v></c></row>';
    expect(await cellsOf(rows, { formats })).toEqual([
      [
        n(46086),
        d('2026-03-05'),
        d('2026-03-05T08:30:00'),
        d('2026-03-05'),
        d('2026-03-05'),
        d('2026-03-05T12:00:00'),
        n(46086),
        d('08:30:00'),
        d('2026-03-05'),
      ],
    ]);
  });

  it.each(['<workbookPr date1904="1"/>', '<workbookPr date1904="true"/>'])(
    'count from 1904 where the workbook does: %s',
    async (workbookPr) => {
      const rows = '<row><c s="1"><v>44624</v></c><c s="1"><v>0</v></c></row>';
      expect(await cellsOf(rows, { formats: [0, 14], workbookPr })).toEqual([[d('2026-03-05'), d('1904-01-01')]]);
    },
  );

  it('stored as ISO text are read without a zone', async () => {
    const rows =
      '<row><c t="d"><v>2026-03-05</v></c><c t="d"><v>2026-03-05T08:30:00.000Z</v></c><c t="d"><v>2026-02-30</v></c><c t="d"><v>08:30:00</v></c></row>';
    expect(await cellsOf(rows)).toEqual([
      [d('2026-03-05'), d('2026-03-05T08:30:00'), e('not_a_number'), d('08:30:00')],
    ]);
  });

  it('that Excel cannot show stay numbers', async () => {
    const rows =
      '<row><c s="0"><v>-1</v></c><c s="0"><v>60</v></c><c s="0"><v>2958466</v></c><c s="9"><v>5</v></c></row>';
    expect(await cellsOf(rows, { formats: [14] })).toEqual([[n(-1), n(60), n(2_958_466), n(5)]]);
  });
});

describe('other cells', () => {
  it('are truths, errors and formulas by their cached value', async () => {
    const rows =
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
      '<c><f>SUM(A1:A9)</f><v>45</v></c><c><f t="shared" si="0"/></c><c t="str"><f>A1</f></c><c t="str"><f>""</f><v></v></c><c><f>1</f><v/></c></row>';
    expect(await cellsOf(rows)).toEqual([
      [
        { t: 'b', v: true },
        { t: 'b', v: false },
        e('#N/A'),
        e('#DIV/0!'),
        n(45),
        e('no_cached_value'),
        e('no_cached_value'),
        null,
        e('no_cached_value'),
      ],
    ]);
  });

  it('with a style alone are blank', async () => {
    expect(
      await rowsOfSheet({ rows: '<row r="3"><c r="A3" s="4"/></row><row r="5"><c r="C5"><v>1</v></c></row>' }),
    ).toEqual([{ row: 5, cells: [null, null, n(1)] }]);
  });
});

describe('places', () => {
  it('follow the references, and the order where there are none', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="7"><c r="B7"><v>4</v></c></row><row><c><v>5</v></c></row><row><c r="A20"><v>6</v></c></row>';
    expect(await rowsOfSheet({ rows })).toEqual([
      { row: 1, cells: [n(1), null, null, n(2), n(3)] },
      { row: 7, cells: [null, n(4)] },
      { row: 8, cells: [n(5)] },
      { row: 20, cells: [n(6)] },
    ]);
  });

  it('are right when a careless program wrote the cells of a row in any order', async () => {
    const rows =
      '<row r="1"><c r="C1" t="s"><v>0</v></c><c r="A1"><v>1</v></c><c r="E1"><v>5</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>7</v></c></row>';
    expect(await cellsOf(rows, { strings: ['三'] })).toEqual([[n(1), n(2), s('三'), null, n(5)], [n(7)]]);
  });

  it('of hidden rows are flagged', async () => {
    const rows =
      '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row><row r="3" hidden="true"><c><v>3</v></c></row>';
    expect(await rowsOfSheet({ rows })).toEqual([
      { row: 1, hidden: true, cells: [n(1)] },
      { row: 2, cells: [n(2)] },
      { row: 3, hidden: true, cells: [n(3)] },
    ]);
  });

  it('are untouched by forged dimensions, columns and spans', async () => {
    const before = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="300000000" width="9"/></cols>';
    expect(await rowsOfSheet({ before, rows: '<row r="2" spans="1:16384"><c r="A2"><v>1</v></c></row>' })).toEqual([
      { row: 2, cells: [n(1)] },
    ]);
  });
});

describe('inspectSpreadsheet', () => {
  it('lists the tabs with figures, the first rows and the merged cells among them', async () => {
    const many = Array.from(
      { length: 100 },
      (_, i) =>
        `<row r="${i + 1}"${i === 50 ? ' hidden="1"' : ''}><c><v>${i}</v></c><c r="D${i + 1}"><v>1</v></c></row>`,
    );
    const merges =
      '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="B2:B2"/><mergeCell ref="A90:B91"/></mergeCells>';
    const result = await inspect(
      xlsxOf({
        sheets: [
          { name: '客户 &amp; 联系人', rows: many.join(''), after: merges },
          { name: '码表', state: 'hidden' },
          { name: '内部', state: 'veryHidden', rows: '<row><c><v>1</v></c></row>' },
        ],
      }),
    );
    if (!result.ok) throw new Error(result.error.kind);
    const [first, second, third] = result.value.sheets;
    expect(first).toMatchObject({
      index: 0,
      name: '客户 & 联系人',
      visibility: 'visible',
      rows: 100,
      hiddenRows: 1,
      lastRow: 100,
      usedColumns: 4,
      cells: 200,
    });
    expect(first?.sample.length).toBe(30);
    expect(first?.sample[29]).toEqual({ row: 30, cells: [n(29), null, null, n(1)] });
    expect(first?.merges).toEqual([
      { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 4 },
      { firstRow: 2, firstColumn: 2, lastRow: 2, lastColumn: 2 },
    ]);
    expect(second).toMatchObject({
      name: '码表',
      visibility: 'hidden',
      rows: 0,
      lastRow: 0,
      usedColumns: 0,
      sample: [],
    });
    expect(third).toMatchObject({ name: '内部', visibility: 'veryHidden', rows: 1 });
    expect(result.value.dates1904).toBe(false);
    expect(result.value.peakMb).toBeGreaterThan(10);
  });

  it('sends only so much of rows with very long texts as a sample', async () => {
    const long = '长'.repeat(30_000);
    const rows = Array.from({ length: 40 }, () => `<row><c t="s"><v>0</v></c></row>`).join('');
    const result = await inspect(xlsxOf({ sheets: [{ rows }], strings: [long] }));
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.value.sheets[0]?.rows).toBe(40);
    expect(result.value.sheets[0]?.sample.length).toBe(11);
  });
});

describe('stageSheet', () => {
  it('puts the rows of the tab asked for aside and counts them', async () => {
    const sheets = [
      { rows: '<row><c><v>1</v></c></row>' },
      { rows: '<row><c><v>2</v></c></row><row hidden="1"><c><v>3</v></c></row>' },
    ];
    await withFile(xlsxOf({ sheets }), async (path) => {
      const out = `${path}.rows`;
      const fractions: number[] = [];
      const staged = await stageSheet(path, 1, out, (fraction) => fractions.push(fraction));
      expect(staged).toMatchObject({ ok: true, value: { rows: 2, hiddenRows: 1, cells: 2, usedColumns: 1 } });
      expect([...readStagedRows(out)].map(({ cells }) => cells)).toEqual([[n(2)], [n(3)]]);
      expect(fractions.at(-1)).toBe(1);
    });
  });

  it('leaves no file behind when the sheet turns out to be damaged', async () => {
    await withFile(xlsxOf({ sheets: [{ rows: '<row><c><v>1</v></c></row></row></row>' }] }), async (path) => {
      const staged = await stageSheet(path, 0, `${path}.rows`, () => {});
      expect(staged).toEqual({ ok: false, error: { kind: 'damaged', part: 'xl/worksheets/sheet1.xml' } });
      expect(existsSync(`${path}.rows`)).toBe(false);
    });
  });

  it('says when there is no such tab, or no place for the rows', async () => {
    await withFile(xlsxOf({ sheets: [{}] }), async (path) => {
      expect(await stageSheet(path, 1, `${path}.rows`, () => {})).toEqual({ ok: false, error: { kind: 'no_sheet' } });
      expect(await stageSheet(path, 0, join(path, 'x.rows'), () => {})).toEqual({
        ok: false,
        error: { kind: 'staging_failed', code: 'ENOTDIR' },
      });
    });
  });
});

describe('files of other programs', () => {
  const one = '<row><c t="s"><v>0</v></c><c s="1"><v>46086</v></c></row>';
  const expected = [[s('张三'), d('2026-03-05')]];
  const book = { sheets: [{ rows: one }], strings: ['张三'], formats: [0, 14] };

  it('with a prefix on every tag', async () => {
    const prefixed = (xml: string) => xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replaceAll('xmlns=', 'xmlns:x=');
    const parts = partsOf(book).map(({ name, data }) => ({
      name,
      data:
        name.startsWith('xl/') && !name.endsWith('.rels') ? prefixed(String(data).replace(/<\?xml.*?\?>/, '')) : data,
    }));
    expect((await rowsOf(zipOf(parts))).map(({ cells }) => cells)).toEqual(expected);
  });

  it('in the strict dialect', async () => {
    const parts = partsOf(book).map(({ name, data }) => ({
      name,
      data: String(data)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    }));
    expect((await rowsOf(zipOf(parts))).map(({ cells }) => cells)).toEqual(expected);
  });

  it.each([
    [
      'absolute targets',
      (parts: ReturnType<typeof partsOf>) =>
        parts.map((part) => ({
          ...part,
          data: String(part.data).replaceAll('Target="', 'Target="/xl/').replaceAll('/xl/xl/', '/xl/'),
        })),
    ],
    [
      'targets with dots',
      (parts) =>
        parts.map((part) => ({
          ...part,
          data: String(part.data).replaceAll('Target="worksheets/', 'Target="./../xl/worksheets/'),
        })),
    ],
    ['backslashes in the zip', (parts) => parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))],
    [
      'other capitals in the zip',
      (parts) => parts.map((part) => ({ ...part, name: part.name.replace('sharedStrings', 'SharedStrings') })),
    ],
    ['no relationships of the package', (parts) => parts.filter(({ name }) => name !== '_rels/.rels')],
    ['no relationships at all', (parts) => parts.filter(({ name }) => !name.endsWith('.rels'))],
    ['stored without packing', (parts) => parts.map((part) => ({ ...part, isStored: true }))],
    ['a byte order mark in front', (parts) => parts.map((part) => ({ ...part, data: `\ufeff${part.data}` }))],
  ] satisfies [string, (parts: ReturnType<typeof partsOf>) => ReturnType<typeof partsOf>][])(
    'with %s',
    async (_what, bend) => {
      expect((await rowsOf(zipOf(bend(partsOf(book))))).map(({ cells }) => cells)).toEqual(expected);
    },
  );

  it.each([
    ['UTF-16 little endian with mark', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['UTF-16 big endian with mark', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16()],
    ['UTF-16 little endian without', (xml: string) => Buffer.from(xml, 'utf16le')],
    ['UTF-16 big endian without', (xml: string) => Buffer.from(xml, 'utf16le').swap16()],
  ])('with parts in %s', async (_what, encode) => {
    const parts = partsOf(book).map(({ name, data }) => ({
      name,
      data: encode(String(data).replace('UTF-8', 'UTF-16')),
    }));
    expect((await rowsOf(zipOf(parts))).map(({ cells }) => cells)).toEqual(expected);
  });

  it('without styles or shared strings', async () => {
    const rows = '<row><c s="3"><v>46086</v></c><c t="inlineStr"><is><t>李四</t></is></c></row>';
    expect(await cellsOf(rows)).toEqual([[n(46086), s('李四')]]);
  });

  it('with a chart among the tabs', async () => {
    const book = xlsxOf({
      sheets: [
        { name: '图', xml: '<chartsheet/>' },
        { name: '表', rows: '<row><c><v>1</v></c></row>' },
      ],
      parts: {
        'xl/_rels/workbook.xml.rels': relationships([
          ['rId1', 'chartsheet', 'chartsheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
        ]),
      },
    });
    const result = await inspect(book);
    expect(result.ok && result.value.sheets.map(({ index, name, rows }) => [index, name, rows])).toEqual([
      [0, '表', 1],
    ]);
  });

  it('whose sheet is missing from the file', async () => {
    const book = xlsxOf({ sheets: [{}], parts: { 'xl/worksheets/sheet1.xml': null } });
    expect(await problemOf(book)).toEqual({ kind: 'damaged', part: 'xl/worksheets/sheet1.xml' });
  });

  it('with bytes that are no UTF-8 are damaged, not silently full of �', async () => {
    const gbk = Buffer.concat([
      Buffer.from(String(sheetXml({ rows: '<row><c t="str"><v>@</v></c></row>' })).split('@')[0] ?? ''),
      Buffer.from([0xd5, 0xc5]),
      Buffer.from('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(await problemOf(xlsxOf({ sheets: [{ xml: gbk }] }))).toEqual({
      kind: 'damaged',
      part: 'xl/worksheets/sheet1.xml',
    });
    const declared = Buffer.from(gbk.toString('latin1').replace('UTF-8', 'GB18030'), 'latin1');
    expect(await rowsOf(xlsxOf({ sheets: [{ xml: declared }] }))).toEqual([{ row: 1, cells: [s('张')] }]);
  });
});

describe('files that are not there', () => {
  it('are said to be missing', async () => {
    await withFile('', async (path) => {
      expect(await inspectSpreadsheet(`${path}.gone`, () => {})).toEqual({
        ok: false,
        error: { kind: 'file_missing' },
      });
    });
  });

  it('or are a folder', async () => {
    await withFile('', async (path) => {
      expect(await inspectSpreadsheet(join(path, '..'), () => {})).toEqual({
        ok: false,
        error: { kind: 'unreadable', code: 'EISDIR' },
      });
    });
  });

  it('and a staged file that was cut off is a bug that is heard', async () => {
    await withFile('', async (path) => {
      writeFileSync(path, '1\tn5\n2\tn');
      expect(() => [...readStagedRows(path)]).toThrow('ends inside a row');
    });
  });
});
