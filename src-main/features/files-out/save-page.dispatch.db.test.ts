import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
let folder: string;
const proposed: string[] = [];
beforeEach(() => {
  app = openTestApp();
  folder = mkdtempSync(join(tmpdir(), 'keben 图 '));
  proposed.length = 0;
  const where = (name: string) => {
    proposed.push(name);
    return Promise.resolve(join(folder, name));
  };
  app.services.dialogs.saveWorkbook = where;
  app.services.dialogs.savePicture = where;
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const table = {
  name: '客户阶梯',
  title: '客户阶梯',
  about: '华兴五金 · 2025-09-18 至 2026-09-17 · 负责人：李敏',
  totalLabel: '合计',
  columns: [
    { header: '等级', kind: 'text' as const },
    { header: '客户数', kind: 'integer' as const, isTotalled: true },
    { header: '销售', kind: 'money' as const, isTotalled: true },
    { header: '占比', kind: 'percent' as const },
  ],
  rows: [
    ['=A 级', 74, 1_099_640_050, 2_840],
    ['未分级', 2, 0, null],
  ],
};
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
const svg = '<svg width="9" height="9" xmlns="http://www.w3.org/2000/svg"><text x="0">级</text></svg>';
const svgUrl = (text: string) => `data:image/svg+xml;charset=UTF-8,${encodeURIComponent(text)}`;

describe('exports.saveTables', () => {
  it('writes what stands on the page, with title, period and filters, numbers as numbers and totals as values', async () => {
    const { path } = await app.done('exports', 'saveTables', { proposedName: '客户阶梯 9/17', sheets: [table] });
    expect(proposed).toEqual(['客户阶梯 9 17.xlsx']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path ?? '');
    const sheet = workbook.getWorksheet('客户阶梯');
    expect(sheet?.getCell('A1').value).toBe('客户阶梯');
    expect(sheet?.getCell('A2').value).toContain('负责人：李敏');
    const cells = (row: number) => ['A', 'B', 'C', 'D'].map((column) => sheet?.getCell(`${column}${row}`).value);
    expect(cells(4)).toEqual(['=A 级', 74, 10_996_400.5, 0.284]);
    expect(cells(6).slice(0, 3)).toEqual(['合计', 76, 10_996_400.5]);
  });

  it('writes nothing when the dialog is closed', async () => {
    app.services.dialogs.saveWorkbook = () => Promise.resolve(null);
    expect(await app.done('exports', 'saveTables', { proposedName: '阶梯', sheets: [table] })).toEqual({ path: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a row too short', [['A 级']]],
    ['a word where an amount belongs', [['A 级', 1, '一千', 1]]],
    ['an amount where a word belongs', [[1, 1, 1, 1]]],
  ])('refuses %s before it asks where to', async (_what, rows) => {
    const asked = { proposedName: '阶梯', sheets: [table, { ...table, rows }] };
    expect(await app.refused('exports', 'saveTables', asked)).toEqual({
      kind: 'validation',
      fields: [{ field: 'sheets.1.rows', problem: 'invalid' }],
    });
    expect(proposed).toEqual([]);
  });
});

describe('exports.savePicture', () => {
  it('writes a PNG and an SVG byte for byte, under a name of their kind', async () => {
    const dataUrl = `data:image/png;base64,${png.toString('base64')}`;
    const drawn = await app.done('exports', 'savePicture', {
      proposedName: '阶梯',
      picture: { format: 'png', dataUrl },
    });
    expect(readFileSync(drawn.path ?? '')).toEqual(png);
    const lines = await app.done('exports', 'savePicture', {
      proposedName: '阶梯.svg',
      picture: { format: 'svg', dataUrl: svgUrl(svg) },
    });
    expect(readFileSync(lines.path ?? '', 'utf8')).toBe(svg);
    expect(proposed).toEqual(['阶梯.png', '阶梯.svg']);
  });

  it.each([
    ['what is no PNG', { format: 'png' as const, dataUrl: 'data:image/png;base64,aGVsbG8=' }],
    ['an SVG with a script', { format: 'svg' as const, dataUrl: svgUrl('<svg ><script>1</script></svg>') }],
    ['an SVG with a handler', { format: 'svg' as const, dataUrl: svgUrl('<svg onload="1"></svg>') }],
    ['broken writing', { format: 'svg' as const, dataUrl: 'data:image/svg+xml;charset=UTF-8,%E4%A' }],
  ])('refuses %s', async (_what, picture) => {
    expect(await app.refused('exports', 'savePicture', { proposedName: '阶梯', picture })).toEqual({
      kind: 'validation',
      fields: [{ field: 'picture', problem: 'invalid' }],
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says when the disk will not have it', async () => {
    app.services.dialogs.savePicture = () => Promise.resolve(join(folder, '没有', 'a.png'));
    const dataUrl = `data:image/png;base64,${png.toString('base64')}`;
    const refused = await app.refused('exports', 'savePicture', {
      proposedName: 'a',
      picture: { format: 'png', dataUrl },
    });
    expect(refused.kind).toBe('storage');
  });
});
