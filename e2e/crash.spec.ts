import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
