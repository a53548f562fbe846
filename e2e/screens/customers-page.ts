import type { Locator, Page } from 'playwright-core';
import { CustomerPane } from './customer-pane.ts';
import { ExportDialog } from './export-dialog.ts';
import { type Grid, grid } from './grid.ts';
import type { WordKey, Words } from './words.ts';

type Column = Extract<WordKey, `column.${string}`> extends `column.${infer Name}` ? Name : never;

/** 客户: tabs, filters, the grid, the bar that takes their place while customers are ticked. */
export class CustomersPage {
  readonly tabs: Locator;
  readonly grid: Grid;
  readonly bulkBar: Locator;
  readonly pane: CustomerPane;
  readonly exporting: ExportDialog;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.tabs = page.getByRole('tablist', { name: words('tab.label') });
    this.grid = grid(page.getByRole('region', { name: words('list.label') }));
    this.bulkBar = page.getByRole('toolbar', { name: words('bulk.label') });
    this.pane = new CustomerPane(page, words);
    this.exporting = new ExportDialog(page, words);
  }

  tab(name: string): Locator {
    return this.tabs.getByRole('tab', { name });
  }

  head(column: Column): Locator {
    return this.grid.region.getByRole('columnheader', { name: this.words(`column.${column}`), exact: true });
  }

  /** What the list's foot says of its length, as soon as it says this. */
  async waitForCount(kind: 'total' | 'filtered', count: number): Promise<void> {
    const shown = count.toLocaleString('en-US');
    await this.page.getByText(this.words(`list.${kind}`, { count, shown }), { exact: true }).waitFor();
  }

  /** The cell that holds a customer's name. */
  customer(name: string): Locator {
    return this.grid.region.getByRole('gridcell', { name, exact: true });
  }

  async open(name: string): Promise<void> {
    await this.customer(name).click();
    await this.pane.heading(name).waitFor();
  }

  tickBox(name: string): Locator {
    return this.grid.region.getByRole('checkbox', { name: this.words('list.tick', { name }), exact: true });
  }

  tickAll(): Locator {
    return this.grid.region.getByRole('checkbox', { name: this.words('list.tickAll') });
  }

  /** A change of all that is ticked, chosen from a menu of the bulk bar. */
  async bulk(menu: 'tier' | 'owner' | 'addTag' | 'removeTag', choice: string): Promise<void> {
    await this.bulkBar.getByRole('button', { name: this.words(`bulk.${menu}`) }).click();
    await this.page.getByRole('menuitem', { name: choice, exact: true }).click();
  }

  async moveTickedToBin(): Promise<void> {
    await this.bulkBar.getByRole('button', { name: this.words('action.delete') }).click();
  }

  /** Shows or hides columns in the column chooser. */
  async toggleColumns(...columns: readonly Column[]): Promise<void> {
    await this.page.getByRole('button', { name: this.words('list.columns') }).click();
    const chooser = this.page.getByRole('group', { name: this.words('list.columns') });
    for (const column of columns) {
      await chooser.getByRole('checkbox', { name: this.words(`column.${column}`), exact: true }).click();
    }
    await this.page.keyboard.press('Escape');
    await chooser.waitFor({ state: 'hidden' });
  }
}
