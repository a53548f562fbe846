import { eq } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { Instant } from '../../src-shared/core/instant.ts';
import type { CustomerDetail } from '../../src-shared/customers/customer.ts';
import type { ReadDb } from '../connection.ts';
import { valuesOf } from '../prepared.ts';
import { customers } from '../schema/customers.ts';
import { liveContactRows, openPlanRows, tagLinkRows } from './customer-children.ts';
import { toVisitPlan } from './to-visit-plan.ts';

/** Everything the pane shows of a customer, in the bin or not; null when there never was one. */
export function getCustomer(db: ReadDb, id: Id): CustomerDetail | null {
  const row = db.orm.select().from(customers).where(eq(customers.id, id)).get();
  if (!row) return null;
  const { createdBy: _creator, updatedBy: _editor, ...fields } = row;
  return {
    ...fields,
    contacts: liveContactRows(db, id).map(
      ({ createdBy: _by, updatedBy: _last, deletedAt: _live, ...contact }) => contact,
    ),
    tagIds: tagLinkRows(db, id).map(({ tagId }) => tagId),
    openPlans: openPlanRows(db, id).map(toVisitPlan),
    lastContactAt:
      valuesOf<Instant | null>(db.sqlite, 'SELECT last_contact_at FROM customer_list WHERE customer_id = ?').get(id) ??
      null,
  };
}
