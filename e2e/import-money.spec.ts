import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { PaymentsPage } from './screens/payments-page.ts';
import { answerOpenDialogs } from './screens/system-dialogs.ts';

const wang = '杭州王记建材有限公司';
const file = '期初应收.xlsx';

/** What a bookkeeper keeps in Excel: a title, a paid column, a customer by another name, a total. 1,500 is open. */
async function writeOpenings(path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('应收明细');
  sheet.addRow(['期初应收明细表']);
  sheet.addRow(['往来单位', '单据编号', '日期', '到期日', '应收金额', '已收金额', '备注']);
  sheet.addRow([wang, 'XS-001', '2025-11-03', '2025-12-03', 1200.5, 200.5, null]);
  sheet.addRow(['杭州王记建材', 'XS-002', '2026-02-01', '2026-04-01', 300, null, '尾款']);
  sheet.addRow(['陌生商行', 'XS-003', '2026-01-15', '2026-01-31', 200, null, null]);
  sheet.addRow([wang, 'XS-004', '2026-02-30', null, 70, null, null]);
  sheet.addRow(['合计', null, null, null, 1770.5, 200.5, null]);
  await workbook.xlsx.writeFile(path);
}

describe('opening receivables from Excel', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let desk: PaymentsPage;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const owed = (text: string) => desk.summary.getByText(text, { exact: true }).first().waitFor();

  beforeAll(async () => {
    await writeOpenings(folder.file(file));
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-02-09T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    await journey.call('customers.create', { customer: aCustomerForm({ name: wang }) });
    desk = new PaymentsPage(journey.page, journey.words);
    await answerOpenDialogs(journey.app, folder.file(file));
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('are seen for what they are, their columns found', async () => {
    const { shell, page } = journey;
    await shell.command('imports.label').click();
    await journey.picture('import-money-1-file');
    await shell.imports.choose.click();
    await shell.imports.step('columns').waitFor();
    const taken = page.getByRole('radio', { name: words('imports.target.openings'), checked: true });
    await taken.waitFor({ state: 'attached' });
    await journey.picture('import-money-2-columns');
  });

  it('ask about a customer the book does not know, unless new ones may be made', async () => {
    const { shell, page } = journey;
    await shell.imports.check();
    await shell.imports.result('new', 2).waitFor();
    await shell.imports.result('question', 1).waitFor();
    await shell.imports.result('error', 1).waitFor();
    await journey.picture('import-money-3-question');
    await page.getByRole('button', { name: words('imports.back') }).click();
    await page.getByRole('checkbox', { name: words('imports.money.createsCustomers') }).check();
    await shell.imports.check();
    await shell.imports.result('new', 3).waitFor();
    await shell.imports.result('question', 0).waitFor();
    await journey.picture('import-money-3-check');
  });

  it('stand in the aging to the cent', async () => {
    const { shell } = journey;
    await shell.imports.commit(3);
    await shell.imports.step('done').waitFor();
    expect(await shell.imports.outcome('createdOf.openings')).toBe('3');
    expect(await shell.imports.outcome('amountOf.openings')).toBe('¥1,500.00');
    expect(await shell.imports.outcome('customersCreated')).toBe('1');
    expect(await shell.imports.outcome('inError')).toBe('1');
    await journey.picture('import-money-4-done');
    await desk.goTo();
    await owed('¥1,500.00');
    expect(await desk.bucket('d1_30').textContent()).toContain('¥200.00');
    expect(await desk.bucket('d61_90').textContent()).toContain('¥1,000.00');
    expect(await desk.bucket('not_due').textContent()).toContain('¥300.00');
    await journey.picture('import-money-5-aging');
  });

  it('are taken back whole, with the customer they brought', async () => {
    const { shell } = journey;
    await shell.waitForCustomerCount(2);
    await shell.goTo('settings');
    await shell.settings.show('changes');
    const line = shell.settings.changes().filter({ hasText: words('changes.file', { name: file }) });
    await line.getByRole('button', { name: words('action.undo') }).click();
    await line.getByText(words('changes.undone'), { exact: true }).waitFor();
    await shell.waitForCustomerCount(1);
    await desk.goTo();
    await desk.summary.getByText('¥1,500.00', { exact: true }).first().waitFor({ state: 'detached' });
  });

  it('never did what a page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
