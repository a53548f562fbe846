import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** 回收站. */
export class BinPage {
  readonly search: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.search = page.getByRole('textbox', { name: words('bin.search') });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('cell', { name, exact: true }) });
  }

  async restore(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.page.getByRole('checkbox', { name: this.words('bin.tick', { name }), exact: true }).click();
    }
    const count = { count: names.length, shown: String(names.length) };
    await this.page.getByRole('button', { name: this.words('bin.restore', count) }).click();
  }
}
