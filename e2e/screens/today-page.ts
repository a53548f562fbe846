import type { Locator, Page } from 'playwright-core';
import { CustomerPane } from './customer-pane.ts';
import type { Words } from './words.ts';

/** 今日: the lines of the day, the one-line form under one of them, and what is printed. */
export class TodayPage {
  readonly region: Locator;
  readonly pane: CustomerPane;
  readonly preview: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.region = page.getByRole('region', { name: words('page.today'), exact: true });
    this.pane = new CustomerPane(page, words);
    this.preview = page.getByRole('dialog').filter({ has: page.getByRole('region', { name: words('print.preview') }) });
  }

  section(name: 'overdue' | 'visits' | 'occasions' | 'due'): Locator {
    return this.region.getByRole('region', { name: this.words(`today.section.${name}`), exact: true });
  }

  tomorrow(): Locator {
    return this.region.getByRole('region', { name: this.words('day.tomorrow'), exact: true });
  }

  /** The line of a customer, in whichever section it stands. */
  line(name: string): Locator {
    return this.region.getByRole('listitem').filter({ has: this.page.getByRole('button', { name, exact: true }) });
  }

  tick(name: string): Locator {
    return this.region.getByRole('checkbox', { name: this.words('today.tick', { name }), exact: true });
  }

  /** The same circle once it is ticked. */
  untick(name: string): Locator {
    return this.region.getByRole('checkbox', { name: this.words('today.untick', { name }), exact: true });
  }

  form(name: string): Locator {
    return this.region.getByRole('group', { name: this.words('today.lineFor', { name }) });
  }

  /** The headline, whole. */
  headline(): Promise<string> {
    return this.region.getByRole('heading', { level: 1 }).innerText();
  }

  /** Ticks a line by keyboard, writes and logs. */
  async log(name: string, text: string): Promise<void> {
    await this.tick(name).focus();
    await this.page.keyboard.press('Enter');
    await this.form(name)
      .getByRole('textbox', { name: this.words('followUp.text') })
      .fill(text);
    await this.page.keyboard.press('Enter');
  }

  async print(what: 'route' | 'morning'): Promise<void> {
    await this.region.getByRole('button', { name: this.words(`print.${what}`) }).click();
    await this.preview.waitFor();
  }

  /** The pages of the preview, as text. */
  async printedPages(): Promise<readonly string[]> {
    const pages = this.preview.getByRole('region', { name: this.words('print.preview') }).locator('section');
    await pages.first().waitFor();
    return pages.allInnerTexts();
  }
}
