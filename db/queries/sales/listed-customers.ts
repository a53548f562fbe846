import type { Id } from '../../../src-shared/core/id.ts';
import type { CurrentTiers } from '../../../src-shared/tiers/methods/compare-tiers.ts';
import type { ReadDb } from '../../connection.ts';
import { tuplesOf, valuesOf } from '../../prepared.ts';
import { tierRows } from '../tier-rows.ts';

/** The live customers by their row numbers in customer_list, ascending, with the tier each has now. */
export interface ListedCustomers {
  readonly docs: Int32Array;
  readonly tiers: CurrentTiers;
}

/** In customer_list the positions of archived tiers begin here; two of them may share one. */
const firstArchived = 500_000;
const notListed = -2;

/* An index holds all that is read: names and texts of a hundred thousand customers stay on the disk. */
const inTier = (which: string) =>
  `SELECT doc FROM customer_list INDEXED BY customer_list_rank WHERE is_live = 1 AND tier_position ${which}`;
const archivedSql = 'SELECT doc, tier_id FROM customer_list WHERE is_live = 1 AND tier_position >= ?';

/** Those for whom `isThere`. */
export function listedCustomers(db: ReadDb, isThere: (doc: number) => boolean): ListedCustomers {
  const { sqlite } = db;
  const listed = tierRows(db).filter(({ archivedAt }) => archivedAt === null);
  const tierIds = listed.map(({ id }) => id);
  const placeAt = new Int16Array(docCount(db)).fill(notListed);
  for (const doc of valuesOf<number>(sqlite, inTier('IS NULL')).all()) placeAt[doc] = -1;
  for (const [place, { position }] of listed.entries()) {
    for (const doc of valuesOf<number>(sqlite, inTier('= ?')).all(position)) placeAt[doc] = place;
  }
  for (const [doc, tierId] of tuplesOf<readonly [number, Id]>(sqlite, archivedSql).all(firstArchived)) {
    const known = tierIds.indexOf(tierId);
    placeAt[doc] = known === -1 ? tierIds.push(tierId) - 1 : known;
  }
  const docs = new Int32Array(placeAt.length);
  const places = new Int16Array(placeAt.length);
  let count = 0;
  for (let doc = 0; doc < placeAt.length; doc += 1) {
    const place = placeAt[doc] ?? notListed;
    if (place === notListed || !isThere(doc)) continue;
    docs[count] = doc;
    places[count] = place;
    count += 1;
  }
  return { docs: docs.slice(0, count), tiers: { tierIds, places: places.slice(0, count) } };
}

/** One more than the largest row number. */
export function docCount({ sqlite }: ReadDb): number {
  return (valuesOf<number | null>(sqlite, 'SELECT max(doc) FROM customer_list').get() ?? 0) + 1;
}
