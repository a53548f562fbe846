import type { Locator, Page } from 'playwright-core';
import { type Grid, grid } from './grid.ts';
import type { WordKey, Words } from './words.ts';

type Under<P extends string> = Extract<WordKey, `${P}.${string}`> extends `${P}.${infer Name}` ? Name : never;

/** 导入, step by step. */
export class ImportWizard {
  readonly choose: Locator;
  readonly refusal: Locator;
  readonly mappingTable: Locator;
  readonly rows: Grid;
  readonly questions: Locator;
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.choose = page.getByRole('button', { name: words('imports.drop.choose') });
    this.refusal = page.getByRole('main').getByRole('alert');
    this.mappingTable = page.getByRole('region', { name: words('imports.columns.title') });
    this.rows = grid(page.getByRole('region', { name: words('imports.check.grid') }));
    this.questions = page.getByRole('list', { name: words('imports.ask.label') });
  }

  step(step: Under<'imports.step'>): Locator {
    const steps = this.page.getByRole('list', { name: this.words('imports.stepsLabel') });
    return steps.locator('[aria-current=step]').filter({ hasText: this.words(`imports.step.${step}`) });
  }

  /** The line of the mapping table for a column of the file. */
  column(header: string): Locator {
    return this.mappingTable
      .getByRole('row')
      .filter({ has: this.page.getByRole('cell', { name: header, exact: true }) });
  }

  async check(): Promise<void> {
    await this.page.getByRole('button', { name: this.words('imports.columns.check') }).click();
    await this.step('check').waitFor();
  }

  /** A tab of the check with its count, as `新增 3`. */
  result(result: Under<'imports.result'>, count: number): Locator {
    const tabs = this.page.getByRole('tablist', { name: this.words('imports.tab.label') });
    const shown = count.toLocaleString('en-US');
    return tabs.getByRole('tab', { name: new RegExp(`^${this.words(`imports.result.${result}`)} ?${shown}$`) });
  }

  /** Where in the list a row of the file stands; its number is Excel's. */
  async indexOf(fileRow: number): Promise<number> {
    const number = this.rows.region
      .locator('[role=gridcell][col-id="row"]')
      .getByText(String(fileRow), { exact: true });
    const index = await number.evaluate((cell) => cell.closest('[row-index]')?.getAttribute('row-index'));
    return Number(index);
  }

  async cell(fileRow: number, column: string): Promise<Locator> {
    return this.rows.cell(await this.indexOf(fileRow), column);
  }

  /** Mends a cell where it stands. */
  async mend(fileRow: number, column: string, text: string): Promise<void> {
    const cell = await this.cell(fileRow, column);
    await cell.dblclick();
    const editor = cell.getByRole('textbox');
    await editor.fill(text);
    await editor.press('Enter');
  }

  async commit(count: number): Promise<void> {
    await this.commitButton(count).click();
  }

  commitButton(count: number): Locator {
    const shown = count.toLocaleString('en-US');
    return this.page.getByRole('button', { name: this.words('imports.check.commit', { count, shown }) });
  }

  button(
    key:
      | 'imports.done.toCustomers'
      | 'imports.done.undo'
      | 'imports.check.saveProblems'
      | 'imports.cancel'
      | 'imports.done.another',
  ): Locator {
    return this.page.getByRole('button', { name: this.words(key) });
  }

  /** A figure of the last step, by the word beside it. */
  async outcome(
    what:
      | 'skipped'
      | 'inError'
      | 'customersCreated'
      | `createdOf.${Under<'imports.done.createdOf'>}`
      | `amountOf.${Under<'imports.done.amountOf'>}`,
  ): Promise<string> {
    const term = this.page.getByRole('term').filter({ hasText: this.words(`imports.done.${what}`) });
    return (await term.locator('xpath=following-sibling::dd').textContent()) ?? '';
  }
}
