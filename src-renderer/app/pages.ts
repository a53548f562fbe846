import { CalendarDays, Layers, type LucideIcon, Settings, Sun, Trash2, Upload, Users, Wallet } from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { Right } from '../../src-shared/users/rights.ts';
import type { PageId } from '../state/page.ts';

export interface Page {
  readonly id: PageId;
  readonly icon: LucideIcon;
  /** Where the menu shows it; null: reached by a button. */
  readonly menu: 'main' | 'foot' | null;
  /** Not offered to who has not even a part of it; left out: everybody has. */
  readonly needs?: Right;
  /** A chunk of its own, loaded when first shown. */
  readonly screen: ComponentType;
}

/** The order of the menu. Words are in the catalogue under `page.<id>`. */
const byId: { readonly [P in PageId]: Page } = {
  today: {
    id: 'today',
    icon: Sun,
    menu: 'main',
    screen: lazy(async () => ({ default: (await import('../screens/today/today-screen.tsx')).TodayScreen })),
  },
  customers: {
    id: 'customers',
    icon: Users,
    menu: 'main',
    screen: lazy(async () => ({
      default: (await import('../screens/customers/customers-screen.tsx')).CustomersScreen,
    })),
  },
  calendar: {
    id: 'calendar',
    icon: CalendarDays,
    menu: 'main',
    screen: lazy(async () => ({ default: (await import('../screens/calendar/calendar-screen.tsx')).CalendarScreen })),
  },
  payments: {
    id: 'payments',
    icon: Wallet,
    menu: 'main',
    needs: 'money.read',
    screen: lazy(async () => ({ default: (await import('../screens/payments/payments-screen.tsx')).PaymentsScreen })),
  },
  tiers: {
    id: 'tiers',
    icon: Layers,
    menu: 'main',
    screen: lazy(async () => ({ default: (await import('../screens/tiers/tiers-screen.tsx')).TiersScreen })),
  },
  import: {
    id: 'import',
    icon: Upload,
    menu: null,
    screen: lazy(async () => ({ default: (await import('../screens/import/import-screen.tsx')).ImportScreen })),
  },
  bin: {
    id: 'bin',
    icon: Trash2,
    menu: 'foot',
    screen: lazy(async () => ({ default: (await import('../screens/bin/bin-screen.tsx')).BinScreen })),
  },
  settings: {
    id: 'settings',
    icon: Settings,
    menu: 'foot',
    screen: lazy(async () => ({ default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen })),
  },
};

export const pages: readonly Page[] = Object.values(byId);

export function pageOf(id: PageId): Page {
  return byId[id];
}
