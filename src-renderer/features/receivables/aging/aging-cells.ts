import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { AgingRow } from '../../../../src-shared/receivables/receivable-views.ts';
import type { Tier } from '../../../../src-shared/tiers/tier.ts';
import styles from './aging-cells.module.css';

/** What cells need beside their row. */
export interface AgingContext {
  readonly t: TFunction;
  readonly tiers: ReadonlyMap<string, Tier>;
  readonly owners: ReadonlyMap<string, string>;
}

export const totalRowId = 'total';

/** The line at the foot of the grid. */
export function isTotal(row: AgingRow): boolean {
  return row.customerId === totalRowId;
}

type Params = ICellRendererParams<AgingRow, unknown, AgingContext>;

/** Plain DOM, as in the list of customers: React in every cell is too slow for a flung scroll bar. */
abstract class PlainCell implements ICellRendererComp<AgingRow> {
  private readonly element = document.createElement('span');

  init(params: Params): void {
    this.draw(params);
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: Params): boolean {
    this.draw(params);
    return true;
  }

  private draw({ data, context }: Params): void {
    this.element.replaceChildren(...(data && !isTotal(data) ? [this.part(data, context)] : []));
  }

  protected abstract part(row: AgingRow, context: AgingContext): HTMLElement;
}

export class TierCell extends PlainCell {
  protected part({ tierId }: AgingRow, { tiers, t }: AgingContext): HTMLElement {
    const tier = tierId === null ? undefined : tiers.get(tierId);
    if (!tier) return emptyPart(t);
    const badge = textPart(styles.tier, tier.name);
    badge.dataset.color = tier.color;
    return badge;
  }
}

export class GradeCell extends PlainCell {
  protected part({ grade }: AgingRow, { t }: AgingContext): HTMLElement {
    if (grade === null) return emptyPart(t);
    const words = textPart(styles.grade, t(`money.grade.${grade}`));
    words.dataset.grade = grade;
    return words;
  }
}

function textPart(className: string | undefined, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className ?? '';
  element.textContent = text;
  return element;
}

function emptyPart(t: TFunction): HTMLElement {
  const element = textPart(styles.empty, '—');
  element.setAttribute('aria-label', t('list.emptyCell'));
  return element;
}
