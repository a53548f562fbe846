import { change } from '../../ipc/change.ts';
import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { enterReceivable, updateReceivable, voidEnteredReceivable, writeOffReceivable } from './receivable-service.ts';

export const receivableWrites: Pick<HandlersOf<'receivables'>, 'enter' | 'update' | 'void' | 'writeOff'> = {
  enter: (context, input) => change(context, 'edit', (db, actor) => enterReceivable(db, actor, input)),
  update: (context, input) => change(context, 'edit', (db, actor) => updateReceivable(db, actor, input)),
  void: (context, input) => change(context, 'edit', (db, actor) => voidEnteredReceivable(db, actor, input)),
  writeOff: (context, input) => change(context, 'edit', (db, actor) => writeOffReceivable(db, actor, input)),
};
