import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { readLadderRows, workOutLadder } from './ladder-answers.ts';

export const measuresHandlers: HandlersOf<'measures'> = {
  ladder: (context, input) => workOutLadder(context, input),
  ladderRows: (context, input) => readLadderRows(context, input),
};
