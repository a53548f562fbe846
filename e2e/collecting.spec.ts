import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aContactForm, aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey } from './journey.ts';
import { PaymentsPage } from './screens/payments-page.ts';

const wang = '杭州王记五金经营部';
const phone = '13858126630';

/** 9 February: an order of 1 January is 9 days late; another was paid in two parts and then becomes less. */
describe('collecting money', () => {
  let journey: Journey;
  let desk: PaymentsPage;
  let customerId: unknown;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const press = (key: string) => journey.page.keyboard.press(key);
  const focused = () => journey.page.locator(':focus');
  const pay = (receivedOn: string, yuan: number) =>
    journey.call('payments.record', { customerId, payment: { receivedOn, amountFen: yuan * 100, method: 'transfer' } });

  beforeAll(async () => {
    journey = await beginJourney({ clock: '2026-02-09T09:00:00+08:00' });
    const { call } = journey;
    await call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const form = aCustomerForm({ name: wang });
    const contact = aContactForm({ name: '王建国', mobile: phone });
    const made = await call('customers.create', { customer: form, contacts: [contact] });
    if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no customer');
    customerId = made.id;
    const terms = { credit: { kind: 'days', days: 30 }, plan: { kind: 'once' } };
    const order = (orderNo: string, issuedOn: string, yuan: number) =>
      call('orders.create', {
        customerId,
        orderNo,
        issuedOn,
        ...terms,
        lines: [{ title: '角阀', unitPriceE4: yuan * 5_000, quantityE3: 2_000 }],
      });
    await order('XS-PAID', '2025-12-20', 1_000);
    await pay('2026-01-03', 600);
    await pay('2026-01-06', 400);
    await order('XS-LATE', '2026-01-01', 500);
    desk = new PaymentsPage(journey.page, journey.words);
    await desk.goTo();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
  });

  it('calls whom it lists: the number is on the clipboard, and the follow-up is ready as a call', async () => {
    const { app, page, shell } = journey;
    await desk.showTab('plan');
    const calls = page.getByRole('region', { name: words('desk.section.calls') });
    await calls.getByText('¥500.00', { exact: true }).waitFor();
    await calls.getByRole('button', { name: words('dial.call', { name: wang, phone: '138 5812 6630' }) }).click();
    await shell.dialog.getByText('138 5812 6630').waitFor();
    await shell.dialog.getByRole('status').getByText(words('dial.copied')).waitFor();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(phone);
    await journey.picture('collecting-dial');
    await shell.dialog.getByRole('button', { name: words('dial.note') }).press('Enter');
    const { pane } = shell.customers;
    await pane.heading(wang).waitFor();
    await expect.poll(() => pane.followUpText.evaluate((field) => field === document.activeElement)).toBe(true);
    const channel = pane.region.getByRole('radio', { name: words('channel.phone') });
    expect(await channel.isChecked()).toBe(true);
    await page.keyboard.type('答应周五付 500');
    await press('Control+Enter');
    await shell.messages.getByText(wang).waitFor();
    await pane.showTab('timeline');
    await pane.tabBody('timeline').getByText('答应周五付 500').waitFor();
    await pane.close();
  });

  it('asks which payments come free when an order becomes less than was paid, and frees the one chosen', async () => {
    const { page } = journey;
    await openOrder('XS-PAID');
    await page.getByRole('button', { name: words('order.edit'), exact: true }).click();
    const price = page.getByLabel(words('order.cellOf', { column: words('order.column.price'), no: 1 }));
    await price.fill('350');
    await press('Control+Enter');
    const question = page.getByRole('form', { name: words('order.releases.title') });
    const box = (day: string): Locator => question.getByRole('checkbox', { name: new RegExp(day) });
    await question.waitFor();
    expect([await box('01-06').isChecked(), await box('01-03').isDisabled()]).toEqual([true, true]);
    await journey.picture('collecting-releases');
    await expect.poll(() => focused().getAttribute('type')).toBe('checkbox');
    await press('Space');
    await question.getByText(words('releases.missing', { amount: '¥300.00' })).waitFor();
    await press('Control+Enter');
    expect(await question.isVisible()).toBe(true);
    await box('01-03').focus();
    await press('Space');
    await press('Control+Enter');
    await question.waitFor({ state: 'detached' });
    await journey.shell.message(words('order.saved', { no: 'XS-PAID', name: wang, amount: '¥700.00' })).waitFor();
    await press('Escape');
    await desk.showTab('payments');
    await page
      .getByRole('radiogroup', { name: words('desk.period.label') })
      .getByText(words('desk.period.all'))
      .click();
    await expect.poll(() => amountsOf('¥600.00')).toEqual(['¥600.00', '¥300.00', '¥300.00']);
    expect(await amountsOf('¥400.00')).toEqual(['¥400.00', '¥400.00', '—']);
  });

  it('gives the focus back to where a form was asked for, and takes up again what Esc put down', async () => {
    const { page, shell } = journey;
    const record = page.getByRole('button', { name: words('money.pay'), exact: true });
    await record.focus();
    await press('Enter');
    const form = desk.form('payment.title');
    await desk.choose(form, wang);
    // A chosen customer leads on to the amount.
    await expect.poll(() => focused().getAttribute('aria-label')).toBe(words('payment.amount'));
    await page.keyboard.type('１２３．５');
    // The list of customers takes Escape for itself until it has gone.
    await page.locator('.ant-select-item-option').first().waitFor({ state: 'hidden' });
    await press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => focused().textContent()).toContain(words('money.pay'));
    await shell
      .message(words('payment.notSaved'))
      .getByRole('button', { name: words('action.goOn') })
      .click();
    expect(await form.getByRole('textbox', { name: words('payment.amount') }).inputValue()).toBe('１２３．５');
    await press('Control+Enter');
    await shell.message('¥123.50').waitFor();
  });

  it('never did what a page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });

  const openOrder = async (no: string): Promise<void> => {
    const { page } = journey;
    await desk.goTo();
    await page.getByRole('tab', { name: words('desk.tab.orders'), exact: true }).click();
    await page.getByRole('button', { name: words('order.openOf', { name: wang, no }) }).click();
    await page.getByText(words('order.sheetTitle', { no })).waitFor();
  };
  const amountsOf = async (amount: string): Promise<string[]> => {
    const cells = await desk.payment(amount).getByRole('cell').allTextContents();
    return cells.slice(-3);
  };
});
