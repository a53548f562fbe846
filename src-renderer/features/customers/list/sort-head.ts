import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import type { CustomerSortKey } from '../../../../src-shared/customers/customer-list.ts';
import { useCustomerSearch } from '../../../state/customer-search.ts';
import styles from './cells.module.css';
import { effectiveSort } from './customer-view.ts';
import { toggleSort, useCustomerView } from './view-store.ts';

const clickSlackPx = 5;

interface SortHeadParams extends IHeaderParams<CustomerRow> {
  /** Null: this column has no order. */
  readonly sortKey: CustomerSortKey | null;
}

/**
 * A column's head. It sorts by changing the view, not through the grid's own sorting: that empties the grid before the
 * rows of the new order are there, ours swaps them.
 */
export class SortHead implements IHeaderComp {
  private readonly element = document.createElement('span');
  private readonly label = document.createElement('span');
  private params: SortHeadParams | null = null;
  private stops: readonly (() => void)[] = [];
  private readonly sort = () => {
    if (this.params?.sortKey) toggleSort(this.params.sortKey);
  };
  private pressedAt = 0;
  private readonly onPress = (event: PointerEvent) => {
    this.pressedAt = event.clientX;
  };
  // A column that was dragged elsewhere ends in a click, too; that is not a wish to sort.
  private readonly onClick = (event: MouseEvent) => {
    if (Math.abs(event.clientX - this.pressedAt) <= clickSlackPx) this.sort();
  };
  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.sort();
  };

  init(params: SortHeadParams): void {
    this.params = params;
    this.element.className = styles.head ?? '';
    this.label.className = styles.headText ?? '';
    const arrow = document.createElement('span');
    arrow.className = styles.arrow ?? '';
    arrow.setAttribute('aria-hidden', 'true');
    this.element.append(this.label, arrow);
    this.element.addEventListener('pointerdown', this.onPress);
    this.element.addEventListener('click', this.onClick);
    params.eGridHeader.addEventListener('keydown', this.onKey);
    // The grid, which does not know of our order, takes aria-sort away whenever it describes the head anew.
    const guard = new MutationObserver(() => this.draw());
    guard.observe(params.eGridHeader, { attributeFilter: ['aria-sort'] });
    this.stops = [
      useCustomerView.subscribe(() => this.draw()),
      useCustomerSearch.subscribe(() => this.draw()),
      () => guard.disconnect(),
    ];
    this.draw();
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: SortHeadParams): boolean {
    this.params = params;
    this.draw();
    return true;
  }

  destroy(): void {
    for (const stop of this.stops) stop();
    this.params?.eGridHeader.removeEventListener('keydown', this.onKey);
  }

  private draw(): void {
    if (!this.params) return;
    const { displayName, sortKey, eGridHeader } = this.params;
    this.label.textContent = displayName;
    const sort = effectiveSort(useCustomerView.getState(), useCustomerSearch.getState().text);
    const direction = sort && sort.key === sortKey ? sort.direction : null;
    if (direction) this.element.dataset.sort = direction;
    else delete this.element.dataset.sort;
    if (!sortKey) return;
    const spoken = direction === null ? 'none' : ({ asc: 'ascending', desc: 'descending' } as const)[direction];
    if (eGridHeader.getAttribute('aria-sort') !== spoken) eGridHeader.setAttribute('aria-sort', spoken);
  }
}
