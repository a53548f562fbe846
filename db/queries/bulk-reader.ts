import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { ReadDb } from '../connection.ts';
import { customers, customerTags } from '../schema/customers.ts';
import { customerList } from '../schema/derived.ts';
import { visitPlans } from '../schema/follow-ups.ts';

/** What a change of many customers asks about each. Prepared once: building a statement costs more than running it. */
export function bulkReader(db: ReadDb) {
  const customerById = db.orm
    .select({
      id: customers.id,
      name: customers.name,
      tierId: customers.tierId,
      ownerId: customers.ownerId,
      deletedAt: customers.deletedAt,
    })
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare();
  const openPlans = db.orm
    .select({ id: visitPlans.id, personId: visitPlans.personId })
    .from(visitPlans)
    .where(
      and(
        eq(visitPlans.customerId, sql.placeholder('id')),
        eq(visitPlans.status, 'planned'),
        isNull(visitPlans.deletedAt),
      ),
    )
    .prepare();
  const linkOfTag = db.orm
    .select({ id: customerTags.id })
    .from(customerTags)
    .where(and(eq(customerTags.customerId, sql.placeholder('id')), eq(customerTags.tagId, sql.placeholder('tagId'))))
    .prepare();
  const moneyOf = db.orm
    .select({ id: customerList.customerId })
    .from(customerList)
    .where(
      and(
        eq(customerList.customerId, sql.placeholder('id')),
        or(isNotNull(customerList.owedFen), isNotNull(customerList.prepaidFen), isNotNull(customerList.moneyChangesOn)),
      ),
    )
    .prepare();
  return {
    /** In the bin or not; null when there never was one. */
    customer: (id: Id) => customerById.get({ id }) ?? null,
    openPlans: (customerId: Id) => openPlans.all({ id: customerId }),
    /** Something is open, or prepaid, or will be: an order was entered for a day to come. */
    hasMoney: (customerId: Id): boolean => moneyOf.get({ id: customerId }) !== undefined,
    tagLinkId: (customerId: Id, tagId: Id): Id | null => linkOfTag.get({ id: customerId, tagId })?.id ?? null,
  };
}

export type BulkReader = ReturnType<typeof bulkReader>;
