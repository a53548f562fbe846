import type { HandlersOf } from '../../ipc/handlers-of.ts';
import { receivableReads } from './receivable-reads.ts';
import { receivableWrites } from './receivable-writes.ts';

export const receivableHandlers: HandlersOf<'receivables'> = { ...receivableReads, ...receivableWrites };
