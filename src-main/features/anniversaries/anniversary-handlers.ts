import { anniversariesOf } from '../../../db/queries/anniversary-rows.ts';
import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { binAnniversary, createAnniversary, updateAnniversary } from './anniversary-service.ts';

export const anniversaryHandlers: HandlersOf<'anniversaries'> = {
  list: ({ session }, { customerId }) => ok({ anniversaries: anniversariesOf(session.db(), customerId) }),
  create: (context, { customerId, anniversary }) =>
    change(context, 'edit', (db, actor) => createAnniversary(db, actor, customerId, anniversary)),
  update: (context, { id, anniversary }) =>
    change(context, 'edit', (db, actor) => updateAnniversary(db, actor, id, anniversary)),
  moveToBin: (context, { id }) => change(context, 'edit', (db, actor) => binAnniversary(db, actor, id)),
};
