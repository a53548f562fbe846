import type { ReadDb } from '../connection.ts';
import type { FacetKind } from '../search/facets.ts';
import { facetCounts } from './facet-counts.ts';

/** A list to choose from stays readable up to here; the rest is found by typing. */
const mostChoices = 500;

export interface CustomerChoices {
  readonly districts: readonly string[];
  readonly industries: readonly string[];
  readonly sources: readonly string[];
}

/** The districts, industries and sources in use, the most frequent first. */
export function customerChoices(db: ReadDb): CustomerChoices {
  return { districts: inUse(db, 'district'), industries: inUse(db, 'industry'), sources: inUse(db, 'source') };
}

function inUse(db: ReadDb, kind: FacetKind): readonly string[] {
  return [...facetCounts(db, kind)]
    .flatMap(([value, customers]) => (value === null || value === '' ? [] : [{ value, customers }]))
    .sort((a, b) => b.customers - a.customers || (a.value < b.value ? -1 : 1))
    .slice(0, mostChoices)
    .map(({ value }) => value);
}
