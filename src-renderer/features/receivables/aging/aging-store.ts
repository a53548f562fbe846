import { create } from 'zustand';
import type { CalendarDate } from '../../../../src-shared/core/calendar-date.ts';
import type { Id } from '../../../../src-shared/core/id.ts';
import type { AgingBucket } from '../../../../src-shared/receivables/balances.ts';
import type { AgingSortKey } from '../../../../src-shared/receivables/receivables-contract.ts';

export type AgingGrouping = 'customer' | 'owner' | 'tier';

export interface AgingSort {
  readonly key: AgingSortKey;
  readonly direction: 'asc' | 'desc';
}

interface AgingLook {
  /** Null: today, also tomorrow. */
  readonly asOf: CalendarDate | null;
  readonly grouping: AgingGrouping;
  readonly bucket: AgingBucket | null;
  readonly ownerIds: readonly (Id | 'none')[];
  readonly tierIds: readonly (Id | 'none')[];
  readonly onlyOverdue: boolean;
  readonly search: string;
  readonly sort: AgingSort;
}

/** Most money × days first: whom to think of is at the top before anything is clicked. */
const firstLook: AgingLook = {
  asOf: null,
  grouping: 'customer',
  bucket: null,
  ownerIds: [],
  tierIds: [],
  onlyOverdue: false,
  search: '',
  sort: { key: 'urgency', direction: 'desc' },
};

/** How the aging is looked at; kept while the app runs. */
export const useAgingLook = create<AgingLook>(() => firstLook);

export function changeAging(fields: Partial<AgingLook>): void {
  useAgingLook.setState(fields);
}

/** A bucket clicked a second time shows all again. */
export function toggleBucket(bucket: AgingBucket): void {
  useAgingLook.setState((look) => ({ bucket: look.bucket === bucket ? null : bucket, grouping: 'customer' }));
}

/** Amounts begin with the largest, words with A; a second click turns the order round. */
export function sortAging(key: AgingSortKey): void {
  useAgingLook.setState(({ sort }) => {
    if (sort.key === key) return { sort: { key, direction: sort.direction === 'asc' ? 'desc' : 'asc' } };
    return { sort: { key, direction: key === 'name' || key === 'tier' || key === 'owner' ? 'asc' : 'desc' } };
  });
}

export function clearAgingFilters(): void {
  const { bucket, ownerIds, tierIds, onlyOverdue, search } = firstLook;
  useAgingLook.setState({ bucket, ownerIds, tierIds, onlyOverdue, search });
}

export function isAgingFiltered(look: AgingLook): boolean {
  return (
    look.bucket !== null ||
    look.ownerIds.length > 0 ||
    look.tierIds.length > 0 ||
    look.onlyOverdue ||
    look.search.trim() !== ''
  );
}

/** Starts again as after a fresh start of the app. */
export function resetAging(): void {
  useAgingLook.setState(firstLook);
}
