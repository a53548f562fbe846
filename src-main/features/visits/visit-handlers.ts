import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { cancelVisitPlan, planVisit, updateVisitPlan } from './visit-service.ts';

export const visitHandlers: HandlersOf<'visits'> = {
  plan: (context, input) => change(context, 'edit', (db, actor) => planVisit(db, actor, input)),
  update: (context, input) => change(context, 'edit', (db, actor) => updateVisitPlan(db, actor, input)),
  cancel: (context, { id, reason }) => change(context, 'edit', (db, actor) => cancelVisitPlan(db, actor, id, reason)),
};
