import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../../db/testing/open-test-book.ts';
import type { Cell, ReportSheet } from './workbook-plan.ts';
import { writeReport } from './write-report.ts';
import type { WritingWatch } from './write-workbook.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keben 报表 '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const patient: WritingWatch = { written: () => {}, isCancelled: () => false };
const path = () => join(folder, '报表.xlsx');

function sheetOf(rows: Iterable<readonly Cell[]>, sheetName = '明细'): ReportSheet {
  return {
    sheetName,
    title: '销售明细',
    about: '华成机电 · 2026-01-01 至 2026-01-31',
    columns: [
      { header: '客户', kind: 'text' },
      { header: '日期', kind: 'date' },
      { header: '数量', kind: 'quantity' },
      { header: '单价', kind: 'price' },
      { header: '折扣', kind: 'percent' },
      { header: '金额', kind: 'money', isTotalled: true },
    ],
    rows,
    totalLabel: '合计',
  };
}

async function readBack(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path());
  return workbook;
}

const row = (name: string, fen: number): Cell[] => [
  name,
  { day: dayOf('2026-01-05'), time: '00:00' },
  1_500,
  123_456,
  1_000,
  fen,
];

describe('writeReport', () => {
  it('puts title, heads, typed rows and totals as values', async () => {
    await writeReport(path(), [sheetOf([row('=cmd|1', 10_001), row('换\n行😀', -1)])], patient);
    const [sheet] = (await readBack()).worksheets;
    expect(sheet?.getCell('A1').value).toBe('销售明细');
    expect(sheet?.getCell('A2').value).toBe('华成机电 · 2026-01-01 至 2026-01-31');
    expect(sheet?.getRow(3).values).toEqual([undefined, '客户', '日期', '数量', '单价', '折扣', '金额']);
    expect(sheet?.getRow(4).values).toEqual([
      undefined,
      '=cmd|1',
      new Date(Date.UTC(2026, 0, 5)),
      1.5,
      12.3456,
      0.1,
      100.01,
    ]);
    expect(sheet?.getCell('A5').value).toBe('换\n行😀');
    expect(sheet?.getCell('F5').value).toBe(-0.01);
    expect(sheet?.getCell('A6').value).toBe('合计');
    expect(sheet?.getCell('F6').value).toBe(100);
    expect(sheet?.getCell('C6').value).toBeNull();
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet?.pageSetup.printTitlesRow).toBe('1:3');
  });

  it('goes on in a second sheet where one is full, with one total of all', async () => {
    const rows = Array.from({ length: 5 }, (_each, index) => row(`客户${index}`, 100));
    expect(await writeReport(path(), [sheetOf(rows), sheetOf([], '空')], patient, 2)).toMatchObject({
      value: { rows: 5 },
    });
    const { worksheets } = await readBack();
    expect(worksheets.map(({ name }) => name)).toEqual(['明细', '明细 (2)', '明细 (3)', '空']);
    expect(worksheets.map((sheet) => sheet.rowCount)).toEqual([5, 5, 5, 4]);
    expect(worksheets[2]?.getCell('F5').value).toBe(5);
    expect(worksheets[3]?.getCell('F4').value).toBe(0);
  });

  it('leaves nothing when the user cancels', async () => {
    const rows = Array.from({ length: 1_000 }, () => row('甲', 1));
    const watch = { written: () => {}, isCancelled: () => true };
    expect(await writeReport(path(), [sheetOf(rows)], watch)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
  });
});
