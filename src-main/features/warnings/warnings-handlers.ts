import { ok } from '../../../src-shared/core/result.ts';
import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { seeToWarning, snoozeWarning } from './mark-warning.ts';
import { listLost, listWarnings, readWarningsOf } from './read-warnings.ts';

export const warningsHandlers: HandlersOf<'warnings'> = {
  list: (context, input) => ok(listWarnings(context, input)),
  ofCustomer: (context, { customerId }) => readWarningsOf(context, customerId),
  snooze: (context, input) => change(context, 'edit', (db, actor) => snoozeWarning(db, actor, input)),
  done: (context, input) => change(context, 'edit', (db, actor) => seeToWarning(db, actor, input)),
  winBack: (context, input) => listLost(context, input),
};
