import type { Locator } from 'playwright-core';

/**
 * A grid that keeps only the rows on screen, and splits one row over pinned parts: a row is found by its index, a cell
 * by the index and its column.
 */
export interface Grid {
  readonly region: Locator;
  cell(rowIndex: number, column: string): Locator;
  /** Cells of a column that are on screen and hold a value, from top to bottom. */
  texts(column: string): Promise<string[]>;
  /** Names of the columns shown, from left to right. */
  heads(): Promise<string[]>;
  /** Index of the row that has the focus; null: none has. */
  focusedRow(): Promise<number | null>;
  /** Moves the scroll bar so that this row is near the top, as a drag does: in one leap. */
  dragBarTo(rowIndex: number, rowCount: number): Promise<void>;
}

export function grid(region: Locator): Grid {
  const cell = (rowIndex: number, column: string): Locator =>
    region.locator(`[row-index="${rowIndex}"] [role=gridcell][col-id="${column}"]`);
  return {
    region,
    cell,
    texts: (column) =>
      region.locator(`[role=gridcell][col-id="${column}"]`).evaluateAll((cells) =>
        cells
          .map((each) => ({ text: each.textContent ?? '', top: each.getBoundingClientRect().top }))
          .filter(({ text }) => text !== '')
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      ),
    heads: () =>
      region.getByRole('columnheader').evaluateAll((heads) =>
        heads
          .map((each) => ({ text: each.textContent?.trim() ?? '', left: each.getBoundingClientRect().left }))
          .filter(({ text }) => text !== '')
          .sort((a, b) => a.left - b.left)
          .map(({ text }) => text),
      ),
    focusedRow: () =>
      region.evaluate((element) => {
        const row = document.activeElement?.closest('[row-index]');
        return row && element.contains(row) ? Number(row.getAttribute('row-index')) : null;
      }),
    dragBarTo: (rowIndex, rowCount) =>
      region.evaluate((element, part) => {
        const room = (each: Element): number => each.scrollHeight - each.clientHeight;
        const [body] = [...element.querySelectorAll('*')]
          .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
          .sort((a, b) => room(b) - room(a));
        if (!body) throw new Error('the grid has nothing to scroll');
        body.scrollTop = body.scrollHeight * part;
      }, rowIndex / rowCount),
  };
}
