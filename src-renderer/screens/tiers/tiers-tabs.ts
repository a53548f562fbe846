import { z } from 'zod';
import { create } from 'zustand';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';

export const tiersTabs = ['ladder', 'rfm'] as const;
export type TiersTab = (typeof tiersTabs)[number];

interface TabState {
  /** Null: that of the last time. */
  readonly tab: TiersTab | null;
}

const layoutKey = 'tiers.tab';
const useTabStore = create<TabState>(() => ({ tab: null }));

export function useTiersTab(): TiersTab {
  return useTabStore((state) => state.tab) ?? readLayout(layoutKey, z.enum(tiersTabs)) ?? 'ladder';
}

export function showTiersTab(tab: TiersTab): void {
  useTabStore.setState({ tab });
  saveLayout(layoutKey, tab);
}
