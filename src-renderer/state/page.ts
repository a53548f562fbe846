import { z } from 'zod';
import { create } from 'zustand';
import { readLayout, saveLayout } from './saved-layout.ts';

/** Every page that exists. Add one here, then app/pages.ts does not compile until it has a screen. */
export const pageIds = ['today', 'customers', 'calendar', 'payments', 'tiers', 'import', 'bin', 'settings'] as const;
export type PageId = (typeof pageIds)[number];

interface PageState {
  readonly page: PageId;
}

const layoutKey = 'page';

export const usePageStore = create<PageState>(() => ({ page: 'customers' }));

export function goTo(page: PageId): void {
  usePageStore.setState({ page });
  saveLayout(layoutKey, page);
}

/** The page of the last time; when none is remembered, the day's work, once there are customers to work for. */
export function restorePage(customerCount: number): void {
  goTo(readLayout(layoutKey, z.enum(pageIds)) ?? (customerCount > 0 ? 'today' : 'customers'));
}
