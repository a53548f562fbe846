import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';

/**
 * Of `open_receivables AS open`: theirs are those of `:owners`, a JSON list, or nobody's when `:nobodys` is 1. The list is
 * read once, not for each row; whose a row is stands in the index, so that no customer is fetched for it.
 */
export const isOfOwners = `(open.owner_id IN (SELECT value FROM json_each(:owners) WHERE value IS NOT NULL)
    OR (open.owner_id IS NULL AND :nobodys = 1))`;

export function boundOwners(owners: WantedPersons): { readonly owners: string; readonly nobodys: 0 | 1 } {
  return { owners: JSON.stringify(owners ?? []), nobodys: owners?.includes(null) ? 1 : 0 };
}
