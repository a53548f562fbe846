import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { PaymentsPage } from './screens/payments-page.ts';
import { StatementPage } from './screens/statement-page.ts';
import { answerSaveDialogs } from './screens/system-dialogs.ts';

const huacheng = '上海华成机电有限公司';

async function readBack(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function cellsOf(sheet: ExcelJS.Worksheet | undefined): unknown[][] {
  const rows: unknown[][] = [];
  sheet?.eachRow((row) => {
    if (Array.isArray(row.values)) rows.push(Array.from(row.values, (value) => value ?? null).slice(1));
  });
  return rows;
}

/** Owes 1,000 since 31 March and paid 300 of it; it is 21 May. */
describe('files about money', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let desk: PaymentsPage;

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-05-21T09:00:00+08:00' });
    const { call, page, words } = journey;
    await call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const made = await call('customers.create', { customer: aCustomerForm({ name: huacheng }) });
    if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no customer');
    const customerId = made.id;
    const debt = { issuedOn: '2026-03-01', dueOn: '2026-03-31', amountFen: 100_000, reference: 'HT-7' };
    await call('receivables.enter', { customerId, ...debt });
    const payment = { receivedOn: '2026-04-10', amountFen: 30_000, method: 'transfer' };
    await call('payments.record', { customerId, payment });
    desk = new PaymentsPage(page, words);
    await desk.goTo();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('writes the aging of today where the user says', async () => {
    const { app, page, shell, words } = journey;
    const file = folder.file('账龄.xlsx');
    await answerSaveDialogs(app, file);
    const toolbar = page.getByRole('button', { name: words('moneyFile.menu'), exact: true });
    await toolbar.last().click();
    await page.getByRole('menuitem', { name: words('moneyFile.kind.aging') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('moneyFile.go') })
      .click();
    await shell.messages.getByRole('button', { name: words('export.show') }).waitFor();
    const { worksheets } = await readBack(file);
    const [aging, behind] = worksheets.map(cellsOf);
    expect(aging?.[0]?.[0]).toBe(words('moneyFile.kind.aging'));
    expect(aging?.[1]?.[0]).toBe('华兴五金 · 截至 2026-05-21');
    const line = aging?.find(([name]) => name === huacheng);
    expect(line?.slice(8, 11)).toEqual([700, 700, 51]);
    expect(aging?.at(-1)?.[8]).toBe(700);
    expect(behind?.[3]?.slice(2)).toEqual([
      'HT-7',
      1,
      new Date(Date.UTC(2026, 2, 1)),
      new Date(Date.UTC(2026, 2, 31)),
      51,
      1_000,
      700,
    ]);
    await journey.picture('money-exports');
  });

  it('writes the statement on show as a workbook, and lays it out for a PDF', async () => {
    const { app, page, shell, words } = journey;
    await desk.grid.getByText(huacheng).first().click();
    const statement = new StatementPage(page, words);
    await statement.table.waitFor();
    await statement.choosePeriod('this_year');
    await statement.table.getByText('HT-7').waitFor();
    const file = folder.file('对账单.xlsx');
    await answerSaveDialogs(app, file);
    await statement.region.getByRole('button', { name: words('moneyFile.excel') }).click();
    await shell.messages.getByText(words('moneyFile.statementDone')).waitFor();
    const cells = cellsOf((await readBack(file)).worksheets[0]);
    expect(cells[0]?.[0]).toBe('华兴五金');
    const closing = cells.find(([, what]) => what === words('statement.closing'));
    expect(closing?.slice(3)).toEqual([1_000, 300, 700]);
    expect(JSON.stringify(cells)).toContain('柒佰元整');
    // The browser of the stand-in cannot print into a file by itself: it says so, and its print dialog opens.
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await statement.region.getByRole('button', { name: words('moneyFile.pdf') }).click();
    await statement.preview.locator('section section').first().waitFor();
    await statement.preview.getByText(words('moneyFile.pdfByHand')).waitFor();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
