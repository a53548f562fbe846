import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** The bell of the top bar and the list under it. */
export class ReminderList {
  readonly bell: Locator;
  readonly panel: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.bell = page.getByRole('button', { name: new RegExp(`^${words('reminders.bell', { state: '' })}`) });
    this.panel = page.getByRole('region', { name: words('reminders.title'), exact: true });
  }

  /** As soon as the bell counts this many. */
  async waitForCount(count: number): Promise<void> {
    const state = this.words('reminders.waiting', { count });
    await this.page.getByRole('button', { name: this.words('reminders.bell', { state }), exact: true }).waitFor();
  }

  line(text: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: text });
  }

  async snooze(text: string, choice: 'ten_minutes' | 'hour' | 'tomorrow_morning'): Promise<void> {
    await this.line(text)
      .getByRole('button', { name: new RegExp(this.words('reminders.laterOf', { name: '' })) })
      .click();
    await this.page.getByRole('menuitem', { name: this.words(`reminders.snooze.${choice}`) }).click();
  }
}
