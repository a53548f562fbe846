import { serviceCostsOf } from '../../../db/queries/sales/service-costs.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { addCost, removeCost, updateCost } from './cost-service.ts';

export const costsHandlers: HandlersOf<'costs'> = {
  add: (context, input) => change(context, 'edit', (db, actor) => addCost(db, actor, input)),
  update: (context, { id, fields }) => change(context, 'edit', (db, actor) => updateCost(db, actor, id, fields)),
  remove: (context, { id }) => change(context, 'edit', (db, actor) => removeCost(db, actor, id)),
  ofCustomer: ({ session, today }, { customerId }) => ok(serviceCostsOf(session.db(), customerId, today())),
};
