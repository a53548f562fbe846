import { z } from 'zod';
import { create } from 'zustand';
import type { ChosenCustomer } from '../../components/customer-field.tsx';
import { goTo } from '../../state/page.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';

export const paymentsTabs = ['receivables', 'orders', 'payments', 'plan', 'statement'] as const;
export type PaymentsTab = (typeof paymentsTabs)[number];

interface TabState {
  /** Null: that of the last time. */
  readonly tab: PaymentsTab | null;
  /** Whose statement the tab 对账单 shows. */
  readonly statementOf: ChosenCustomer | null;
}

const layoutKey = 'payments.tab';
const useTabStore = create<TabState>(() => ({ tab: null, statementOf: null }));

export function usePaymentsTab(): PaymentsTab {
  return useTabStore((state) => state.tab) ?? readLayout(layoutKey, z.enum(paymentsTabs)) ?? 'receivables';
}

export function showPaymentsTab(tab: PaymentsTab): void {
  useTabStore.setState({ tab });
  saveLayout(layoutKey, tab);
}

export function useStatementOf(): ChosenCustomer | null {
  return useTabStore((state) => state.statementOf);
}

export function chooseStatementOf(customer: ChosenCustomer | null): void {
  useTabStore.setState({ statementOf: customer });
}

/** 对账单 of a customer, from any page. */
export function openStatement(customer: ChosenCustomer): void {
  chooseStatementOf(customer);
  showPaymentsTab('statement');
  goTo('payments');
}
