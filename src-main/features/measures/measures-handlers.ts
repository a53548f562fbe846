import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { readLadderRows, workOutLadder } from './ladder-answers.ts';
import { readRegions } from './regions.ts';

export const measuresHandlers: HandlersOf<'measures'> = {
  ladder: (context, input) => workOutLadder(context, input),
  regions: (context) => readRegions(context),
  ladderRows: (context, input) => readLadderRows(context, input),
};
