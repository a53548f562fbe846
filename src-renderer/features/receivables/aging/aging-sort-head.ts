import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { AgingRow } from '../../../../src-shared/receivables/receivable-views.ts';
import type { AgingSortKey } from '../../../../src-shared/receivables/receivables-contract.ts';
import styles from './aging-cells.module.css';
import { sortAging, useAgingLook } from './aging-store.ts';

interface Params extends IHeaderParams<AgingRow> {
  /** Null: this column has no order. */
  readonly sortKey: AgingSortKey | null;
  readonly isNumber: boolean;
}

/** A column's head; it sorts where the rows are made, because the grid holds only a few of them. */
export class AgingSortHead implements IHeaderComp {
  private readonly element = document.createElement('span');
  private readonly label = document.createElement('span');
  private params: Params | null = null;
  private stop: (() => void) | null = null;
  private guard: MutationObserver | null = null;
  private readonly sort = () => {
    if (this.params?.sortKey) sortAging(this.params.sortKey);
  };
  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.sort();
  };

  init(params: Params): void {
    this.params = params;
    this.element.className = styles.head ?? '';
    if (params.isNumber) this.element.dataset.number = '';
    this.label.className = styles.headText ?? '';
    const arrow = document.createElement('span');
    arrow.className = styles.arrow ?? '';
    arrow.setAttribute('aria-hidden', 'true');
    this.element.append(this.label, arrow);
    this.element.addEventListener('click', this.sort);
    params.eGridHeader.addEventListener('keydown', this.onKey);
    this.stop = useAgingLook.subscribe(() => this.draw());
    // The grid, which does not know of our order, takes aria-sort away whenever it describes the head anew.
    this.guard = new MutationObserver(() => this.draw());
    this.guard.observe(params.eGridHeader, { attributeFilter: ['aria-sort'] });
    this.draw();
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: Params): boolean {
    this.params = params;
    this.draw();
    return true;
  }

  destroy(): void {
    this.stop?.();
    this.guard?.disconnect();
    this.params?.eGridHeader.removeEventListener('keydown', this.onKey);
  }

  private draw(): void {
    if (!this.params) return;
    const { displayName, sortKey, eGridHeader } = this.params;
    this.label.textContent = displayName;
    if (!sortKey) return;
    const { sort } = useAgingLook.getState();
    const direction = sort.key === sortKey ? sort.direction : null;
    if (direction) this.element.dataset.sort = direction;
    else delete this.element.dataset.sort;
    const spoken = direction === null ? 'none' : ({ asc: 'ascending', desc: 'descending' } as const)[direction];
    if (eGridHeader.getAttribute('aria-sort') !== spoken) eGridHeader.setAttribute('aria-sort', spoken);
  }
}
