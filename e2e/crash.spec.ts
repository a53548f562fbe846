import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkBook } from '../db/soak/check-book.ts';
import { openBookFile } from '../db/testing/book-file.ts';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { launchApp } from './launch-app.ts';
import { answerOpenDialogs } from './screens/system-dialogs.ts';

let folder: TestFolder;
let journey: Journey;
const userData = () => folder.file('数据');

beforeEach(async () => {
  folder = new TestFolder();
  journey = await beginJourney({ userData: userData() });
});
afterEach(async () => {
  await journey.app.close();
  folder.remove();
});

describe('after a power cut', () => {
  it('what was half typed stands where it stood', async () => {
    const firm = '德清县永兴农机维修部';
    const before = journey.shell;
    await before.command('command.newCustomer').click();
    await before.newCustomer.field('field.customerName').fill(firm);
    await journey.page.keyboard.press('Control+s');
    await before.customers.pane.heading(firm).waitFor();
    await before.customers.pane.followUpText.fill('老板说月底前先付一半，余下的');
    await before.customers.pane.draftKept().waitFor();
    await journey.page.keyboard.press('Control+n');
    await before.newCustomer.field('field.customerName').fill('湖州南浔');
    await before.newCustomer.field('field.mobile').fill('1385726');
    await before.newCustomer.draftKept().waitFor();
    expect(journey.app.watch.offences).toEqual([]);
    await journey.app.kill9();

    journey = await beginJourney({ userData: userData() });
    const after = journey.shell;
    await journey.page.getByText(journey.words('bookWarning.uncleanShutdown')).waitFor();
    await after.customers.pane.heading(firm).waitFor();
    expect(await after.customers.pane.followUpText.inputValue()).toBe('老板说月底前先付一半，余下的');
    await journey.picture('crash-1-follow-up');
    await journey.page.keyboard.press('Control+n');
    expect(await after.newCustomer.field('field.customerName').inputValue()).toBe('湖州南浔');
    expect(await after.newCustomer.field('field.mobile').inputValue()).toBe('1385726');
    await journey.picture('crash-2-new-customer');
    expect(journey.app.watch.offences).toEqual([]);
  });

  it('an import that was being written is there whole or not at all', async () => {
    const rows = 20_000;
    const file = folder.file('两万家.xlsx');
    await writeManyCustomers(file, rows);
    const before = journey.shell;
    await answerOpenDialogs(journey.app, file);
    await journey.page.getByRole('button', { name: journey.words('firstRun.import') }).click();
    await before.imports.step('columns').waitFor();
    await before.imports.check();
    await before.imports.commit(rows);
    const done = before.imports.step('done');
    const underWay = journey.page.locator('[role=progressbar][aria-valuenow]:not([aria-valuenow="0"])');
    await underWay.or(done).first().waitFor();
    expect(journey.app.watch.offences).toEqual([]);
    await journey.app.kill9();

    journey = await beginJourney({ userData: userData() });
    const after = journey.shell;
    // The window opens on the page it was left on, which is the import.
    await after.goTo('customers');
    const empty = journey.page.getByRole('heading', { name: journey.words('firstRun.title') });
    const whole = after.customers.grid.cell(0, 'name');
    await empty.or(whole).first().waitFor();
    const left = (await empty.isVisible()) ? 0 : rows;
    await after.waitForCustomerCount(left);
    console.log(`killed while ${rows} customers were written: ${left} are there`);
    expect(journey.app.watch.offences).toEqual([]);
  });
});

interface MoneyFile {
  readonly target: 'openings' | 'orders' | 'payments';
  readonly header: readonly string[];
  readonly row: (customer: string, number: number) => readonly (string | number)[];
  readonly table: 'receivables' | 'sales_orders' | 'settlement_sources';
}

const moneyFiles: readonly MoneyFile[] = [
  {
    target: 'openings',
    header: ['往来单位', '单据编号', '日期', '到期日', '应收金额'],
    row: (customer, number) => [customer, `QC-${number}`, '2026-01-10', '2026-02-10', 120.5],
    table: 'receivables',
  },
  {
    target: 'orders',
    header: ['单据编号', '客户名称', '单据日期', '商品名称', '数量', '单价', '金额'],
    row: (customer, number) => [`XS-${number}`, customer, '2026-01-10', '合页', 2, 60.25, 120.5],
    table: 'sales_orders',
  },
  {
    target: 'payments',
    header: ['收款日期', '付款单位', '收款金额', '结算方式', '凭证号'],
    row: (customer, number) => ['2026-02-01', customer, 60.25, '银行转账', `PZ-${number}`],
    table: 'settlement_sources',
  },
];

