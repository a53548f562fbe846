import { create } from 'zustand';

interface NewCustomerState {
  readonly isOpen: boolean;
}

/** The form for a new customer can be opened from any page. */
export const useNewCustomerStore = create<NewCustomerState>(() => ({ isOpen: false }));

export function openNewCustomer(): void {
  useNewCustomerStore.setState({ isOpen: true });
}

export function closeNewCustomer(): void {
  useNewCustomerStore.setState({ isOpen: false });
}
