import { create } from 'zustand';
import type { CustomerColumn } from '../../../../src-shared/customers/customer-list.ts';
import { readLayout, saveLayout } from '../../../state/saved-layout.ts';
import { type ColumnPlace, columnsFrom, defaultColumns, savedColumnsSchema } from './column-layout.ts';

interface ColumnState {
  readonly places: readonly ColumnPlace[];
  /** Grows when the places were changed from outside the grid, which then takes them over. */
  readonly revision: number;
}

const layoutKey = 'customers.columns';

export const useColumns = create<ColumnState>(() => ({
  places: columnsFrom(readLayout(layoutKey, savedColumnsSchema)),
  revision: 0,
}));

function keep(places: readonly ColumnPlace[]): void {
  saveLayout(
    layoutKey,
    places.map((place) => ({ ...place })),
  );
}

/** What the user did inside the grid: dragged, widened. */
export function takeFromGrid(places: readonly ColumnPlace[]): void {
  useColumns.setState({ places });
  keep(places);
}

export function showColumn(id: CustomerColumn, isShown: boolean): void {
  replace(useColumns.getState().places.map((place) => (place.id === id ? { ...place, isHidden: !isShown } : place)));
}

export function resetColumns(): void {
  replace(defaultColumns);
}

function replace(places: readonly ColumnPlace[]): void {
  useColumns.setState((state) => ({ places, revision: state.revision + 1 }));
  keep(places);
}
