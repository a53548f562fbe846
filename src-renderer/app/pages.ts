import { type LucideIcon, Users } from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { PageId } from '../state/page.ts';

export interface Page {
  readonly id: PageId;
  readonly icon: LucideIcon;
  /** Where the menu shows it; null: reached by a button. */
  readonly menu: 'main' | 'foot' | null;
  /** A chunk of its own, loaded when first shown. */
  readonly screen: ComponentType;
}

/** The order of the menu. Words are in the catalogue under `page.<id>`. */
const byId: { readonly [P in PageId]: Page } = {
  customers: {
    id: 'customers',
    icon: Users,
    menu: 'main',
    screen: lazy(async () => ({
      default: (await import('../screens/customers/customers-screen.tsx')).CustomersScreen,
    })),
  },
};

export const pages: readonly Page[] = Object.values(byId);

export function pageOf(id: PageId): Page {
  return byId[id];
}
