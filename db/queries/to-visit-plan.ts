import type { VisitPlan } from '../../src-shared/visits/visit-plan.ts';
import type { visitPlans } from '../schema/follow-ups.ts';

/** The plan as the window knows it, without who stamped it and what made it. */
export function toVisitPlan(row: typeof visitPlans.$inferSelect): VisitPlan {
  const {
    id,
    customerId,
    personId,
    plannedOn,
    plannedTime,
    lengthMinutes,
    purpose,
    status,
    cancelledReason,
    doneById,
    seriesId,
    createdAt,
    updatedAt,
  } = row;
  return {
    id,
    customerId,
    personId,
    plannedOn,
    plannedTime,
    lengthMinutes,
    purpose,
    status,
    cancelledReason,
    doneById,
    seriesId,
    createdAt,
    updatedAt,
  };
}
