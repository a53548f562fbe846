import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDate, parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import { stageSheet } from '../spreadsheet/read-spreadsheet.ts';
import { readStagedRows } from '../spreadsheet/staged-rows.ts';
import type { Cell, WorkbookPlan } from './workbook-plan.ts';
import { type WritingWatch, writeWorkbook } from './write-workbook.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 导出 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plan: WorkbookPlan = {
  sheetName: '客户',
  columns: [
    { header: '客户名称', kind: 'text' },
    { header: '电话', kind: 'text' },
    { header: '下次拜访', kind: 'date' },
    { header: '更新时间', kind: 'dateTime' },
    { header: '联系人数', kind: 'integer' },
  ],
  printHeader: { left: '华成 & 机电', centre: '客户 全部', right: '2026-03-05' },
};
const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(text);
  return date;
};
const patient: WritingWatch = { written: () => {}, isCancelled: () => false };
const path = () => join(folder, '客户.xlsx');

async function write(rows: Iterable<readonly Cell[]>, watch = patient): Promise<unknown> {
  return writeWorkbook(path(), plan, rows, watch);
}

async function readBack(): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path());
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('writeWorkbook', () => {
  it('writes a sheet that another reader finds as it was on screen', async () => {
    const rows: Cell[][] = [
      [
        '上海华成机电有限公司',
        '013800138000',
        { day: day('2026-03-05'), time: '00:00' },
        { day: day('2026-03-05'), time: '18:30' },
        3,
      ],
      ['=1+1', '+86 138-0013-8000', null, null, 0],
      [' 两边空格 ', '', { day: day('1900-01-01'), time: '00:00' }, { day: day('9999-12-31'), time: '23:59' }, null],
    ];
    const outcome = await write(rows);
    expect(outcome).toEqual({ ok: true, value: { rows: 3, bytes: statSync(path()).size } });
    const sheet = await readBack();
    expect(sheet.name).toBe('客户');
    expect(sheet.getRow(1).values).toEqual([undefined, '客户名称', '电话', '下次拜访', '更新时间', '联系人数']);
    expect(sheet.getRow(2).values).toEqual([
      undefined,
      '上海华成机电有限公司',
      '013800138000',
      new Date(Date.UTC(2026, 2, 5)),
      new Date(Date.UTC(2026, 2, 5, 18, 30)),
      3,
    ]);
    expect(sheet.getCell('A3').value).toBe('=1+1');
    expect(sheet.getCell('A3').type).toBe(ExcelJS.ValueType.String);
    expect(sheet.getCell('B3').value).toBe('+86 138-0013-8000');
    expect(sheet.getCell('E3').value).toBe(0);
    expect(sheet.getCell('A4').value).toBe(' 两边空格 ');
    expect(sheet.getCell('C4').value).toBe('1900-01-01');
    expect(sheet.getCell('D4').value).toEqual(new Date(Date.UTC(9999, 11, 31, 23, 59)));
    expect(sheet.rowCount).toBe(4);
  });

  it('keeps phones as text, days as days, the header in sight and every column filterable', async () => {
    await write([['甲', '13800138000', { day: day('2026-03-05'), time: '00:00' }, null, 1]]);
    const sheet = await readBack();
    expect(sheet.getCell('B2').numFmt).toBe('@');
    expect(sheet.getCell('C2').numFmt).toBe('yyyy-mm-dd');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:E2');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0, orientation: 'portrait' });
    expect(sheet.headerFooter.oddHeader).toBe('&L华成 && 机电&C客户 全部&R 2026-03-05');
    expect(sheet.getColumn(3).width).toBeGreaterThanOrEqual(12);
    expect(sheet.getCell('A1').font.bold).toBe(true);
  });

  it('makes a column as wide as what stands in it, within reason', async () => {
    await write([['一'.repeat(15), 'x'.repeat(500), null, null, null]]);
    const sheet = await readBack();
    expect(sheet.getColumn(1).width).toBe(32);
    expect(sheet.getColumn(2).width).toBe(50);
  });

  it('writes an empty view as a header', async () => {
    expect(await write([])).toMatchObject({ ok: true, value: { rows: 0 } });
    expect((await readBack()).rowCount).toBe(1);
  });

  it('gives our own reader back every text as it was', async () => {
    const ugly = ['_x0041_', '_x005F_', 'a\nb', '\t', '\u0007', ' ', '"', "'", '&amp;', '<b>', '@SUM(1)', '-1', '0012'];
    const texts = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), 400).concat(ugly);
    await write(texts.map((text) => [text, null, null, null, null]));
    const staged = join(folder, 'staged');
    await stageSheet(path(), 0, staged, () => {});
    const found = new Map([...readStagedRows(staged)].map(({ row, cells }) => [row, cells[0]]));
    const wrong = texts.filter((text, index) => {
      const cell = found.get(index + 2);
      return cell?.t !== 's' || cell.v !== text.replaceAll('\r\n', '\n');
    });
    expect(wrong).toEqual([]);
  });

  it('writes many rows in pieces that fit together', async () => {
    const rows = Array.from({ length: 30_000 }, (_value, index): Cell[] => [
      `客户${index}`,
      `138${index}`,
      null,
      null,
      index,
    ]);
    const seen: number[] = [];
    await write(rows, { ...patient, written: (count: number) => void seen.push(count) });
    const sheet = await readBack();
    expect(sheet.rowCount).toBe(30_001);
    expect(sheet.getCell('A30001').value).toBe('客户29999');
    expect(sheet.getCell('E15002').value).toBe(15_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(20);
  });

  it('leaves what stood there, and nothing else, when the user cancels', async () => {
    writeFileSync(path(), 'before');
    let looks = 0;
    const rows = Array.from({ length: 5_000 }, (): Cell[] => ['甲', null, null, null, null]);
    expect(await write(rows, { written: () => {}, isCancelled: () => ++looks > 3 })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(readFileSync(path(), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['客户.xlsx']);
  });

  it('leaves nothing behind when reading the rows fails', async () => {
    function* rows(): Generator<Cell[]> {
      yield ['甲', null, null, null, null];
      throw new Error('the book went away');
    }
    await expect(write(rows())).rejects.toThrow('the book went away');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the folder is not there', async () => {
    const outcome = await writeWorkbook(join(folder, 'gone', 'a.xlsx'), plan, [], patient);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'file_missing' } });
  });

  it('does not replace a folder of that name', async () => {
    mkdirSync(path());
    expect(await write([])).toMatchObject({ ok: false, error: { kind: 'storage' } });
    expect(readdirSync(folder)).toEqual(['客户.xlsx']);
  });

  it('is a bug when a value does not fit its column', async () => {
    await expect(write([['甲', null, 'tomorrow', null, null]])).rejects.toThrow(TypeError);
  });
});
