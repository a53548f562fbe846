import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** 收款 and the money forms that open over any page. */
export class PaymentsPage {
  readonly summary: Locator;
  readonly grid: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.summary = page.getByRole('region', { name: words('desk.summary') });
    this.grid = page.getByRole('region', { name: words('desk.grid') });
  }

  async goTo(): Promise<void> {
    const menu = this.page.getByRole('navigation', { name: this.words('shell.menu') });
    await menu.getByRole('button', { name: this.words('page.payments'), exact: true }).click();
    await this.page.getByRole('heading', { name: this.words('page.payments'), level: 1 }).waitFor();
  }

  async showTab(tab: 'receivables' | 'payments' | 'plan' | 'statement'): Promise<void> {
    await this.page.getByRole('tab', { name: this.words(`desk.tab.${tab}`), exact: true }).click();
  }

  form(name: 'payment.title' | 'receivable.title'): Locator {
    return this.page.getByRole('form', { name: this.words(name) });
  }

  async choose(form: Locator, customer: string): Promise<void> {
    const field = form.getByRole('combobox', { name: this.words('money.customer') });
    await field.fill(customer);
    await this.page.locator('.ant-select-item-option', { hasText: customer }).first().click();
  }

  /** Types a day as a person does; the calendar that opened takes it and closes. */
  async typeDay(field: Locator, day: string): Promise<void> {
    await field.click();
    await field.fill(day);
    await field.press('Enter');
  }

  async lookAsOf(day: string): Promise<void> {
    await this.typeDay(this.page.getByRole('textbox', { name: this.words('desk.asOf') }), day);
  }

  bucket(bucket: 'not_due' | 'd1_30' | 'd31_60' | 'd61_90'): Locator {
    return this.summary.getByRole('button', { name: this.words(`money.bucket.${bucket}`) });
  }

  /** The line of the list of payments with this amount. */
  payment(amount: string): Locator {
    return this.page.locator('tbody tr', { hasText: amount }).first();
  }
}
