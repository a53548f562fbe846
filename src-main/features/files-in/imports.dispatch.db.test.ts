import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ColumnMapping,
  ImportCheck,
  ImportPlan,
  MatchKey,
} from '../../../src-shared/files-in/imports-contract.ts';
import { openTestApp, type TestApp } from '../../ipc/testing/open-test-app.ts';

let app: TestApp;
let folder: string;
beforeEach(() => {
  app = openTestApp({ inFile: true });
  folder = mkdtempSync(path.join(tmpdir(), '导入 '));
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

type Cell = string | number | Date | null | { formula: string; result: { error: '#N/A' } };
const headings = ['客户名称', '联系人', '手机', '地区', '合作日期', '标签'];

async function aSheet(
  rows: readonly (readonly Cell[])[],
  name = '客户 清单.xlsx',
  merges: readonly string[] = [],
): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('客户表');
  for (const row of rows) sheet.addRow([...row]);
  for (const range of merges) sheet.mergeCells(range);
  const file = path.join(folder, name);
  await workbook.xlsx.writeFile(file);
  return file;
}

async function planned(file: string): Promise<ImportPlan> {
  const inspected = await app.done('imports', 'inspect', { path: file });
  if (inspected.state !== 'readable') throw new Error(JSON.stringify(inspected));
  const outcome = await app.done('imports', 'plan', { importId: inspected.importId, sheetIndex: 0 });
  if (outcome.state !== 'planned') throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

function mappingOf(plan: ImportPlan, answers: Record<string, object> = {}): ColumnMapping {
  return {
    headerRow: plan.headerRow,
    firstDataRow: plan.firstDataRow,
    columns: plan.columns.map(({ column, field }) => ({ column, field, answers: answers[field ?? ''] ?? {} })),
    includeHiddenRows: false,
  };
}

async function checked(
  plan: ImportPlan,
  matchKey: MatchKey = 'name',
  answers: Record<string, object> = {},
): Promise<ImportCheck> {
  return app.done('imports', 'check', {
    importId: plan.importId,
    mapping: mappingOf(plan, answers),
    matchKey,
    ownerForNew: app.ownerId,
  });
}

const rowsOf = async (plan: ImportPlan, result: 'new' | 'error' | null = null) =>
  (await app.done('imports', 'rows', { importId: plan.importId, result, offset: 0, limit: 100 })).rows;
const names = () =>
  app.book.sqlite.prepare('SELECT name FROM customers WHERE deleted_at IS NULL ORDER BY id').pluck().all();

describe('imports', () => {
  it('brings customers in as one batch that undo takes back whole', async () => {
    const before = app.hash();
    const plan = await planned(
      await aSheet([
        ['华兴五金客户清单'],
        headings,
        ['杭州临江防水材料有限公司', '郑海涛', '13868014472', '钱塘区', new Date(Date.UTC(2024, 2, 5)), '重点、老客户'],
        ['杭州临江防水材料有限公司', '翁佳', '15257186643', null, null, null],
        ['余杭瓶窑福来日用五金店', '费建芳', '13758120936', '余杭区', '2025.11.18', null],
      ]),
    );
    expect(plan).toMatchObject({ headerRow: 2, firstDataRow: 3 });
    expect(plan.columns.map(({ field }) => field)).toEqual([
      'name',
      'contactName',
      'contactMobile',
      'district',
      'sinceOn',
      'tags',
    ]);
    expect(await checked(plan)).toMatchObject({ total: 3, new: 3, error: 0, willWrite: 3 });
    expect((await rowsOf(plan)).map(({ row, result, reason, foldsInto }) => [row, result, reason, foldsInto])).toEqual([
      [3, 'new', null, null],
      [4, 'new', 'folded', 3],
      [5, 'new', null, null],
    ]);
    expect(app.hash()).toBe(before);

    const done = await app.done('imports', 'commit', { importId: plan.importId });
    expect(done).toMatchObject({ created: 2, updated: 0, contactsCreated: 3, skipped: 0, inError: 0 });
    expect(names()).toEqual(['杭州临江防水材料有限公司', '余杭瓶窑福来日用五金店']);
    expect(app.book.sqlite.prepare('SELECT since_on, district FROM customers ORDER BY id').all()).toEqual([
      { since_on: '2024-03-05', district: '钱塘区' },
      { since_on: '2025-11-18', district: '余杭区' },
    ]);
    expect(app.book.sqlite.prepare('SELECT name FROM tags ORDER BY name').pluck().all()).toEqual(['老客户', '重点']);
    expect(await app.done('imports', 'batches', {})).toMatchObject({
      batches: [{ fileName: '客户 清单.xlsx', rowsRead: 3, created: 2, isUndone: false }],
    });
  });

  it('reads a firm’s name that stands once, merged over the rows of its contacts', async () => {
    const plan = await planned(
      await aSheet(
        [
          headings,
          ['杭州临江防水材料有限公司', '郑海涛', '13868014472', '钱塘区', null, null],
          [null, '翁佳', '15257186643', null, null, null],
          [null, '裘国强', '13588702216', null, null, null],
          ['余杭瓶窑福来日用五金店', '费建芳', '13758120936', '余杭区', null, null],
        ],
        '合并单元格.xlsx',
        ['A2:A4', 'D2:D4'],
      ),
    );
    expect(await checked(plan)).toMatchObject({ total: 4, new: 4, error: 0, willWrite: 4 });
    expect((await rowsOf(plan)).map(({ row, foldsInto }) => [row, foldsInto])).toEqual([
      [2, null],
      [3, 2],
      [4, 2],
      [5, null],
    ]);
    const done = await app.done('imports', 'commit', { importId: plan.importId });
    expect(done).toMatchObject({ created: 2, contactsCreated: 4, inError: 0 });
  });

  it('says why a row stays out, and takes it in once its cell is mended', async () => {
    const plan = await planned(
      await aSheet([
        headings,
        ['桐乡濮院万顺制线', '沈丽琴', '13657381104', '桐乡市', '2026-02-30', null],
        [null, '裘国强', '13588702216', '诸暨市', null, null],
        ['嵊州三界永兴电机维修', '裘永兴', { formula: 'NA()', result: { error: '#N/A' } }, '嵊州市', null, null],
      ]),
    );
    expect(await checked(plan)).toMatchObject({ error: 3, new: 0, willWrite: 0 });
    const problems = (await rowsOf(plan, 'error')).map(({ row, cells }) => [
      row,
      ...cells.flatMap(({ field, problem }) => (problem ? [field, problem] : [])),
    ]);
    expect(problems).toEqual([
      [2, 'sinceOn', 'impossible_date'],
      [3, 'name', 'required'],
      [4, 'contactMobile', 'error_cell'],
    ]);
    const mended = await app.done('imports', 'setCell', {
      importId: plan.importId,
      row: 2,
      field: 'sinceOn',
      text: '2026-02-28',
    });
    expect(mended.row).toMatchObject({ result: 'new' });
    expect(mended.check).toMatchObject({ new: 1, error: 2, willWrite: 1 });
    await app.done('imports', 'setCell', { importId: plan.importId, row: 3, field: 'name', text: '诸暨国强五金' });
    expect(await app.done('imports', 'commit', { importId: plan.importId })).toMatchObject({ created: 2, inError: 1 });
    expect(names()).toEqual(['桐乡濮院万顺制线', '诸暨国强五金']);
  });

  it('updates by the chosen key only, never wipes with a blank, and marks what changes', async () => {
    const known = app.aCustomer({ name: '杭州王记建材有限公司', district: '余杭区', address: '仓前路 8 号' });
    app.aContact({ customerId: known, name: '王建国', mobile: '13858126630' });
    const plan = await planned(
      await aSheet([headings, ['杭州王记建材', '王建国', '13858126631', '西湖区', null, null]]),
    );
    expect(await checked(plan)).toMatchObject({ update: 1, new: 0 });
    const [row] = await rowsOf(plan);
    expect(row?.matches).toMatchObject([{ id: known, reasons: ['same_name'] }]);
    expect(row?.cells.filter(({ mark }) => mark === 'changed').map(({ field, before }) => [field, before])).toEqual([
      ['district', '余杭区'],
      ['contactMobile', '13858126630'],
    ]);
    expect(await app.done('imports', 'commit', { importId: plan.importId })).toMatchObject({ created: 0, updated: 1 });
    expect(app.book.sqlite.prepare('SELECT name, district, address FROM customers').get()).toEqual({
      name: '杭州王记建材有限公司',
      district: '西湖区',
      address: '仓前路 8 号',
    });
    expect(app.book.sqlite.prepare('SELECT mobile, phone FROM contacts').get()).toEqual({
      mobile: '13858126631',
      phone: '13858126630',
    });
  });

  it('asks when only a phone is the same, and does as the user decides', async () => {
    const known = app.aCustomer({ name: '立新五金店', phone: '13968135507' });
    const plan = await planned(
      await aSheet([headings, ['临平乔司立新五金经营部', '俞立新', '13968135507', '临平区', null, null]]),
    );
    expect(await checked(plan)).toMatchObject({ question: 1, willWrite: 0 });
    expect((await rowsOf(plan))[0]).toMatchObject({
      reason: 'may_be_known',
      matches: [{ id: known, name: '立新五金店' }],
    });
    const same = await app.done('imports', 'decide', {
      importId: plan.importId,
      row: 2,
      decision: 'update',
      customerId: known,
    });
    expect(same.row.result).toBe('update');
    const other = await app.done('imports', 'decide', { importId: plan.importId, row: 2, decision: 'create' });
    expect(other.row.result).toBe('new');
    const out = await app.done('imports', 'decide', { importId: plan.importId, row: 2, decision: 'skip' });
    expect(out).toMatchObject({ row: { result: 'skip', reason: 'left_out' }, check: { willWrite: 0 } });
  });

  it('asks once per column how 03/05/2026 is meant', async () => {
    const plan = await planned(
      await aSheet([
        headings,
        ['甲厂', null, null, null, '03/05/2026', null],
        ['乙厂', null, null, null, '04/05/2026', null],
      ]),
    );
    expect(await checked(plan)).toMatchObject({
      question: 2,
      columnQuestions: [{ field: 'sinceOn', problem: 'ambiguous_date', rows: 2 }],
    });
    expect(await checked(plan, 'name', { sinceOn: { dateOrder: 'dmy' } })).toMatchObject({
      new: 2,
      columnQuestions: [],
    });
    await app.done('imports', 'commit', { importId: plan.importId });
    expect(app.book.sqlite.prepare('SELECT since_on FROM customers ORDER BY id').pluck().all()).toEqual([
      '2026-05-03',
      '2026-05-04',
    ]);
  });

  it('does not go by a check of a book that has changed since', async () => {
    const plan = await planned(await aSheet([headings, ['甲厂', null, null, null, null, null]]));
    await checked(plan);
    app.aCustomer({ name: '甲厂' });
    expect(await app.refused('imports', 'commit', { importId: plan.importId })).toEqual({
      kind: 'conflict',
      reason: 'import_changed',
    });
    expect(names()).toEqual(['甲厂']);
    expect(await checked(plan)).toMatchObject({ skip: 1 });
  });

  it('lets a salesperson bring in customers of their own, and leaves those of a colleague alone', async () => {
    const seller = app.aUser({ role: 'salesperson', name: '李娜' });
    app.aCustomer({ name: '老板的客户', ownerId: app.ownerId, district: '余杭区' });
    await app.sitDown(seller);
    const plan = await planned(
      await aSheet([
        [...headings, '负责人'],
        ['老板的客户', null, null, '西湖区', null, null, null],
        ['新客户', null, null, null, null, null, '王老板'],
      ]),
    );
    expect(await checked(plan)).toMatchObject({ error: 1, new: 1 });
    expect((await rowsOf(plan)).map(({ reason, notices }) => [reason, notices.map(({ kind }) => kind)])).toEqual([
      ['not_yours', []],
      [null, ['needs_owner_role']],
    ]);
    await app.done('imports', 'commit', { importId: plan.importId });
    expect(app.book.sqlite.prepare("SELECT owner_id FROM customers WHERE name = '新客户'").pluck().get()).toBe(seller);
  });

  it('refuses a file that is no workbook in its own words, and an import that is over', async () => {
    const csv = path.join(folder, '客户.csv');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(csv, '客户名称,电话\n甲厂,123\n');
    expect(await app.done('imports', 'inspect', { path: csv })).toMatchObject({
      state: 'refused',
      problem: { kind: 'csv' },
    });
    const plan = await planned(await aSheet([headings, ['甲厂', null, null, null, null, null]]));
    await app.done('imports', 'discard', { importId: plan.importId });
    expect(await app.refused('imports', 'rows', { importId: plan.importId, offset: 0, limit: 10 })).toEqual({
      kind: 'conflict',
      reason: 'import_expired',
    });
  });
});
