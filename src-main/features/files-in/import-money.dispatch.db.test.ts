import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedger } from '../../../db/queries/money/read-ledger.ts';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { ImportTargetName } from '../../../src-shared/files-in/import-target.ts';
import type { ImportCheck, ImportPlan } from '../../../src-shared/files-in/imports-contract.ts';
import type { Contract } from '../../../src-shared/ipc/contract.ts';
import type { InputOf } from '../../../src-shared/ipc/procedure.ts';
import { agingOn, balanceOn } from '../../../src-shared/receivables/balances.ts';
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

type Cell = string | number | null;
type Money = NonNullable<InputOf<Contract['imports']['check']>['money']>;

async function aSheet(rows: readonly (readonly Cell[])[], name = '期初.xlsx'): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  for (const row of rows) sheet.addRow([...row]);
  const file = path.join(folder, name);
  await workbook.xlsx.writeFile(file);
  return file;
}

async function planned(rows: readonly (readonly Cell[])[], target?: ImportTargetName): Promise<ImportPlan> {
  const inspected = await app.done('imports', 'inspect', { path: await aSheet(rows) });
  if (inspected.state !== 'readable') throw new Error(JSON.stringify(inspected));
  const { importId } = inspected;
  const outcome = await app.done('imports', 'plan', { importId, sheetIndex: 0, ...(target && { target }) });
  if (outcome.state !== 'planned') throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

async function checked(
  plan: ImportPlan,
  money: Money = {},
  answers: Readonly<Record<string, object>> = {},
): Promise<ImportCheck> {
  const mapping = {
    headerRow: plan.headerRow,
    firstDataRow: plan.firstDataRow,
    columns: plan.columns.map(({ column, field }) => ({ column, field, answers: answers[field ?? ''] ?? {} })),
  };
  return app.done('imports', 'check', { importId: plan.importId, mapping, matchKey: 'name', money });
}

async function rowsOf(plan: ImportPlan) {
  const { rows } = await app.done('imports', 'rows', { importId: plan.importId, offset: 0, limit: 100 });
  return rows.map(({ row, result, reason, cells, notices }) => ({
    row,
    result,
    why: cells.find(({ problem }) => problem !== null)?.problem ?? reason,
    notices: notices.map(({ kind }) => kind),
  }));
}

const whys = async (plan: ImportPlan) => (await rowsOf(plan)).map(({ result, why }) => [result, why]);
const commit = (plan: ImportPlan) => app.done('imports', 'commit', { importId: plan.importId });
const count = (table: string) =>
  app.book.sqlite.prepare(`SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`).pluck().get();
const all = (sql: string) => app.book.sqlite.prepare(sql).all();
const today = () => {
  const day = parseCalendarDate('2026-03-05');
  if (!day) throw new Error('no day');
  return day;
};

const openingHeads = ['往来单位', '单据编号', '日期', '到期日', '应收金额', '已收金额', '备注'];

describe('import of opening receivables', () => {
  it('takes over what is open, with its days, and undo takes all of it back', async () => {
    const wang = app.aCustomer({ name: '杭州王记建材有限公司' });
    app.aCustomer({ name: '桐乡濮院万顺制线厂', shortName: '万顺' });
    const before = app.hash();
    const plan = await planned([
      ['期初应收明细表'],
      openingHeads,
      ['杭州王记建材', 'XS-001', '2025-11-03', '2025-12-03', 1200.5, 200.5, null],
      ['杭州王记建材有限公司', 'XS-002', '2026-02-01', '2026-04-01', 800, null, '尾款'],
      ['万顺', 'XS-003', '2026-01-15', null, 300, 300, null],
      ['万顺', 'XS-004', '2026-01-15', null, 50, 80, null],
      ['合计', null, null, null, 2350.5, 580.5, null],
    ]);
    expect(plan.target).toBe('openings');
    expect(plan.columns.map(({ field }) => field)).toEqual([
      'customer',
      'reference',
      'issuedOn',
      'dueOn',
      'invoiced',
      'paid',
      'note',
    ]);
    expect(await checked(plan)).toMatchObject({ total: 5, new: 3, skip: 2, error: 0, question: 0 });
    expect(await rowsOf(plan)).toMatchObject([
      { result: 'new', notices: ['paid_taken_off'] },
      { result: 'new', notices: [] },
      { result: 'skip', why: 'nothing_owed' },
      { result: 'new', notices: ['paid_taken_off', 'as_prepayment'] },
      { result: 'skip', why: 'total_row' },
    ]);
    expect(await commit(plan)).toMatchObject({
      created: 3,
      customersCreated: 0,
      amountFen: 180_000,
      prepaidFen: 3_000,
    });
    expect(agingOn(readLedger(app.book, wang), today())).toEqual({
      not_due: 80_000,
      d1_30: 0,
      d31_60: 0,
      d61_90: 0,
      over_90: 100_000,
    });
    expect(all('SELECT kind, method, amount_fen, on_day FROM settlement_sources')).toEqual([
      { kind: 'payment', method: 'other', amount_fen: 3_000, on_day: '2026-01-15' },
    ]);
    expect(await app.done('imports', 'batches', {})).toMatchObject({ batches: [{ target: 'openings' }] });

    const [batch] = (await app.done('imports', 'batches', {})).batches;
    if (!batch) throw new Error('no batch');
    await app.done('history', 'undo', { batchId: batch.batchId });
    expect(app.hash()).toBe(before);
  });

  it('doubles nothing when the file comes in twice, with numbers and without', async () => {
    app.aCustomer({ name: '杭州王记建材有限公司' });
    const rows = [
      openingHeads,
      ['杭州王记建材', 'XS-001', '2025-11-03', null, 100, null, null],
      ['杭州王记建材', null, null, null, 60, null, null],
      ['杭州王记建材', null, '2026-02-01', null, -25, null, null],
    ];
    const first = await planned(rows);
    await checked(first);
    expect(await commit(first)).toMatchObject({ created: 3 });
    const again = await planned(rows);
    expect(await checked(again)).toMatchObject({ new: 0, skip: 3 });
    expect(await whys(again)).toEqual([
      ['skip', 'already_there'],
      ['skip', 'already_there'],
      ['skip', 'already_there'],
    ]);
    const other = await planned([openingHeads, ['杭州王记建材', 'XS-001', '2025-11-03', null, 90, null, null]]);
    await checked(other);
    expect(await whys(other)).toEqual([['error', 'number_taken']]);
  });

  it('asks about rows that stand twice without a number, and about customers it does not know', async () => {
    app.aCustomer({ name: '杭州王记建材有限公司' });
    const plan = await planned([
      openingHeads,
      ['杭州王记建材', null, '2026-02-01', null, 60, null, null],
      ['杭州王记建材', null, '2026-02-01', null, 60, null, null],
      ['陌生商行', null, '2026-02-01', null, 10, null, null],
      ['陌生商行', 'N-2', '2026-02-02', null, 20, null, null],
    ]);
    expect(await checked(plan)).toMatchObject({ new: 1, question: 3 });
    expect(await whys(plan)).toEqual([
      ['new', null],
      ['question', 'twice_in_file'],
      ['question', 'unknown_customer'],
      ['question', 'unknown_customer'],
    ]);
    const both = await app.done('imports', 'decide', { importId: plan.importId, row: 3, decision: 'create' });
    expect(both.row.result).toBe('new');
    expect(await checked(plan, { createsCustomers: true })).toMatchObject({ new: 4, question: 0 });
    expect(await commit(plan)).toMatchObject({ created: 4, customersCreated: 1, amountFen: 15_000 });
    expect(all("SELECT count(*) AS rows FROM customers WHERE name = '陌生商行'")).toEqual([{ rows: 1 }]);
  });

  it('says what contradicts itself', async () => {
    app.aCustomer({ name: '甲厂' });
    const plan = await planned([
      ['客户', '应收金额', '已收金额', '未收金额', '日期', '到期日'],
      ['甲厂', 100, 30, 60, '2026-01-01', null],
      ['甲厂', 100, 30, 70, '2026-02-01', '2026-01-01'],
      ['甲厂', null, null, null, '2026-02-01', null],
      ['甲厂', null, null, 70, '2026-08-01', null],
      [null, null, null, 70, '2026-01-01', null],
    ]);
    expect(await checked(plan)).toMatchObject({ error: 5 });
    expect(await whys(plan)).toEqual([
      ['error', 'does_not_add_up'],
      ['error', 'before_issue'],
      ['error', 'required'],
      ['error', 'dated_in_future'],
      ['error', 'required'],
    ]);
  });
});

const orderHeads = [
  '单据编号',
  '客户名称',
  '单据日期',
  '商品名称',
  '规格型号',
  '单位',
  '数量',
  '单价',
  '折扣率',
  '金额',
];

describe('import of orders', () => {
  it('folds lines by number, where the head of an order is printed once', async () => {
    const wang = app.aCustomer({ name: '杭州王记建材有限公司' });
    const before = app.hash();
    const plan = await planned([
      orderHeads,
      ['XS-1', '杭州王记建材', '2026-01-10', '防水涂料', '20kg', '桶', 3, 128.5, null, 385.5],
      [null, null, null, '滚刷', null, '把', 10, 4.25, '9折', 38.25],
      ['XS-2', '杭州王记建材', '2026-02-20', '水泥', null, '吨', 2.5, 400, '85%', null],
      [null, '小计', null, null, null, null, 15.5, null, null, 1423.75],
    ]);
    expect(plan.target).toBe('orders');
    expect(await checked(plan)).toMatchObject({
      question: 1,
      columnQuestions: [{ field: 'discount', problem: 'discount_meaning', rows: 1 }],
    });
    const paid = { discount: { discountMeans: 'paid' } };
    expect(await checked(plan, { credit: { kind: 'month_end', days: 15 } }, paid)).toMatchObject({ new: 3, skip: 1 });
    expect(await whys(plan)).toEqual([
      ['new', null],
      ['new', 'folded'],
      ['new', null],
      ['skip', 'total_row'],
    ]);
    expect(await commit(plan)).toMatchObject({ created: 2, linesCreated: 3, amountFen: 127_375 });
    expect(
      all('SELECT order_no, due_on, amount_fen FROM receivables r JOIN sales_orders o ON o.id = r.order_id'),
    ).toEqual([
      { order_no: 'XS-1', due_on: '2026-02-15', amount_fen: 42_375 },
      { order_no: 'XS-2', due_on: '2026-03-15', amount_fen: 85_000 },
    ]);
    expect(all('SELECT title, unit, quantity_e3, discount_bp, amount_fen FROM sales_order_lines')).toEqual([
      { title: '防水涂料 20kg', unit: '桶', quantity_e3: 3_000, discount_bp: 0, amount_fen: 38_550 },
      { title: '滚刷', unit: '把', quantity_e3: 10_000, discount_bp: 1_000, amount_fen: 3_825 },
      { title: '水泥', unit: '吨', quantity_e3: 2_500, discount_bp: 1_500, amount_fen: 85_000 },
    ]);
    expect(balanceOn(readLedger(app.book, wang), today()).openFen).toBe(127_375);

    const again = await planned([
      orderHeads,
      ['XS-1', '杭州王记建材', '2026-01-10', '别的', null, null, 1, 1, null, 1],
    ]);
    await checked(again);
    expect(await whys(again)).toEqual([['error', 'number_taken']]);
    const [batch] = (await app.done('imports', 'batches', {})).batches;
    if (!batch) throw new Error('no batch');
    await app.done('history', 'undo', { batchId: batch.batchId });
    expect(app.hash()).toBe(before);
  });

  it('keeps half an order out, and doubles none', async () => {
    app.aCustomer({ name: '甲厂' });
    const rows = [
      ['订单号', '客户', '日期', '品名', '数量', '单价', '金额'],
      ['A1', '甲厂', '2026-01-01', '螺丝', 10, 1, 10],
      ['A1', '甲厂', '2026-01-01', '螺母', 'x', 1, 10],
      ['A2', '甲厂', '2026-01-01', '螺丝', 10, 1, 12],
      ['A3', '甲厂', '2026-01-01', '螺丝', -10, 1, -10],
      ['A4', '甲厂', '2026-01-01', '螺丝', 10, 1, 10],
      ['A4', '甲厂', '2026-01-02', '螺母', 5, 2, 10],
      ['A5', '甲厂', '2026-01-03', '螺丝', 3, 3.3333, 10.01],
      [null, '甲厂', '2026-01-04', '螺丝', 30_000, null, 10],
    ];
    const plan = await planned(rows);
    await checked(plan, { roundingTitle: '尾差' });
    expect(await whys(plan)).toEqual([
      ['error', 'order_incomplete'],
      ['error', 'not_a_number'],
      ['error', 'amount_differs'],
      ['error', 'is_a_return'],
      ['error', 'order_contradicts'],
      ['error', 'order_contradicts'],
      ['new', null],
      ['new', null],
    ]);
    expect((await rowsOf(plan)).slice(6).map(({ notices }) => notices)).toEqual([
      ['rounding_line'],
      ['quantity_in_note', 'number_given'],
    ]);
    expect(await commit(plan)).toMatchObject({ created: 2, amountFen: 2_001 });
    expect(all('SELECT title, amount_fen, note FROM sales_order_lines')).toEqual([
      { title: '螺丝', amount_fen: 1_000, note: null },
      { title: '尾差', amount_fen: 1, note: null },
      { title: '螺丝', amount_fen: 1_000, note: '30000' },
    ]);
    const again = await planned(rows);
    expect(await checked(again, { roundingTitle: '尾差' })).toMatchObject({ new: 0, skip: 2 });
  });
});

const paymentHeads = ['收款日期', '付款单位', '收款金额', '结算方式', '凭证号', '摘要'];

describe('import of payments', () => {
  it('settles the oldest first, day by day, whatever the order of the rows', async () => {
    const wang = app.aCustomer({ name: '杭州王记建材有限公司' });
    const debts = await planned([
      openingHeads,
      ['杭州王记建材', 'M', '2025-03-01', '2025-03-31', 1000, null, null],
      ['杭州王记建材', 'A', '2025-04-01', '2025-05-01', 600, null, null],
    ]);
    await checked(debts);
    await commit(debts);
    const before = app.hash();
    const rows = [
      paymentHeads,
      ['2025-05-20', '杭州王记建材', 500, '银行承兑汇票', 'V2', null],
      ['2025-04-10', '杭州王记建材', 700, '微信', 'V1', '货款'],
      ['2025-04-10', '杭州王记建材', 700, '微信', 'V1', '货款'],
      ['2025-06-01', '杭州王记建材', 900, '贝壳', 'V3', null],
    ];
    const plan = await planned(rows);
    expect(plan.target).toBe('payments');
    await checked(plan);
    expect(await rowsOf(plan)).toMatchObject([
      { result: 'error', why: 'required' },
      { result: 'new' },
      { result: 'skip', why: 'same_as_row' },
      { result: 'new', notices: ['unknown_method'] },
    ]);
    await app.done('imports', 'setCell', { importId: plan.importId, row: 2, field: 'billDueOn', text: '2025-11-20' });
    expect(await commit(plan)).toMatchObject({ created: 3, amountFen: 210_000, prepaidFen: 50_000 });
    const ledger = readLedger(app.book, wang);
    const [atApril, atMay] = [parseCalendarDate('2025-04-15'), parseCalendarDate('2025-05-21')];
    if (!atApril || !atMay) throw new Error('no day');
    expect(agingOn(ledger, atApril)).toMatchObject({ not_due: 60_000, d1_30: 30_000 });
    expect(agingOn(ledger, atMay)).toMatchObject({ d1_30: 40_000, not_due: 0 });
    expect(balanceOn(ledger, today())).toMatchObject({ openFen: 0, prepaidFen: 50_000 });

    const again = await planned(rows);
    await checked(again);
    expect((await whys(again)).slice(1)).toEqual([
      ['skip', 'already_there'],
      ['skip', 'same_as_row'],
      ['skip', 'already_there'],
    ]);
    const [batch] = (await app.done('imports', 'batches', {})).batches;
    if (!batch) throw new Error('no batch');
    await app.done('history', 'undo', { batchId: batch.batchId });
    expect(app.hash()).toBe(before);
  });
});

describe('who may import money', () => {
  it('is a bookkeeper, who makes no customers by it and imports none', async () => {
    app.aCustomer({ name: '甲厂', ownerId: app.ownerId });
    await app.sitDown(app.aUser({ role: 'bookkeeper', name: '钱会计' }));
    const plan = await planned([
      openingHeads,
      ['甲厂', 'N1', '2026-01-01', null, 10, null, null],
      ['乙厂', 'N2', '2026-01-01', null, 20, null, null],
    ]);
    expect(plan.allowed).toEqual(['openings', 'orders', 'payments']);
    await checked(plan, { createsCustomers: true });
    expect(await whys(plan)).toEqual([
      ['new', null],
      ['error', 'unknown_customer'],
    ]);
    expect(
      await app.refused('imports', 'plan', { importId: plan.importId, sheetIndex: 0, target: 'customers' }),
    ).toEqual({ kind: 'forbidden', right: 'import.customers' });
  });

  it('is no salesperson, also where the owner began the import', async () => {
    app.aCustomer({ name: '甲厂' });
    const plan = await planned([openingHeads, ['甲厂', 'N1', '2026-01-01', null, 10, null, null]]);
    await checked(plan);
    await app.sitDown(app.aUser({ role: 'salesperson', name: '李娜' }));
    expect(await app.refused('imports', 'commit', { importId: plan.importId })).toEqual({
      kind: 'forbidden',
      right: 'import.money',
    });
    expect(
      await app.refused('imports', 'plan', { importId: plan.importId, sheetIndex: 0, target: 'payments' }),
    ).toEqual({ kind: 'forbidden', right: 'import.money' });
    expect(count('receivables')).toBe(0);
  });
});
