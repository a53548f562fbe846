import { pastPlans } from '../../../db/queries/past-plans.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { changeAtSize } from '../../workflows/change-at-size.ts';
import { proposeVisits } from './auto-plan-propose.ts';
import { cancelVisitPlan, markMissed, updateVisitPlan } from './change-plans.ts';
import { dueHandlers } from './due-handlers.ts';
import { exportVisits } from './export-visits.ts';
import { planVisit } from './plan-visit.ts';
import { readBetween, readPlan, readRouteSheet } from './visit-reads.ts';

export const visitHandlers: HandlersOf<'visits'> = {
  ...dueHandlers,
  plan: (context, input) => change(context, 'edit', (db, actor) => planVisit(db, actor, input)),
  update: (context, input) => change(context, 'edit', (db, actor) => updateVisitPlan(db, actor, input)),
  moveMany: (context, input) =>
    changeAtSize(context, { kind: 'movePlans', source: 'bulk', input, customers: input.ids.length }),
  cancel: (context, input) => change(context, 'edit', (db, actor) => cancelVisitPlan(db, actor, input)),
  markMissed: (context, { id }) => change(context, 'edit', (db, actor) => markMissed(db, actor, id)),
  get: ({ session }, { id }) => readPlan(session.db(), id),
  past: ({ session }, { customerId }) => ok(pastPlans(session.db(), customerId)),
  between: (context, input) => readBetween(context, input),
  routeSheet: (context, input) => readRouteSheet(context, input),
  propose: (context, input) => proposeVisits(context, input),
  acceptProposal: (context, input) =>
    changeAtSize(context, { kind: 'acceptProposal', source: 'bulk', input, customers: input.visits.length }),
  exportIcs: (context, input) => exportVisits(context, input),
};
