import { create } from 'zustand';

interface CustomerSearchState {
  /** What stands in the search box above the pages; the customer list is narrowed by it. */
  readonly text: string;
  /** Grows when the caret is wanted in the box. */
  readonly focusWish: number;
}

export const useCustomerSearch = create<CustomerSearchState>(() => ({ text: '', focusWish: 0 }));

export function searchCustomers(text: string): void {
  useCustomerSearch.setState({ text });
}

export function focusCustomerSearch(): void {
  useCustomerSearch.setState((state) => ({ focusWish: state.focusWish + 1 }));
}
