import type { ICellRendererComp, ICellRendererParams, IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { CustomerRow } from '../../../../src-shared/customers/customer.ts';
import styles from './cells.module.css';
import type { GridContext } from './cells.ts';
import { headState, isTicked, nothingTicked, wholeView } from './ticked.ts';
import { setTicked, useTicked } from './ticked-store.ts';

function box(): HTMLElement {
  const element = document.createElement('span');
  element.className = styles.boxCell ?? '';
  element.setAttribute('role', 'checkbox');
  const inner = document.createElement('span');
  inner.className = styles.box ?? '';
  element.append(inner);
  return element;
}

interface TickParams extends ICellRendererParams<CustomerRow, unknown, GridContext> {
  /** Called with Shift held, too: then the rows from the last tick to this one are meant. */
  readonly onTick: (row: CustomerRow, index: number, isRange: boolean) => void;
}

/** The box at the start of a row. Keys are handled by the row (Shift+Space), so that the box needs no focus of its own. */
export class TickCell implements ICellRendererComp<CustomerRow> {
  private readonly element = box();
  private params: TickParams | null = null;
  private stop: () => void = () => {};

  init(params: TickParams): void {
    this.params = params;
    this.element.addEventListener('click', (event) => {
      event.stopPropagation();
      const { data, node } = this.params ?? {};
      if (data && node?.rowIndex != null) this.params?.onTick(data, node.rowIndex, event.shiftKey);
    });
    this.stop = useTicked.subscribe(() => this.draw());
    this.draw();
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: TickParams): boolean {
    this.params = params;
    this.draw();
    return true;
  }

  destroy(): void {
    this.stop();
  }

  private draw(): void {
    const { data, context } = this.params ?? {};
    this.element.hidden = !data;
    if (!data || !context) return;
    this.element.setAttribute('aria-checked', String(isTicked(useTicked.getState().ticked, data.id)));
    this.element.setAttribute('aria-label', context.words.t('list.tick', { name: data.name }));
  }
}

/** The box in the head: the whole view, rows never seen included. */
export class TickHead implements IHeaderComp {
  private readonly element = box();
  private stop: () => void = () => {};
  private params: IHeaderParams<CustomerRow, GridContext> | null = null;
  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    toggleAll();
  };

  init(params: IHeaderParams<CustomerRow, GridContext>): void {
    this.params = params;
    this.element.addEventListener('click', toggleAll);
    params.eGridHeader.addEventListener('keydown', this.onKey);
    this.stop = useTicked.subscribe(() => this.draw());
    this.draw();
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: IHeaderParams<CustomerRow, GridContext>): boolean {
    this.params = params;
    this.draw();
    return true;
  }

  destroy(): void {
    this.stop();
    this.params?.eGridHeader.removeEventListener('keydown', this.onKey);
  }

  private draw(): void {
    const { ticked, viewCount } = useTicked.getState();
    const state = headState(ticked, viewCount);
    this.element.setAttribute('aria-checked', state === 'some' ? 'mixed' : String(state === 'all'));
    if (this.params) this.element.setAttribute('aria-label', this.params.context.words.t('list.tickAll'));
  }
}

export function toggleAll(): void {
  const { ticked, viewCount } = useTicked.getState();
  setTicked(headState(ticked, viewCount) === 'all' ? nothingTicked : wholeView);
}
