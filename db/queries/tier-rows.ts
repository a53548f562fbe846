import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { customers } from '../schema/customers.ts';
import { tierHistory, tiers } from '../schema/tiers.ts';

export type TierRow = typeof tiers.$inferSelect;

/** In the user's order, the archived ones included, those in the bin not. */
export function tierRows(db: ReadDb): readonly TierRow[] {
  return db.orm.select().from(tiers).where(isNull(tiers.deletedAt)).orderBy(asc(tiers.position), asc(tiers.id)).all();
}

export function countLiveCustomersOfTier(db: ReadDb, tierId: Id): number {
  const found = db.orm
    .select({ live: count() })
    .from(customers)
    .where(and(eq(customers.tierId, tierId), isNull(customers.deletedAt)))
    .get();
  return found?.live ?? 0;
}

/** Whether anybody ever had it, customers in the bin included. */
export function wasTierEverGiven(db: ReadDb, tierId: Id): boolean {
  const given = db.orm.select({ id: tierHistory.id }).from(tierHistory).where(eq(tierHistory.tierId, tierId)).limit(1);
  const held = db.orm.select({ id: customers.id }).from(customers).where(eq(customers.tierId, tierId)).limit(1);
  return given.get() !== undefined || held.get() !== undefined;
}
