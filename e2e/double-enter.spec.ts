import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';
import { PaymentsPage } from './screens/payments-page.ts';

const wang = '杭州王记建材有限公司';

describe('a payment typed in a hurry', () => {
  const folder = new TestFolder();
  let journey: Journey;
  let desk: PaymentsPage;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const begin = async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-05-21T09:00:00+08:00' });
    desk = new PaymentsPage(journey.page, journey.words);
  };
  const lines = () => journey.page.getByRole('table').locator('tbody tr', { hasText: wang });

  beforeAll(async () => {
    await begin();
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const made = await journey.call('customers.create', { customer: aCustomerForm({ name: wang }) });
    const id = made !== null && typeof made === 'object' && 'id' in made ? made.id : null;
    const debt = { customerId: id, issuedOn: '2026-05-01', dueOn: '2026-05-11', reference: null, note: null };
    await journey.call('receivables.enter', { ...debt, amountFen: 100_000 });
    await desk.goTo();
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('is one payment though Ctrl+Enter was pressed twice, and stays when the power goes at once', async () => {
    const { page, app } = journey;
    await page.keyboard.press('Control+Shift+P');
    const form = desk.form('payment.title');
    await desk.choose(form, wang);
    const amount = form.getByRole('textbox', { name: words('payment.amount') });
    await amount.fill('400');
    // Both in one task, before anything can be drawn between them.
    await amount.evaluate((field) => {
      for (let press = 0; press < 2; press += 1) {
        const key = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent('keydown', key));
      }
    });
    await form.waitFor({ state: 'detached' });
    await app.kill9();
    await begin();
    await desk.goTo();
    await desk.showTab('payments');
    await desk.payment('¥400.00').waitFor();
    expect(await lines().count()).toBe(1);
    await desk.showTab('receivables');
    await desk.summary.getByText('¥600.00', { exact: true }).first().waitFor();
  });

  it('never did what a page must not do', () => {
    expect(journey.app.watch.offences).toEqual([]);
  });
});
