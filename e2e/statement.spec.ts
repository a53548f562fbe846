import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { StatementPage } from './screens/statement-page.ts';

const huacheng = '上海华成机电有限公司';

/** The example of domain §1, on 21 May: 900 owed on 15 April, 400 now, 20 days late. */
describe('the statement', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let statement: StatementPage;
  let customerId: unknown;

  const openStatement = async (): Promise<void> => {
    const { page, shell, words } = journey;
    await shell.goTo('customers');
    await shell.customers.open(huacheng);
    await shell.customers.pane.showTab('money');
    await shell.customers.pane
      .tabBody('money')
      .getByRole('button', { name: words('customerMoney.statement') })
      .click();
    statement = new StatementPage(page, words);
    await statement.table.waitFor();
  };

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-05-21T09:00:00+08:00' });
    const { call } = journey;
    await call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const users = await call('users.list', {});
    if (typeof users !== 'object' || users === null || !('currentId' in users)) throw new Error('no user');
    const customer = { ...aCustomerForm({ name: huacheng }), ownerId: users.currentId };
    const made = await call('customers.create', { customer });
    if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no customer');
    customerId = made.id;
    // By the time the second order is typed the first is overdue: the owner lets it pass.
    const approval = { userId: users.currentId, reason: '补录旧单' };
    const order = (orderNo: string, issuedOn: string, dueOn: string, yuan: number) =>
      call('orders.create', {
        customerId,
        orderNo,
        issuedOn,
        credit: { kind: 'days', days: 30 },
        plan: { kind: 'parts', parts: [{ dueOn, amountFen: yuan * 100 }] },
        approval,
        lines: [{ title: '减速机', unitPriceE4: yuan * 10_000, quantityE3: 1_000 }],
      });
    const payment = (receivedOn: string, yuan: number, method: string) =>
      call('payments.record', { customerId, payment: { receivedOn, amountFen: yuan * 100, method } });
    await order('XS-A', '2026-03-01', '2026-03-31', 1_000);
    await order('XS-B', '2026-04-01', '2026-05-01', 600);
    await payment('2026-04-10', 700, 'transfer');
    await payment('2026-05-20', 500, 'wechat');
    await openStatement();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('says every line with the balance after it', async () => {
    const { words } = journey;
    await statement.choosePeriod('this_year');
    await statement.table.getByText('XS-A').waitFor();
    expect(await statement.lines()).toEqual([
      ['01-01', words('statement.opening'), '', '', '¥0.00'],
      ['03-01', 'XS-A', '¥1,000.00', '', '¥1,000.00'],
      ['04-01', 'XS-B', '¥600.00', '', '¥1,600.00'],
      ['04-10', '回款 银行转账', '', '¥700.00', '¥900.00'],
      ['05-20', '回款 微信', '', '¥500.00', '¥400.00'],
      ['05-21', words('statement.closing'), '¥1,600.00', '¥1,200.00', '¥400.00'],
    ]);
    await statement.region.getByText(words('money.daysLate', { count: 20 })).waitFor();
    await journey.picture('statement-1');
  });

  it('brings forward what was owed before the period', async () => {
    await statement.choosePeriod('this_month');
    const balances = async () => (await statement.lines()).map((cells) => cells.at(-1));
    await expect.poll(balances).toEqual(['¥900.00', '¥400.00', '¥400.00']);
  });

  it('comes out of the printer on one page, with the balance in words and room for both seals', async () => {
    const { page, words } = journey;
    await statement.choosePeriod('this_year');
    await statement.table.getByText('XS-A').waitFor();
    const pages = await statement.print();
    expect(pages).toHaveLength(1);
    for (const part of ['华兴五金', huacheng, '肆佰元整', '¥400.00', words('statement.confirm'), 'XS-B']) {
      expect(pages[0]).toContain(part);
    }
    await journey.picture('statement-2-paper');
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: null });
    await page.keyboard.press('Escape');
    await statement.preview.waitFor({ state: 'detached' });
  });

  it('opens the order behind a line', async () => {
    const { page, words } = journey;
    await statement.table.getByRole('button', { name: 'XS-A' }).click();
    const sheet = page.getByRole('dialog').filter({ hasText: 'XS-A' });
    await sheet.waitFor();
    await sheet
      .getByRole('button', { name: words('action.close') })
      .first()
      .click();
    await sheet.waitFor({ state: 'detached' });
  });

  it('shows how he pays with the rows that say so, and takes the advice', async () => {
    const { words } = journey;
    const { terms } = statement;
    await terms.getByText(words('money.grade.poor')).waitFor();
    expect(await terms.innerText()).toContain(
      words('terms.figures', { count: 2, shown: '2', months: 24, onTime: '0%', late: '21.1' }),
    );
    const reason = words('terms.reason.seldom_on_time', { percent: 60, count: 15 });
    await terms.getByRole('button', { name: reason }).click();
    await terms.getByRole('button', { name: 'XS-A', exact: true }).waitFor();
    await terms.getByText(words('terms.advice.stop')).waitFor();
    await terms.getByRole('button', { name: words('terms.accept') }).click();
    await terms.getByRole('button', { name: words('terms.accept') }).waitFor({ state: 'detached' });
    await terms.getByText(words('terms.decided.accepted', { who: '' }).trim()).waitFor();
  });

  it('sets other terms only with a reason, and keeps what was shown that day', async () => {
    const { page, words } = journey;
    const { terms } = statement;
    await terms.getByRole('button', { name: words('terms.override') }).click();
    const form = terms.getByRole('form', { name: words('terms.override') });
    await form.getByRole('textbox', { name: words('terms.field.limit'), exact: true }).fill('2万');
    await form.getByRole('textbox', { name: words('terms.field.creditDays'), exact: true }).fill('15');
    await form.getByRole('checkbox').uncheck();
    await form.getByRole('button', { name: words('action.save') }).click();
    await form.getByText(words('terms.problem.required')).waitFor();
    await form.getByRole('textbox', { name: words('terms.field.reason'), exact: true }).fill('老板的老同学');
    await journey.picture('statement-3-override');
    await form.getByRole('textbox', { name: words('terms.field.reason'), exact: true }).press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await terms.getByRole('button', { name: words('terms.showHistory') }).click();
    const decisions = terms.getByRole('list', { name: words('terms.history') }).getByRole('listitem');
    await decisions.nth(1).waitFor();
    expect(await decisions.count()).toBe(2);
    const latest = await decisions.first().innerText();
    for (const part of ['¥20,000', '老板的老同学', words('terms.advice.stop'), '21.1']) expect(latest).toContain(part);
    await page.getByRole('button', { name: words('statement.close') }).click();
  });

  it('stands in the timeline with the orders and payments', async () => {
    const { shell, words } = journey;
    await shell.customers.pane.showTab('timeline');
    const timeline = shell.customers.pane.tabBody('timeline');
    await timeline.getByText(words('timeline.termsOverridden')).waitFor();
    const text = await timeline.innerText();
    for (const part of ['老板的老同学', words('timeline.order', { no: 'XS-B' }), '¥500.00', '¥1,000.00']) {
      expect(text).toContain(part);
    }
    await journey.picture('statement-4-timeline');
    expect(journey.app.watch.offences).toEqual([]);
  });

  it('keeps the place for both seals whole, however many debts push it over the edge of a page', async () => {
    const { call, page } = journey;
    const day = { issuedOn: '2026-05-02', dueOn: '2026-06-30' };
    await openStatement();
    // From one page to two: somewhere between these the seals no longer have room on the first.
    const counts = new Set<number>();
    for (let debts = 0; debts < 14; debts += 1) {
      await call('receivables.enter', { customerId, ...day, amountFen: 1_000 + debts, reference: `QC-${debts}` });
      if (debts < 6) continue;
      await statement.choosePeriod('this_year');
      await statement.table.getByText(`QC-${debts}`).waitFor();
      await statement.print();
      const { places, pages } = await statement.sealsOnPages();
      expect([debts, places]).toEqual([debts, [pages - 1]]);
      counts.add(pages);
      if (debts === 9) await journey.picture('statement-4-seals');
      await page.keyboard.press('Escape');
      await statement.preview.waitFor({ state: 'detached' });
    }
    expect([...counts]).toEqual([1, 2]);
  });

  it('is gone from the window when somebody sits down who may not read that money', async () => {
    const { call, page, shell } = journey;
    await call('users.create', { name: '李销售', role: 'salesperson' });
    expect(await page.getByText('¥1,000.00').count()).toBeGreaterThan(0);
    await shell.switchUser('老板', '李销售');
    await page.getByText('¥1,000.00').first().waitFor({ state: 'detached' });
    expect(await page.getByText(/¥[1-9]/).count()).toBe(0);
  });
});
