import type { ReadDb } from '../../../db/open.ts';
import { openEntriesOn } from '../../../db/queries/visit-entries.ts';
import type { Id } from '../../../src-shared/core/id.ts';
import { overlapsOf } from '../../../src-shared/visits/overlaps.ts';
import type { VisitEntry } from '../../../src-shared/visits/visit-entry.ts';
import type { PlanState } from './open-plan.ts';

/** Other open visits that their persons would have to make at the same time. */
export function overlapsInBook(
  db: ReadDb,
  plans: readonly Pick<PlanState, 'id' | 'personId' | 'plannedOn' | 'plannedTime' | 'lengthMinutes'>[],
): readonly VisitEntry[] {
  const timed = plans.filter((plan) => plan.plannedTime !== null);
  return [...Map.groupBy(timed, (plan) => plan.personId)].flatMap(([personId, theirs]) =>
    personId === null ? [] : overlapsOf(theirs, openEntriesOn(db, personId, daysOf(theirs))),
  );
}

function daysOf(plans: readonly { readonly id: Id; readonly plannedOn: PlanState['plannedOn'] }[]) {
  return plans.map((plan) => plan.plannedOn);
}
