import type { Locator, Page } from 'playwright-core';
import { BinPage } from './bin-page.ts';
import { CalendarPage } from './calendar-page.ts';
import { CustomersPage } from './customers-page.ts';
import { ImportWizard } from './import-wizard.ts';
import { NewCustomerForm } from './new-customer-form.ts';
import { SettingsPage } from './settings-page.ts';
import { TodayPage } from './today-page.ts';
import type { Words } from './words.ts';

/** The frame around every page: menu, top bar, messages, status line. */
export class Shell {
  readonly menu: Locator;
  readonly search: Locator;
  readonly toolbar: Locator;
  readonly messages: Locator;
  readonly status: Locator;
  readonly dialog: Locator;
  readonly today: TodayPage;
  readonly calendar: CalendarPage;
  readonly customers: CustomersPage;
  readonly imports: ImportWizard;
  readonly newCustomer: NewCustomerForm;
  readonly settings: SettingsPage;
  readonly bin: BinPage;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.menu = page.getByRole('navigation', { name: words('shell.menu') });
    this.search = page.getByRole('searchbox', { name: words('shell.search') });
    this.toolbar = page.getByRole('toolbar', { name: words('shell.actions') });
    this.messages = page.getByRole('region', { name: words('shell.messages') });
    this.status = page.getByRole('contentinfo');
    this.dialog = page.getByRole('dialog');
    this.today = new TodayPage(page, words);
    this.calendar = new CalendarPage(page, words);
    this.customers = new CustomersPage(page, words);
    this.imports = new ImportWizard(page, words);
    this.newCustomer = new NewCustomerForm(page, words);
    this.settings = new SettingsPage(page, words);
    this.bin = new BinPage(page, words);
  }

  async goToCalendar(): Promise<void> {
    await this.menu.getByRole('button', { name: this.words('page.calendar'), exact: true }).click();
    await this.calendar.region.waitFor();
  }

  async goTo(page: 'customers' | 'payments' | 'tiers' | 'settings' | 'bin'): Promise<void> {
    await this.menu.getByRole('button', { name: this.words(`page.${page}`), exact: true }).click();
    await this.heading(page).waitFor();
  }

  /** The day says what is to do in place of a title. */
  async goToToday(): Promise<void> {
    await this.menu.getByRole('button', { name: this.words('page.today'), exact: true }).click();
    await this.today.region.waitFor();
  }

  heading(page: 'customers' | 'payments' | 'tiers' | 'settings' | 'bin' | 'import'): Locator {
    return this.page.getByRole('heading', { name: this.words(`page.${page}`), level: 1 });
  }

  /** A button of the top bar: it is there only where the page, and the user's role, can do it. */
  command(key: 'imports.label' | 'export.label' | 'command.newCustomer'): Locator {
    return this.toolbar.getByRole('button', { name: this.words(key) });
  }

  /** A message that holds this text. */
  message(text: string): Locator {
    return this.messages.locator('[role=status],[role=alert]').filter({ hasText: text });
  }

  async undoFromMessage(text: string): Promise<void> {
    await this.message(text)
      .getByRole('button', { name: this.words('action.undo') })
      .click();
  }

  /** How many customers the status line counts, as soon as it counts this many. */
  async waitForCustomerCount(count: number): Promise<void> {
    const shown = this.words('status.customers', { count, shown: count.toLocaleString('en-US') });
    await this.status.getByText(shown, { exact: true }).waitFor();
  }

  /** Who sits at the PC is someone else now. */
  async switchUser(from: string, to: string): Promise<void> {
    await this.user(from).click();
    await this.page.getByRole('menuitem', { name: to }).click();
    await this.user(to).waitFor();
  }

  user(name: string): Locator {
    return this.menu.getByRole('button', { name: this.words('shell.switchUser', { name }), exact: true });
  }
}
