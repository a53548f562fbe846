import type { WantedPersons } from '../../../src-shared/calendar/wanted-persons.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { rankerFor } from '../../../src-shared/search/rank.ts';
import { queryTokens } from '../../../src-shared/search/search-query.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf } from '../../prepared.ts';
import type { AgedCustomer } from './aging-table.ts';

/** Whose aging, by what the customers are; what they owe comes later. */
export interface AgingScope {
  readonly customerId: Id | null;
  /** Their owners, null in the list: nobody's. Undefined: everybody's. */
  readonly owners: WantedPersons;
  /** Null in the list: 未分级. Undefined: all. */
  readonly tierIds: readonly (Id | null)[] | undefined;
  /** Found as the list of customers finds; blank: all. */
  readonly search: string;
}

type CustomerTuple = readonly [
  doc: number,
  id: Id,
  isLive: 0 | 1,
  nameKey: string,
  tierId: Id | null,
  tierPosition: number | null,
  ownerId: Id | null,
  ownerKey: string | null,
  searchText: string | null,
];

const customersSql = (withText: boolean, of: Id | null) => `
  SELECT doc, customer_id, is_live, name_key, tier_id, tier_position, owner_id, owner_key,
    ${withText ? 'search_text' : 'NULL'}
  FROM customer_list ${of === null ? '' : 'WHERE customer_id = +?'}`;

/** The customers of a scope, those in the bin among them: their money stays in totals (domain §12). */
export function customersInScope(db: ReadDb, { customerId, owners, tierIds, search }: AgingScope): AgedCustomer[] {
  const asked = queryTokens(search);
  const rankOf = asked ? rankerFor(asked) : null;
  const [ofOwner, ofTier] = [owners && new Set(owners), tierIds && new Set(tierIds)];
  const found: AgedCustomer[] = [];
  const sql = customersSql(rankOf !== null, customerId);
  const rows = tuplesOf<CustomerTuple>(db.sqlite, sql).iterate(...(customerId === null ? [] : [customerId]));
  for (const [doc, id, isLive, nameKey, tierId, tierPosition, ownerId, ownerKey, text] of rows) {
    if (ofOwner && !ofOwner.has(ownerId)) continue;
    if (ofTier && !ofTier.has(tierId)) continue;
    if (rankOf && rankOf(text ?? '') === null) continue;
    found.push({ doc, id, isLive: isLive === 1, nameKey, tierId, tierPosition, ownerId, ownerKey });
  }
  return found;
}