describe('after a power cut while money is imported', () => {
  const firms = Array.from({ length: 20 }, (_, index) => `欠款客户${String(index + 1).padStart(2, '0')}号`);

  it.each(moneyFiles)('$target are there whole or not at all, and the next file goes in', async (file) => {
    const rows = 6_000;
    for (const name of firms) {
      const made = await journey.call('customers.create', { customer: aCustomerForm({ name }) });
      const customerId = z.object({ id: z.string() }).parse(made).id;
      const debt = { issuedOn: '2026-01-05', dueOn: '2026-01-31', amountFen: 1_000_000 };
      await journey.call('receivables.enter', { customerId, ...debt });
    }
    const first = folder.file('第一个.xlsx');
    await writeMoney(first, file, { from: 1, count: rows });
    await importUntilCommit(first, rows);
    const underWay = journey.page.locator('[role=progressbar][aria-valuenow]:not([aria-valuenow="0"])');
    await underWay.or(journey.shell.imports.step('done')).first().waitFor();
    expect(journey.app.watch.offences).toEqual([]);
    await journey.app.kill9();

    journey = await beginJourney({ userData: userData() });
    const second = folder.file('第二个.xlsx');
    await writeMoney(second, file, { from: rows + 1, count: 30 });
    await importUntilCommit(second, 30);
    await journey.shell.imports.step('done').waitFor();
    expect(journey.app.watch.offences).toEqual([]);
    const { bookPath } = z.object({ bookPath: z.string() }).parse(await journey.call('book.about', {}));
    await journey.app.close();
    const { book } = openBookFile(bookPath);
    try {
      const counted = Number(book.sqlite.prepare(`SELECT count(*) FROM ${file.table}`).pluck().get());
      const left = counted - 30 - (file.table === 'receivables' ? firms.length : 0);
      console.log(`killed while ${rows} ${file.target} were written: ${left} are there`);
      expect([0, rows]).toContain(left);
      expect(checkBook(book)).toEqual([]);
    } finally {
      book.close();
    }
  });

  async function importUntilCommit(path: string, rows: number): Promise<void> {
    const { shell, app } = journey;
    await answerOpenDialogs(app, path);
    await shell.command('imports.label').click();
    await shell.imports.choose.click();
    await shell.imports.step('columns').waitFor();
    await shell.imports.check();
    await shell.imports.result('new', rows).waitFor();
    await shell.imports.commit(rows);
  }

  async function writeMoney(path: string, file: MoneyFile, rows: { readonly from: number; readonly count: number }) {
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
    const sheet = workbook.addWorksheet('账');
    sheet.addRow(file.header).commit();
    for (let number = rows.from; number < rows.from + rows.count; number += 1) {
      sheet.addRow(file.row(firms[number % firms.length] ?? '', number)).commit();
    }
    await workbook.commit();
  }
});

describe('the app started a second time', () => {
  it('hands over to the window that is open', async () => {
    await journey.app.evaluate(({ app }) => {
      app.once('second-instance', () => Object.assign(globalThis, { wasCalled: true }));
    });
    const second = await launchApp({ userData: userData() });
    try {
      await expect(second.firstWindow()).rejects.toThrow(/before it opened a window/);
    } finally {
      await second.close();
    }
    expect(await journey.app.evaluate(() => Reflect.get(globalThis, 'wasCalled'))).toBe(true);
    expect(await journey.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(journey.app.watch.offences).toEqual([]);
  });
});

async function writeManyCustomers(file: string, count: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet('客户');
  sheet.addRow(['客户名称', '联系人', '手机']).commit();
  for (let number = 1; number <= count; number += 1) {
    const digits = String(number).padStart(5, '0');
    sheet.addRow([`客户 ${digits}`, '王先生', `138000${digits}`]).commit();
  }
  await workbook.commit();
}
