import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerForm } from '../src-main/ipc/testing/forms.ts';
import { beginJourney, type Journey, TestFolder } from './journey.ts';

const wang = '杭州王记建材有限公司';
const amount = '¥26,800.00';

/** A debt of 26,800 that was due on 30 January, looked at on Monday 9 February from every page that a day passes. */
describe('a debt past due in the work of the day', () => {
  const folder = new TestFolder();
  let journey: Journey;
  const words = (...args: Parameters<Journey['words']>) => journey.words(...args);
  const menuBadge = () => journey.page.locator('#badge-payments');
  const owed = () => journey.page.getByRole('region', { name: words('today.section.owed'), exact: true });
  const dueChip = () => journey.page.locator('[data-chip="due:2026-01-30"]');
  const owedTab = () => journey.shell.customers.tabs.getByRole('tab', { name: words('tab.overdueMoney') });

  /** On all four pages; Today is shown last. */
  const seesDebt = async (): Promise<void> => {
    await journey.shell.goTo('customers');
    await owedTab().click();
    await journey.shell.customers.grid.region.getByText(amount, { exact: true }).waitFor();
    await journey.picture('money-day-list');
    await journey.shell.goToCalendar();
    await dueChip().getByText(amount).waitFor();
    await journey.shell.goToToday();
    await owed().getByText(amount, { exact: true }).waitFor();
    await journey.page.getByRole('heading', { level: 1 }).getByText(amount).waitFor();
    expect(await menuBadge().textContent()).toContain('1');
  };

  beforeAll(async () => {
    journey = await beginJourney({ userData: folder.file('data'), clock: '2026-02-09T09:00:00+08:00' });
    await journey.call('settings.save', { timeZone: 'Asia/Shanghai', companyName: '华兴五金' });
    const { id } = customerOf(await journey.call('customers.create', { customer: aCustomerForm({ name: wang }) }));
    await journey.call('receivables.enter', {
      customerId: id,
      issuedOn: '2026-01-05',
      dueOn: '2026-01-30',
      amountFen: 2_680_000,
    });
  }, 120_000);
  afterAll(async () => {
    await journey.app.close();
    folder.remove();
  });

  it('shows with the same amount in the list, on the calendar, on Today and in the menu', async () => {
    await seesDebt();
    await journey.picture('money-day-today');
  });

  it('opens from its day on the calendar', async () => {
    await journey.shell.goToCalendar();
    await dueChip().click();
    const day = journey.page.getByRole('dialog').filter({ hasText: wang });
    await day.getByText(amount).first().waitFor();
    await journey.picture('money-day-due');
    await journey.page.keyboard.press('Escape');
    await day.waitFor({ state: 'detached' });
  });

  it('is gone from all of them after one payment started from Today, and back after undo', async () => {
    await journey.shell.goToToday();
    await owed()
      .getByRole('button', { name: words('money.payFor', { name: wang }) })
      .click();
    await journey.page.getByText(words('payment.allSettles', { amount })).waitFor();
    await journey.page.keyboard.press('Control+Enter');
    await owed().waitFor({ state: 'detached' });
    await menuBadge().waitFor({ state: 'detached' });
    await journey.shell.goToCalendar();
    await dueChip().waitFor({ state: 'detached' });
    await journey.shell.goTo('customers');
    await journey.page.getByText(words('list.emptyTab')).waitFor();
    // The list that the payment emptied fills again by itself.
    await journey.page.keyboard.press('Control+Z');
    await journey.shell.customers.grid.region.getByText(amount, { exact: true }).waitFor();
    await seesDebt();
  });
});

function customerOf(created: unknown): { readonly id: string } {
  if (created && typeof created === 'object' && 'id' in created && typeof created.id === 'string') {
    return { id: created.id };
  }
  throw new Error('no customer was made');
}
