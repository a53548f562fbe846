import type { VisitPlan } from '../../src-shared/visits/visit-plan.ts';

/** Of a row that holds more: the plan as the window knows it. */
export function toVisitPlan(row: VisitPlan): VisitPlan {
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
