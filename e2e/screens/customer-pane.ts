import type { Locator, Page } from 'playwright-core';
import type { WordKey, Words } from './words.ts';

type Under<P extends string> = Extract<WordKey, `${P}.${string}`> extends `${P}.${infer Name}` ? Name : never;

/** The docked pane of one customer. */
export class CustomerPane {
  readonly region: Locator;
  readonly followUpText: Locator;
  readonly nextDay: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.region = page.getByRole('complementary', { name: words('pane.label') });
    this.followUpText = this.region.getByRole('textbox', { name: words('followUp.text') });
    this.nextDay = this.region.getByLabel(words('followUp.nextDay'), { exact: true });
  }

  heading(name: string): Locator {
    return this.region.getByRole('heading', { name, exact: true });
  }

  async showTab(tab: Under<'pane.tab'>): Promise<void> {
    await this.region.getByRole('tab', { name: this.words(`pane.tab.${tab}`) }).click();
  }

  tabBody(tab: Under<'pane.tab'>): Locator {
    return this.region.getByRole('tabpanel', { name: this.words(`pane.tab.${tab}`) });
  }

  /** A value of the overview that is edited where it stands. */
  field(field: Under<'field'>, value: string | null): Locator {
    const label = this.words(`field.${field}`);
    return this.region.getByRole('button', {
      name: this.words('inline.edit', { field: label, value: value ?? this.words('history.empty') }),
      exact: true,
    });
  }

  /** Opens a value with F2, types over it and saves with Enter. */
  async edit(field: Under<'field'>, from: string | null, to: string): Promise<void> {
    await this.field(field, from).focus();
    await this.page.keyboard.press('F2');
    const editor = this.region.getByLabel(this.words(`field.${field}`), { exact: true });
    await editor.fill(to);
    await editor.press('Enter');
    await this.field(field, to).waitFor();
  }

  /** One line after a call, saved as every day: Ctrl+Enter. `nextOn` is `YYYY-MM-DD`; left out, as proposed. */
  async writeFollowUp(text: string, nextOn?: string): Promise<void> {
    if (nextOn !== undefined) {
      await this.nextDay.click();
      await this.nextDay.fill(nextOn);
      await this.nextDay.press('Enter');
    }
    await this.followUpText.fill(text);
    await this.followUpText.press('Control+Enter');
  }

  draftKept(): Locator {
    return this.region.getByText(this.words('followUp.draftKept'));
  }

  async close(): Promise<void> {
    await this.region.getByRole('button', { name: this.words('pane.close') }).click();
    await this.region.waitFor({ state: 'detached' });
  }
}
