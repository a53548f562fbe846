import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { rowsOf } from '../prepared.ts';

/** What a list of another area says of a customer. */
export interface CustomerHead {
  readonly id: Id;
  readonly name: string;
  readonly tierId: Id | null;
  readonly ownerId: Id | null;
}

const headsSql = `
  SELECT customers.id, name, tier_id AS tierId, owner_id AS ownerId
  FROM json_each(?) AS wanted JOIN customers ON customers.id = wanted.value`;

/** By id, in the bin or not; for a page of rows. */
export function customerHeads({ sqlite }: ReadDb, ids: readonly Id[]): ReadonlyMap<string, CustomerHead> {
  return new Map(
    rowsOf<CustomerHead>(sqlite, headsSql)
      .all(JSON.stringify(ids))
      .map((head) => [head.id, head]),
  );
}
