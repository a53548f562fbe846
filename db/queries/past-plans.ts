import { and, count, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Id } from '../../src-shared/core/id.ts';
import type { VisitPlan } from '../../src-shared/visits/visit-plan.ts';
import type { ReadDb } from '../connection.ts';
import { visitPlans } from '../schema/follow-ups.ts';
import { toVisitPlan } from './to-visit-plan.ts';

/** What a list shows at once. */
const mostShown = 100;

/** Completed, missed and cancelled plans of a customer, the latest first. */
export function pastPlans(
  db: ReadDb,
  customerId: Id,
): { readonly plans: readonly VisitPlan[]; readonly total: number } {
  const isPast = and(
    eq(visitPlans.customerId, customerId),
    ne(visitPlans.status, 'planned'),
    isNull(visitPlans.deletedAt),
  );
  const plans = db.orm
    .select()
    .from(visitPlans)
    .where(isPast)
    .orderBy(desc(visitPlans.plannedOn), desc(visitPlans.id))
    .limit(mostShown)
    .all()
    .map(toVisitPlan);
  const total = db.orm.select({ total: count() }).from(visitPlans).where(isPast).get()?.total ?? 0;
  return { plans, total };
}
