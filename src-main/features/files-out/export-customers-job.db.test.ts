import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBatch } from '../../../db/journal.ts';
import { users } from '../../../db/schema/book.ts';
import { customers } from '../../../db/schema/customers.ts';
import { at, openTestBook, type TestBook } from '../../../db/testing/open-test-book.ts';
import { parseCalendarDate } from '../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { customerColumns } from '../../../src-shared/customers/customer-list.ts';
import type { CustomerSelection } from '../../../src-shared/customers/customers-contract.ts';
import type { Reach } from '../../../src-shared/users/rights.ts';
import { type ExportCustomersOrder, exportCustomersJob } from './export-customers-job.ts';

let test: TestBook;
let folder: string;
const now = at('2026-03-05T08:00:00.000Z');

beforeEach(() => {
  test = openTestBook({ now });
  folder = mkdtempSync(join(tmpdir(), 'keben 导出 '));
});
afterEach(() => {
  test.book.close();
  rmSync(folder, { recursive: true, force: true });
});

const day = (text: string) => {
  const date = parseCalendarDate(text);
  if (!date) throw new Error(text);
  return date;
};
const headers = Object.fromEntries(customerColumns.map((column) => [column, `列 ${column}`]));
const view = (query: object = {}): CustomerSelection => ({
  kind: 'view',
  view: { search: '', filter: {}, sort: { key: 'name', direction: 'asc' }, ...query },
  exceptIds: [],
});

interface Wish {
  readonly selection?: CustomerSelection;
  readonly columns?: ExportCustomersOrder['columns'];
  readonly reach?: Reach;
  readonly userId?: Id;
  readonly isCancelled?: () => boolean;
}

async function exported({ selection = view(), columns = ['name'], reach = 'all', userId, isCancelled }: Wish = {}) {
  const order: ExportCustomersOrder = {
    selection,
    columns,
    // Safe: every column is in the list that the headers were made from.
    words: {
      sheetName: '客户',
      title: '客户 全部',
      headers: headers as ExportCustomersOrder['words']['headers'],
      withoutTier: '未分级',
    },
    path: join(folder, '客户.xlsx'),
    actor: { userId: userId ?? test.ownerId, role: 'owner', reach, today: day('2026-03-05') },
    timeZone: 'Asia/Shanghai',
    companyName: '华成机电',
    tagSeparator: '、',
  };
  const outcome = await exportCustomersJob(order, {
    progress: () => {},
    isCancelled: isCancelled ?? (() => false),
    openBook: () => ok(test.book),
  });
  if (test.book.sqlite.inTransaction) test.book.sqlite.prepare('COMMIT').run();
  return outcome;
}

async function sheet(): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, '客户.xlsx'));
  const [first] = workbook.worksheets;
  if (!first) throw new Error('no sheet');
  return first;
}

async function column(number: number): Promise<unknown[]> {
  const found = await sheet();
  return Array.from({ length: found.rowCount }, (_row, index) => found.getCell(index + 1, number).value);
}

describe('exportCustomersJob', () => {
  it('writes each column as the grid shows it, days as days and phones as text', async () => {
    const person = test.aUser({ name: '李销售' });
    const tagId = test.aTag({ name: '重点' });
    const otherTag = test.aTag({ name: '老客户' });
    const id = test.aCustomer({
      name: '杭州西湖贸易有限公司',
      phone: '057188886666',
      wechat: '=cmd()',
      province: '浙江',
      city: '杭州',
      tierId: test.tierIds.A,
      ownerId: person,
    });
    test.aTagOn(id, tagId);
    test.aTagOn(id, otherTag);
    test.aVisitPlan({ customerId: id, plannedOn: day('2026-03-09') });
    test.aFollowUp({ customerId: id, happenedAt: at('2026-03-04T16:30:00.000Z') });
    expect(await exported({ columns: customerColumns })).toMatchObject({ ok: true, value: { rows: 1 } });
    const found = await sheet();
    const cells = Object.fromEntries(
      customerColumns.map((name, index) => [name, found.getCell(2, index + 1).value ?? null]),
    );
    expect(cells).toMatchObject({
      name: '杭州西湖贸易有限公司',
      tier: 'A',
      phone: '057188886666',
      wechat: '=cmd()',
      province: '浙江',
      city: '杭州',
      district: null,
      owner: '李销售',
      nextVisitOn: new Date(Date.UTC(2026, 2, 9)),
      dueOn: new Date(Date.UTC(2026, 2, 12)),
      lastContactAt: new Date(Date.UTC(2026, 2, 5, 0, 30)),
      createdAt: new Date(Date.UTC(2026, 2, 5, 16, 0)),
    });
    expect(String(cells.tags).split('、').sort()).toEqual(['老客户', '重点']);
    expect(found.getCell('A1').value).toBe('列 name');
    expect(found.headerFooter.oddHeader).toBe('&L华成机电&C客户 全部&R 2026-03-05');
  });

  it('follows the view: its search, its order, without those unticked', async () => {
    const names = ['广州丙公司', '北京甲公司', '成都乙公司', '大连别家'];
    const ids = names.map((name) => test.aCustomer({ name }));
    await exported({ selection: view({ search: '公司' }) });
    expect(await column(1)).toEqual(['列 name', '北京甲公司', '成都乙公司', '广州丙公司']);
    const unticked = view({ sort: { key: 'name', direction: 'desc' } });
    if (unticked.kind === 'view' && ids[2]) unticked.exceptIds.push(ids[2]);
    await exported({ selection: unticked });
    expect(await column(1)).toEqual(['列 name', '广州丙公司', '大连别家', '北京甲公司']);
  });

  it('writes the ticked ones in their order, without what is in the bin by now', async () => {
    const [a, b, c] = ['甲', '乙', '丙'].map((name) => test.aCustomer({ name }));
    if (!a || !b || !c) throw new Error('three customers');
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now }, (db) =>
      db.update(customers, b, { deletedAt: now }),
    );
    expect(await exported({ selection: { kind: 'ids', ids: [c, b, a] } })).toMatchObject({ value: { rows: 2 } });
    expect(await column(1)).toEqual(['列 name', '丙', '甲']);
  });

  it('leaves the customers of others out where the right reaches no further', async () => {
    const me = test.aUser({ name: '李销售' });
    const other = test.aUser({ name: '赵销售' });
    test.aCustomer({ name: '我的', ownerId: me });
    test.aCustomer({ name: '别人的', ownerId: other });
    test.aCustomer({ name: '没人的' });
    await exported({ reach: 'own', userId: me });
    expect(new Set(await column(1))).toEqual(new Set(['列 name', '我的', '没人的']));
  });

  it('names an owner who has left', async () => {
    const gone = test.aUser({ name: '走了的人' });
    test.aCustomer({ name: '甲', ownerId: gone });
    writeBatch(test.book, { source: 'edit', userId: test.ownerId, now }, (db) =>
      db.update(users, gone, { deletedAt: now }),
    );
    await exported({ columns: ['name', 'owner'] });
    expect(await column(2)).toEqual(['列 owner', '走了的人']);
  });

  it('says in words that a customer has no tier', async () => {
    test.aCustomer({ name: '甲' });
    await exported({ columns: ['tier'] });
    expect(await column(1)).toEqual(['列 tier', '未分级']);
  });

  it('ends as cancelled when the user says so', async () => {
    for (let index = 0; index < 600; index += 1) test.aCustomer({ name: `客户${index}` });
    expect(await exported({ isCancelled: () => true })).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });
});
