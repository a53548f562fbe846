import type { Id } from '../core/id.ts';

/** Whom to show; null in the list: what is nobody's. Undefined: everybody. */
export type WantedPersons = readonly (Id | null)[] | undefined;

/** The contract's 'none' as queries know it. */
export function wantedPersons(persons: readonly (Id | 'none')[] | undefined): WantedPersons {
  return persons?.map((person) => (person === 'none' ? null : person));
}
