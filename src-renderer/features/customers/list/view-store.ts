import { create } from 'zustand';
import type { CustomerSortKey } from '../../../../src-shared/customers/customer-list.ts';
import { useCustomerSearch } from '../../../state/customer-search.ts';
import { readLayout, saveLayout } from '../../../state/saved-layout.ts';
import {
  type CustomerFilter,
  type CustomerTab,
  type CustomerView,
  effectiveSort,
  nextSort,
  plainView,
  savedViewSchema,
} from './customer-view.ts';

const layoutKey = 'customers.view';

export const useCustomerView = create<CustomerView>(() => {
  const saved = readLayout(layoutKey, savedViewSchema);
  return saved ? { ...saved, searchSort: null } : plainView;
});

function change(fields: Partial<CustomerView>): void {
  useCustomerView.setState(fields);
  const { tab, filter, sort } = useCustomerView.getState();
  saveLayout(layoutKey, { tab, filter: withoutGaps(filter), sort });
}

/** JSON has no 'undefined'. */
function withoutGaps(filter: CustomerFilter) {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

export function showTab(tab: CustomerTab): void {
  change({ tab });
}

/** Undefined or an empty list takes the filter away. */
export function setFilter<K extends keyof CustomerFilter>(key: K, value: CustomerFilter[K]): void {
  const { [key]: _before, ...others } = useCustomerView.getState().filter;
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  change({ filter: isEmpty ? others : { ...others, [key]: value } });
}

export function clearFilters(): void {
  change({ filter: {} });
}

export function toggleSort(key: CustomerSortKey): void {
  const search = useCustomerSearch.getState().text;
  const view = useCustomerView.getState();
  const sort = nextSort(effectiveSort(view, search), key);
  change(search.trim() === '' ? { sort } : { searchSort: sort });
}

// The order within one search is not the order of the next.
useCustomerSearch.subscribe((now, before) => {
  if (now.text.trim() === '' && before.text.trim() !== '') useCustomerView.setState({ searchSort: null });
});
