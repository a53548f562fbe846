import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** Which customers and which columns go out. */
export class ExportDialog {
  readonly dialog: Locator;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.words = words;
    this.dialog = page.getByRole('dialog', { name: words('export.start') });
  }

  wholeView(count: number): Locator {
    const shown = count.toLocaleString('en-US');
    return this.dialog.getByRole('radio', { name: this.words('export.view', { count, shown }) });
  }

  async go(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words('export.go') }).click();
  }
}
