import { asc, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { Tier } from '../../src-shared/tiers/tier.ts';
import type { ReadDb } from '../connection.ts';
import { customers } from '../schema/customers.ts';
import { tierHistory, tiers } from '../schema/tiers.ts';
import { facetCounts } from './facet-counts.ts';

export type TierRow = typeof tiers.$inferSelect;

/** In the user's order, the archived ones included, those in the bin not. */
export function tierRows(db: ReadDb): readonly TierRow[] {
  return db.orm.select().from(tiers).where(isNull(tiers.deletedAt)).orderBy(asc(tiers.position), asc(tiers.id)).all();
}

/** Whether anybody ever had it, customers in the bin included. */
export function wasTierEverGiven(db: ReadDb, tierId: Id): boolean {
  const given = db.orm.select({ id: tierHistory.id }).from(tierHistory).where(eq(tierHistory.tierId, tierId)).limit(1);
  const held = db.orm.select({ id: customers.id }).from(customers).where(eq(customers.tierId, tierId)).limit(1);
  return given.get() !== undefined || held.get() !== undefined;
}

/** In the user's order, the archived ones included; with the live customers of each. */
export function listTiers(db: ReadDb): readonly Tier[] {
  const customers = facetCounts(db, 'tier');
  return tierRows(db).map(
    ({ id, name, position, color, isKey, cadenceDays, relationshipLevel, servicePromise, archivedAt }) => ({
      id,
      name,
      position,
      color,
      isKey,
      cadenceDays,
      relationshipLevel,
      servicePromise,
      isArchived: archivedAt !== null,
      customerCount: customers.get(id) ?? 0,
    }),
  );
}
