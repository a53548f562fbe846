import type { Locator, Page } from 'playwright-core';
import type { Words } from './words.ts';

/** 对账单 of one customer, wherever it is docked, and its paper. */
export class StatementPage {
  readonly region: Locator;
  readonly table: Locator;
  readonly terms: Locator;
  readonly preview: Locator;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.words = words;
    this.region = page.getByRole('region', { name: words('statement.title'), exact: true });
    this.table = this.region.getByRole('table', { name: words('statement.title') });
    this.terms = this.region.getByRole('region', { name: words('terms.title') });
    this.preview = page.getByRole('dialog', { name: words('print.statement') });
  }

  /** The cells of every line but the head, as they are read. */
  async lines(): Promise<string[][]> {
    const rows = this.table.locator('tbody tr, tfoot tr');
    const texts = await rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim())),
    );
    return texts.filter((cells) => cells.length > 1);
  }

  async choosePeriod(name: 'this_month' | 'last_month' | 'this_quarter' | 'this_year'): Promise<void> {
    await this.region.getByText(this.words(`statement.span.${name}`), { exact: true }).click();
  }

  /** The text of each page of paper. */
  async print(): Promise<string[]> {
    await this.region.getByRole('button', { name: this.words('print.print') }).click();
    await this.preview.waitFor();
    const pages = this.preview.locator('section section');
    await pages.first().waitFor();
    return pages.allInnerTexts();
  }

  /** The places, by page from 0, where both sides sign; one that is cut by the edge of its page is not counted. */
  async sealsOnPages(): Promise<{ readonly places: readonly number[]; readonly pages: number }> {
    const pages = await this.preview.locator('section section').all();
    const places: number[] = [];
    for (const [index, page] of pages.entries()) {
      const edge = await page.boundingBox();
      const parts = [
        ...(await page.getByText(this.words('statement.confirm')).all()),
        ...(await page.getByText(this.words('statement.signedOn')).all()),
      ];
      const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
      const isInside = (box: (typeof boxes)[number]) =>
        box !== null && edge !== null && box.y >= edge.y && box.y + box.height <= edge.y + edge.height;
      // The question and a day for each side.
      if (boxes.length === 3 && boxes.every(isInside)) places.push(index);
    }
    return { places, pages: pages.length };
  }
}
