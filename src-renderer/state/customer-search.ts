import { create } from 'zustand';

interface CustomerSearchState {
  /** What stands in the search box above the pages; the customer list is narrowed by it. */
  readonly text: string;
  /** Grows when the caret is wanted in the box. */
  readonly focusWish: number;
  /** Grows when the way leads from the box into the list. */
  readonly listWish: number;
  /** Grows when the focus goes back from the pane to the row one stood on. */
  readonly rowWish: number;
}

export const useCustomerSearch = create<CustomerSearchState>(() => ({
  text: '',
  focusWish: 0,
  listWish: 0,
  rowWish: 0,
}));

export function searchCustomers(text: string): void {
  useCustomerSearch.setState({ text });
}

export function focusCustomerSearch(): void {
  useCustomerSearch.setState((state) => ({ focusWish: state.focusWish + 1 }));
}

export function enterCustomerList(): void {
  useCustomerSearch.setState((state) => ({ listWish: state.listWish + 1 }));
}

export function focusCustomerRow(): void {
  useCustomerSearch.setState((state) => ({ rowWish: state.rowWish + 1 }));
}
