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

const headsOfDocsSql = `
  SELECT listed.doc, customer.id, customer.name, customer.tier_id AS tierId, customer.owner_id AS ownerId
  FROM json_each(?) AS wanted
  JOIN customer_list AS listed ON listed.doc = wanted.value
  JOIN customers AS customer ON customer.id = listed.customer_id`;

/** As customerHeads, by their row numbers in customer_list: what an answer over the whole book names customers by. */
export function headsOfDocs({ sqlite }: ReadDb, docs: readonly number[]): ReadonlyMap<number, CustomerHead> {
  const rows = rowsOf<CustomerHead & { readonly doc: number }>(sqlite, headsOfDocsSql).all(JSON.stringify(docs));
  return new Map(rows.map(({ doc, ...head }) => [doc, head]));
}
