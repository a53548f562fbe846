import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { PaymentsPage } from './screens/payments-page.ts';

const wang = '杭州王记建材有限公司';

/** The example of domain §1, typed by the bookkeeper on its last day; each step standing on the one before. */
describe('the money of one customer', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let desk: PaymentsPage;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);

  const shows = (text: string) => desk.summary.getByText(text, { exact: true }).first().waitFor();
  const enter = async (amount: string, issuedOn: string, dueOn: string): Promise<void> => {
    const form = desk.form('receivable.title');
    await desk.choose(form, wang);
    await form.getByRole('textbox', { name: words('payment.amount') }).fill(amount);
    await desk.typeDay(form.getByRole('textbox', { name: words('receivable.issuedOn') }), issuedOn);
    await desk.typeDay(form.getByRole('textbox', { name: words('receivable.dueOn') }), dueOn);
    await journey.page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
  };
  /** 登记期初应收 from the palette. */
  const command = async (): Promise<void> => {
    await journey.page.keyboard.press('Control+K');
    const palette = journey.page.getByRole('combobox', { name: words('palette.hint') });
    await palette.fill(words('receivable.title'));
    await palette.press('Enter');
  };
  const pay = async (amount: string, receivedOn: string): Promise<void> => {
    await journey.page.keyboard.press('Control+Shift+P');
    const form = desk.form('payment.title');
    await desk.choose(form, wang);
    await form.getByRole('textbox', { name: words('payment.amount') }).fill(amount);
    await desk.typeDay(form.getByRole('textbox', { name: words('payment.receivedOn') }), receivedOn);
    await journey.page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-05-21T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    await journey.call('customers.create', { customer: aCustomerForm({ name: wang }) });
    desk = new PaymentsPage(journey.page, journey.words);
    await desk.goTo();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('says what to do while nothing is owed, and takes two opening balances', async () => {
    await journey.page.getByRole('button', { name: words('receivable.title') }).click();
    await enter('1000', '2026-03-01', '2026-03-31');
    await shows('¥1,000.00');
    await command();
    await enter('￥600元', '2026-04-01', '2026-05-01');
    await shows('¥1,600.00');
  });

  it('spreads 700 over the oldest and says so in the figures of 15 April', async () => {
    await pay('700', '2026-04-10');
    await desk.lookAsOf('2026-04-15');
    await shows('¥900.00');
    // 900 is owed today, too: the figures of that day are those of its buckets.
    await expect.poll(() => desk.bucket('d1_30').textContent()).toContain('¥300.00');
    expect(await desk.bucket('not_due').textContent()).toContain('¥600.00');
    await journey.picture('payments-15-april');
  });

  it('has 400 open, 20 days late, on 21 May', async () => {
    await pay('500', '2026-05-20');
    await journey.page.getByRole('button', { name: words('desk.backToToday') }).click();
    await desk.bucket('d1_30').getByText('¥400.00').waitFor();
    expect(await desk.bucket('not_due').textContent()).toContain('¥0.00');
    await journey.page.keyboard.press('Escape');
  });

  it('keeps what is paid too much as prepayment, and pays it back', async () => {
    await pay('600', '2026-05-21');
    await journey.shell.message('¥200.00').waitFor();
    await shows('¥0.00');
    await desk.showTab('payments');
    await desk.payment('¥600.00').click();
    const { dialog } = journey.shell;
    await dialog.getByRole('button', { name: words('source.refund') }).waitFor();
    // Nothing is open that the rest could settle.
    expect(await dialog.getByRole('button', { name: words('source.use') }).count()).toBe(0);
    await dialog.getByRole('button', { name: words('source.refund') }).click();
    const amount = dialog.getByRole('textbox', { name: words('source.refundAmount') });
    expect(await amount.inputValue()).toBe('200.00');
    await journey.page.keyboard.press('Control+Enter');
    await journey.shell.message(words('source.refundSaved', { amount: '¥200.00' })).waitFor();
    await journey.page.keyboard.press('Escape');
  });

  it('opens the debt again when the bill that paid it bounces, and takes that back', async () => {
    const { page, shell } = journey;
    await desk.showTab('receivables');
    await command();
    await enter('800', '2026-05-02', '2026-05-11');
    await shows('¥800.00');
    await page.keyboard.press('Control+Shift+P');
    const form = desk.form('payment.title');
    await desk.choose(form, wang);
    await form.getByRole('textbox', { name: words('payment.amount') }).fill('800');
    await form.getByText(words('money.method.acceptance_bill')).click();
    await desk.typeDay(form.getByRole('textbox', { name: words('payment.billDueOn') }), '2026-08-20');
    await page.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await shows('¥0.00');
    await desk.showTab('payments');
    await desk.payment('¥800.00').click();
    await shell.dialog.getByRole('button', { name: words('source.voidBill') }).click();
    await shell.dialog.getByRole('textbox', { name: words('money.reason') }).fill('出票人账户余额不足');
    await page.keyboard.press('Control+Enter');
    const said = words('source.bounced', { amount: '¥800.00' });
    await shell.message(said).waitFor();
    await page.keyboard.press('Escape');
    await desk.showTab('receivables');
    await shows('¥800.00');
    await shell.undoFromMessage(said);
    await shows('¥0.00');
  });

  it('never did what a page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
