import type { DueCustomer } from '../../../src-shared/visits/visit-entry.ts';

export const unscheduledSorts = ['worst', 'due', 'quiet'] as const;
export type UnscheduledSort = (typeof unscheduledSorts)[number];

/** `worst` is the order they come in; `due` by the day they are due; `quiet` the longest without contact first, never before all. */
export function sortedDue<T extends Pick<DueCustomer, 'dueOn' | 'lastContactAt'>>(
  customers: readonly T[],
  sort: UnscheduledSort,
): readonly T[] {
  switch (sort) {
    case 'worst':
      return customers;
    case 'due':
      return customers.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    case 'quiet':
      return customers.toSorted((a, b) => {
        const [x, y] = [a.lastContactAt ?? '', b.lastContactAt ?? ''];
        return x < y ? -1 : x > y ? 1 : 0;
      });
  }
}
