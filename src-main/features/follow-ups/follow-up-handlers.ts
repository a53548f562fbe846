import { err } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { missingFile } from '../../ipc/staged-files.ts';
import { binFollowUp, createFollowUp, updateFollowUp } from './follow-up-service.ts';

export const followUpHandlers: HandlersOf<'followUps'> = {
  create: (context, input) => {
    const missing = missingFile(context, input.files);
    return missing ? err(missing) : change(context, 'edit', (db, actor) => createFollowUp(db, actor, input));
  },
  update: (context, input) => change(context, 'edit', (db, actor) => updateFollowUp(db, actor, input)),
  moveToBin: (context, { id }) => change(context, 'edit', (db, actor) => binFollowUp(db, actor, id)),
};
