import type { GridApi } from 'ag-grid-community';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';

/** About a second: by then the rows of a search stand. */
const framesWatched = 60;

/** Whether the focus is on a row of the list. */
export function standsOnRow(): boolean {
  return document.activeElement?.closest('.kb-customer-grid [role=gridcell]') != null;
}

/**
 * Puts the focus on the first row and keeps it in the list while the grid swaps its rows, which drops it on nothing:
 * whoever is quicker with ↓ than the search would press keys that nobody hears. Gives way when the user goes elsewhere.
 */
export function focusFirstRow(api: GridApi<CustomerRow>): void {
  const from = document.activeElement;
  let hasLeft = false;
  let frames = 0;
  const put = (row: number) => {
    if (api.getDisplayedRowCount() === 0) return;
    api.ensureIndexVisible(row);
    api.setFocusedCell(row, 'name');
  };
  const look = () => {
    frames += 1;
    const at = document.activeElement;
    // A row that is not drawn yet takes no focus: until it does, the focus stays where the user came from.
    hasLeft ||= at !== from;
    const isElsewhere = hasLeft && at !== null && at !== document.body && !isInRows(at);
    if (api.isDestroyed() || frames > framesWatched || isElsewhere) return;
    if (!standsOnRow()) put(api.getFocusedCell()?.rowIndex ?? 0);
    requestAnimationFrame(look);
  };
  put(0);
  requestAnimationFrame(look);
}

/** The grid's own guards around its rows count as rows, its heads do not. */
function isInRows(element: Element): boolean {
  return element.closest('.kb-customer-grid') !== null && element.closest('[role=columnheader]') === null;
}
