import type { CustomerListQuery } from '../../../../src-shared/customers/customer-list.ts';
import type { CustomerSelection } from '../../../../src-shared/customers/customers-contract.ts';

/** Which customers are ticked: some by id, or the whole view less some. */
export type Ticked =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'view'; readonly except: ReadonlySet<string> };

export const nothingTicked: Ticked = { kind: 'ids', ids: new Set() };
export const wholeView: Ticked = { kind: 'view', except: new Set() };

/** As many as one bulk change takes by id (customerSelectionSchema); more than that is a view. */
export const mostIds = 10_000;

export function isTicked(ticked: Ticked, id: string): boolean {
  return ticked.kind === 'ids' ? ticked.ids.has(id) : !ticked.except.has(id);
}

/** Ticks or unticks these customers. More than `mostIds` by id are not taken up. */
export function withTicks(ticked: Ticked, ids: readonly string[], wanted: boolean): Ticked {
  const isListed = ticked.kind === 'ids' ? wanted : !wanted;
  const listed = new Set(ticked.kind === 'ids' ? ticked.ids : ticked.except);
  for (const id of ids) {
    if (!isListed) listed.delete(id);
    else if (listed.size < mostIds) listed.add(id);
  }
  return ticked.kind === 'ids' ? { kind: 'ids', ids: listed } : { kind: 'view', except: listed };
}

/** @param viewCount customers in the view */
export function tickedCount(ticked: Ticked, viewCount: number): number {
  return ticked.kind === 'ids' ? ticked.ids.size : Math.max(0, viewCount - ticked.except.size);
}

/** What the box in the table's head shows. */
export function headState(ticked: Ticked, viewCount: number): 'none' | 'some' | 'all' {
  const count = tickedCount(ticked, viewCount);
  if (count === 0) return 'none';
  return ticked.kind === 'view' && ticked.except.size === 0 ? 'all' : 'some';
}

/** For a bulk change or an export; null when nothing is ticked. */
export function selectionOf(ticked: Ticked, view: CustomerListQuery): CustomerSelection | null {
  if (ticked.kind === 'view') return { kind: 'view', view, exceptIds: [...ticked.except] };
  return ticked.ids.size === 0 ? null : { kind: 'ids', ids: [...ticked.ids] };
}
