import { z } from 'zod';
import { create } from 'zustand';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';

export const paymentsTabs = ['receivables', 'orders', 'payments', 'plan', 'statement'] as const;
export type PaymentsTab = (typeof paymentsTabs)[number];

interface TabState {
  /** Null: that of the last time. */
  readonly tab: PaymentsTab | null;
}

const layoutKey = 'payments.tab';
const useTabStore = create<TabState>(() => ({ tab: null }));

export function usePaymentsTab(): PaymentsTab {
  return useTabStore((state) => state.tab) ?? readLayout(layoutKey, z.enum(paymentsTabs)) ?? 'receivables';
}

export function showPaymentsTab(tab: PaymentsTab): void {
  useTabStore.setState({ tab });
  saveLayout(layoutKey, tab);
}
