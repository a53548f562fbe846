import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { addRival, assess, removeRival, updateRival } from './loyalty-service.ts';
import { readLoyalty } from './read-loyalty.ts';

export const loyaltyHandlers: HandlersOf<'loyalty'> = {
  get: (context, { customerId }) => readLoyalty(context, customerId),
  assess: (context, { customerId, fields }) =>
    change(context, 'edit', (db, actor) => assess(db, actor, customerId, fields)),
  addRival: (context, input) => change(context, 'edit', (db, actor) => addRival(db, actor, input)),
  updateRival: (context, { id, fields }) => change(context, 'edit', (db, actor) => updateRival(db, actor, id, fields)),
  removeRival: (context, { id }) => change(context, 'edit', (db, actor) => removeRival(db, actor, id)),
};
