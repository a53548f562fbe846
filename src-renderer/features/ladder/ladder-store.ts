import { create } from 'zustand';
import type { LadderFilter } from '../../../src-shared/measures/measures-contract.ts';
import { readLayout, saveLayout } from '../../state/saved-layout.ts';
import { type ChosenPeriod, chosenPeriodSchema } from './ladder-period.ts';

export const filterKeys = ['ownerIds', 'provinces', 'cities', 'districts', 'industries', 'sources'] as const;
export type FilterKey = (typeof filterKeys)[number];

interface LadderLook {
  /** Null: not chosen since the start; then that of the last time. */
  readonly chosen: ChosenPeriod | null;
  readonly filter: LadderFilter;
}

const layoutKey = 'ladder.period';
/** Before another is chosen. */
export const firstPeriod = 'last_12_months';

/** How the ladder is looked at: the period is remembered, filters are kept while the app runs. */
export const useLadderLook = create<LadderLook>(() => ({ chosen: null, filter: {} }));

export function choosePeriod(chosen: ChosenPeriod): void {
  useLadderLook.setState({ chosen });
  saveLayout(layoutKey, chosen);
}

export function useChosenPeriod(): ChosenPeriod {
  const chosen = useLadderLook((look) => look.chosen);
  return chosen ?? readLayout(layoutKey, chosenPeriodSchema) ?? firstPeriod;
}

/** Nothing chosen is no filter: everybody. */
export function changeFilter(key: FilterKey, values: readonly string[]): void {
  useLadderLook.setState(({ filter }) => {
    const { [key]: _before, ...others } = filter;
    return { filter: values.length === 0 ? others : { ...others, [key]: [...values] } };
  });
}

export function clearFilter(): void {
  useLadderLook.setState({ filter: {} });
}
